/** The package being saved: the parts of the file it came from, less what is removed, with what is written anew. */
import { packBytes } from './zipWrite';
import { CONTENT_TYPES, partKey, type Entry, type Package } from './package';
import { parseRelationships, REL_TYPES, relsPart, type Relationship } from './relationships';
import { parseXml, writeXml, type XmlElement } from './xml';

const STRICT_TYPES = 'http://purl.oclc.org/ooxml/officeDocument/relationships/';
const EMPTY_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

class RelationshipDraft {
  changed = false;
  constructor(
    readonly part: string,
    readonly root: XmlElement,
    private list: Relationship[],
  ) {}

  get all(): readonly Relationship[] {
    return this.list;
  }

  add(type: string, target: string, external: boolean): string {
    let number = this.list.length + 1;
    const taken = new Set(this.list.map((relationship) => relationship.id.toLowerCase()));
    while (taken.has(`rid${number}`)) number++;
    const id = `rId${number}`;
    const written = external ? target : relativeTarget(this.part, target);
    this.list.push({ id, type, target: written, external, part: external ? '' : target });
    this.root.append(this.root.make('Relationship', { Id: id, Type: type, Target: written, TargetMode: external ? 'External' : undefined }));
    this.changed = true;
    return id;
  }

  remove(id: string): void {
    this.list = this.list.filter((relationship) => relationship.id !== id);
    for (const element of [...this.root.elements()]) if (element.get('Id') === id) this.root.remove(element);
    this.changed = true;
  }
}

/** A target relative to the part that points at it. */
export function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

export class Draft {
  private readonly written = new Map<string, Entry>();
  private readonly removed = new Set<string>();
  private readonly relationships = new Map<string, RelationshipDraft>();
  private readonly types: XmlElement;
  private readonly typesBefore: string;
  private readonly typeBase: string;

  constructor(private readonly pack: Package) {
    this.types = parseXml(pack.text(CONTENT_TYPES));
    this.typesBefore = writeXml(this.types);
    this.typeBase = this.rels('').all.some((relationship) => relationship.type.startsWith(STRICT_TYPES)) ? STRICT_TYPES : REL_TYPES;
  }

  has(part: string): boolean {
    return !this.removed.has(partKey(part)) && (this.written.has(partKey(part)) || this.pack.has(part));
  }

  text(part: string): string {
    return this.pack.text(part);
  }

  /** Relationships of a part ("" = of the package), to read and change. */
  rels(part: string): RelationshipDraft {
    const known = this.relationships.get(partKey(part));
    if (known !== undefined) return known;
    const name = relsPart(part);
    const xml = this.pack.has(name) ? this.pack.text(name) : EMPTY_RELS;
    const rels = new RelationshipDraft(part, parseXml(xml), parseRelationships(xml, part));
    this.relationships.set(partKey(part), rels);
    return rels;
  }

  /** Id of a new relationship; `word` is the last word of its type. */
  relate(source: string, word: string, target: string, external = false): string {
    return this.rels(source).add(this.typeBase + word, target, external);
  }

  /** A part name not yet taken: `start` + number + `end`. */
  freeName(start: string, end: string): string {
    let number = 1;
    while (this.has(`${start}${number}${end}`)) number++;
    return `${start}${number}${end}`;
  }

  putXml(part: string, root: XmlElement, contentType?: string): void {
    this.putText(part, writeXml(root), contentType);
  }
  putText(part: string, text: string, contentType?: string): void {
    this.put(packBytes(part, new TextEncoder().encode(text)), contentType);
  }
  /** A content type is needed for new parts only. */
  put(entry: Entry, contentType?: string): void {
    this.written.set(partKey(entry.name), entry);
    this.removed.delete(partKey(entry.name));
    if (contentType !== undefined) this.setType(entry.name, contentType);
  }

  contentType(part: string): string | undefined {
    const override = [...this.types.elements('Override')].find((element) => partKey(element.get('PartName') ?? '') === partKey(part));
    return override?.get('ContentType');
  }

  setType(part: string, contentType: string): void {
    this.dropType(part);
    this.types.append(this.types.make('Override', { PartName: '/' + part, ContentType: contentType }));
  }

  /** Removes a part, its relationships, and every part that nothing reaches any more because of it. */
  remove(part: string): void {
    const below = this.rels(part)
      .all.filter((relationship) => !relationship.external)
      .map((relationship) => relationship.part);
    this.drop(part);
    this.drop(relsPart(part));
    for (const target of below) if (this.has(target) && !this.reachable().has(partKey(target))) this.remove(target);
  }

  entries(): Entry[] {
    for (const rels of this.relationships.values()) if (rels.changed && (rels.part === '' || this.has(rels.part))) this.putXml(relsPart(rels.part), rels.root);
    if (writeXml(this.types) !== this.typesBefore) this.putXml(CONTENT_TYPES, this.types);
    const kept = this.pack.entries.filter((entry) => !this.removed.has(partKey(entry.name))).map((entry) => this.written.get(partKey(entry.name)) ?? entry);
    const fresh = [...this.written].filter(([key]) => !this.pack.has(key) && !this.removed.has(key)).map(([, entry]) => entry);
    return [...kept, ...fresh];
  }

  private drop(part: string): void {
    this.removed.add(partKey(part));
    this.written.delete(partKey(part));
    this.dropType(part);
  }

  private dropType(part: string): void {
    for (const element of [...this.types.elements('Override')]) if (partKey(element.get('PartName') ?? '') === partKey(part)) this.types.remove(element);
  }

  private reachable(): ReadonlySet<string> {
    const seen = new Set<string>();
    const visit = (part: string): void => {
      for (const relationship of this.rels(part).all) {
        const key = partKey(relationship.part);
        if (relationship.external || seen.has(key) || !this.has(relationship.part)) continue;
        seen.add(key);
        visit(relationship.part);
      }
    };
    visit('');
    return seen;
  }
}
