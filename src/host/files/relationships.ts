/** Relationships between parts (ECMA-376 part 2, 6.5). Types are compared by their last word, which transitional and strict files share. */
import type { Package } from './package';
import { parseXml } from './xml';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** As written. */
  readonly target: string;
  readonly external: boolean;
  /** Part name without leading slash; "" when external. */
  readonly part: string;
}

export const REL_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

export function relsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Part name of a target written in `source`: absolute or relative. */
export function resolveTarget(source: string, target: string): string {
  const clean = target.replace(/\\/g, '/').split('#')[0] ?? '';
  const path = clean.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of clean.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.map(decoded).join('/');
}

function decoded(step: string): string {
  return /%[0-9A-Fa-f]{2}/.test(step)
    ? step.replace(/(?:%[0-9A-Fa-f]{2})+/g, (bytes) => new TextDecoder().decode(Uint8Array.from(bytes.slice(1).split('%'), (hex) => parseInt(hex, 16))))
    : step;
}

/** Relationships of a part ("" = of the package). None when it has no such part. */
export function readRelationships(pack: Package, part: string): Relationship[] {
  const rels = relsPart(part);
  return pack.has(rels) ? parseRelationships(pack.text(rels), part) : [];
}

export function parseRelationships(xml: string, part: string): Relationship[] {
  return [...parseXml(xml).elements('Relationship')].map((element) => {
    const target = element.get('Target') ?? '';
    const external = element.get('TargetMode') === 'External';
    return { id: element.get('Id') ?? '', type: element.get('Type') ?? '', target, external, part: external ? '' : resolveTarget(part, target) };
  });
}

/** The relationship whose type ends in `word`, for example "styles". */
export function ofType(relationships: readonly Relationship[], word: string): Relationship | undefined {
  return relationships.find((relationship) => isType(relationship, word));
}
export function isType(relationship: Relationship, word: string): boolean {
  return relationship.type.endsWith('/' + word);
}
