/** The prefix that stands for relationship ids in a part; declared on its root when it has none. */
import { RELATIONSHIPS, type XmlElement } from './xml';

export function relationshipPrefix(root: XmlElement): string {
  for (const [prefix, uri] of root.scope) if (uri === RELATIONSHIPS && prefix !== '') return prefix;
  for (const [name, value] of root.attributes) if (value === RELATIONSHIPS && name.startsWith('xmlns:')) return name.slice(6);
  let prefix = 'r';
  while (root.attributes.has(`xmlns:${prefix}`)) prefix += 'r';
  root.set(`xmlns:${prefix}`, RELATIONSHIPS);
  return prefix;
}
