/** Add-in settings, kept in a custom XML part of our own (ECMA-376 part 1, 15.2.5): never in a part of the user's. */
import type { Package } from './package';
import { isType, type Relationship } from './relationships';
import { escapeAttribute, escapeText, parseXml } from './xml';

const NAMESPACE = 'urn:credit-balance-review:settings';
const MAX_BYTES = 4 * 1024 * 1024;

/** The relationship of our part, if the workbook has one. */
export function settingsPart(pack: Package, relationships: readonly Relationship[]): Relationship | undefined {
  return relationships.find((relationship) => {
    const entry = isType(relationship, 'customXml') ? pack.find(relationship.part) : undefined;
    return entry !== undefined && entry.size <= MAX_BYTES && pack.text(relationship.part).includes(`"${NAMESPACE}"`);
  });
}

export function readSettings(pack: Package, relationships: readonly Relationship[], settings: Map<string, unknown>): void {
  const part = settingsPart(pack, relationships);
  if (part === undefined) return;
  for (const element of parseXml(pack.text(part.part)).elements('setting')) settings.set(element.get('key') ?? '', JSON.parse(element.text()));
}

export function writeSettings(settings: ReadonlyMap<string, unknown>): string {
  const items = [...settings].map(([key, value]) => `<setting key="${escapeAttribute(key)}">${escapeText(JSON.stringify(value ?? null))}</setting>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<settings xmlns="${NAMESPACE}">${items.join('')}</settings>`;
}
