/**
 * The texts of a workbook, once each where that is cheap: a file's shared strings come in as they are, later texts are looked up among
 * the recent ones only, so memory stays bounded by the texts themselves.
 */
const RECENT = 65_536;

export class Strings {
  private readonly texts: string[] = [];
  private recent = new Map<string, number>();

  /** Appends without looking for an equal text. */
  add(text: string): number {
    return this.texts.push(text) - 1;
  }

  intern(text: string): number {
    const known = this.recent.get(text);
    if (known !== undefined) return known;
    if (this.recent.size >= RECENT) this.recent = new Map();
    const index = this.add(text);
    this.recent.set(text, index);
    return index;
  }

  at(index: number): string {
    const text = this.texts[index];
    if (text === undefined) throw new Error(`no text ${index} in the workbook`);
    return text;
  }

  get size(): number {
    return this.texts.length;
  }
}
