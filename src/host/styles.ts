/**
 * Cell formats over styles.xml. Existing entries are never changed: a new look appends a font, a fill, a border, a number format and a cell
 * format (xf) where none is equal. Alignment and border words are the file's own (`general`, `left`, `thin`, `medium`; "" = no border).
 */
import type { CellFormat, DxfFormat, Styles } from './model';
import { colorOf, OFFICE_THEME } from './colors';
import { builtInFormat, builtInId, FIRST_CUSTOM } from './numberFormats';
import { parseXml, writeElement, XmlElement } from './files/xml';

/** Excel's own limit (office-js.md 1.1, "about 65,490 cell formats"). */
const MAX_FORMATS = 65_490;
const SIDES = ['left', 'right', 'top', 'bottom'] as const;
type Part = 'fonts' | 'fills' | 'borders' | 'dxfs';

const EMPTY_STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;
/** Order of styleSheet's children (ECMA-376 18.8.39). */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];

export class BookStyles implements Styles {
  private readonly resolved = new Map<number, CellFormat>();
  private readonly derived = new Map<string, number>();
  private readonly known = new Map<string, Map<string, number>>();
  private changed = false;

  constructor(
    private readonly root: XmlElement = parseXml(EMPTY_STYLES),
    private readonly theme: readonly string[] = OFFICE_THEME,
  ) {}

  /** True when something was appended. */
  get dirty(): boolean {
    return this.changed;
  }
  /** The style sheet as it stands now. */
  get tree(): XmlElement {
    return this.root;
  }
  get count(): number {
    return this.list('cellXfs').length;
  }
  get dxfCount(): number {
    return this.list('dxfs').length;
  }

  resolve(style: number): CellFormat {
    const known = this.resolved.get(style);
    if (known !== undefined) return known;
    const format = this.read(style);
    this.resolved.set(style, format);
    return format;
  }

  derive(base: number, change: Partial<CellFormat>): number {
    const key = `${base}|${JSON.stringify(change)}`;
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const style = this.appendXf(base, change);
    this.derived.set(key, style);
    return style;
  }

  resolveDxf(dxf: number): DxfFormat {
    const element = this.list('dxfs')[dxf];
    const font = element?.child('font');
    const pattern = element?.child('fill')?.child('patternFill');
    return {
      fill: colorOf(pattern?.child('bgColor') ?? pattern?.child('fgColor'), this.theme),
      fontColor: colorOf(font?.child('color'), this.theme),
      bold: flag(font, 'b'),
      italic: flag(font, 'i'),
      strikethrough: flag(font, 'strike'),
    };
  }

  addDxf(format: DxfFormat): number {
    const dxf = this.root.make('dxf');
    const font = this.root.make('font');
    if (format.bold) font.append(this.root.make('b'));
    if (format.italic) font.append(this.root.make('i'));
    if (format.strikethrough) font.append(this.root.make('strike'));
    if (format.fontColor !== '') font.append(this.root.make('color', { rgb: argb(format.fontColor) }));
    if (font.children.length > 0) dxf.append(font);
    if (format.fill !== '') {
      const color = this.root.make('bgColor', { rgb: argb(format.fill) });
      dxf.append(
        this.root.make('fill', {}, [this.root.make('patternFill', { patternType: 'solid' }, [this.root.make('fgColor', { rgb: argb(format.fill) }), color])]),
      );
    }
    return this.placeOnce('dxfs', dxf);
  }

  private list(group: string): XmlElement[] {
    const element = this.root.child(group);
    return element === undefined ? [] : [...element.elements()];
  }

  private read(style: number): CellFormat {
    const xf = this.list('cellXfs')[style];
    const fill = this.list('fills')[number(xf?.get('fillId'))]?.child('patternFill');
    const border = this.list('borders')[number(xf?.get('borderId'))];
    const alignment = xf?.child('alignment');
    return {
      numberFormat: this.formatCode(number(xf?.get('numFmtId'))),
      fill: fill === undefined || (fill.get('patternType') ?? 'none') === 'none' ? '' : colorOf(fill.child('fgColor'), this.theme),
      font: this.readFont(this.list('fonts')[number(xf?.get('fontId'))]),
      borders: { top: this.side(border, 'top'), bottom: this.side(border, 'bottom'), left: this.side(border, 'left'), right: this.side(border, 'right') },
      horizontal: alignment?.get('horizontal') ?? 'general',
      vertical: alignment?.get('vertical') ?? 'bottom',
      wrap: isTrue(alignment?.get('wrapText')),
      locked: xf?.child('protection')?.get('locked') === undefined || isTrue(xf.child('protection')?.get('locked')),
      indent: number(alignment?.get('indent')),
    };
  }

  private readFont(font: XmlElement | undefined): CellFormat['font'] {
    return {
      bold: flag(font, 'b'),
      italic: flag(font, 'i'),
      underline: font?.child('u') !== undefined && font.child('u')?.get('val') !== 'none',
      strikethrough: flag(font, 'strike'),
      color: colorOf(font?.child('color'), this.theme),
      name: font?.child('name')?.get('val') ?? 'Calibri',
      size: Number(font?.child('sz')?.get('val') ?? 11),
    };
  }

  private side(border: XmlElement | undefined, side: (typeof SIDES)[number]): { style: string; color: string } {
    const element = border?.child(side);
    const style = element?.get('style') ?? '';
    return { style: style === 'none' ? '' : style, color: colorOf(element?.child('color'), this.theme) };
  }

  private formatCode(id: number): string {
    const custom = this.list('numFmts').find((format) => format.get('numFmtId') === String(id));
    return custom?.get('formatCode') ?? builtInFormat(id) ?? 'General';
  }

  private formatId(code: string): number {
    const builtIn = builtInId(code);
    if (builtIn !== undefined) return builtIn;
    const formats = this.list('numFmts');
    const same = formats.find((format) => format.get('formatCode') === code);
    if (same !== undefined) return number(same.get('numFmtId'));
    const id = Math.max(FIRST_CUSTOM - 1, ...formats.map((format) => number(format.get('numFmtId')))) + 1;
    this.place('numFmts', this.root.make('numFmt', { numFmtId: id, formatCode: code }));
    return id;
  }

  private appendXf(base: number, change: Partial<CellFormat>): number {
    const before = this.resolve(base);
    const xf = this.list('cellXfs')[base]?.clone() ?? this.root.make('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 });
    if (change.numberFormat !== undefined && change.numberFormat !== before.numberFormat)
      set(xf, 'numFmtId', this.formatId(change.numberFormat), 'applyNumberFormat');
    if (change.font !== undefined) set(xf, 'fontId', this.fontLike(number(xf.get('fontId')), before.font, change.font), 'applyFont');
    if (change.fill !== undefined && change.fill !== before.fill) set(xf, 'fillId', this.fill(change.fill), 'applyFill');
    if (change.borders !== undefined) set(xf, 'borderId', this.borderLike(number(xf.get('borderId')), before.borders, change.borders), 'applyBorder');
    setAlignment(xf, before, change);
    if (change.locked !== undefined && change.locked !== before.locked) setProtection(xf, change.locked);
    return this.placeOnce('cellXfs', xf);
  }

  private fontLike(base: number, before: CellFormat['font'], font: CellFormat['font']): number {
    const element = this.list('fonts')[base]?.clone() ?? this.root.make('font');
    if (font.bold !== before.bold) toggle(element, 'b', font.bold);
    if (font.italic !== before.italic) toggle(element, 'i', font.italic);
    if (font.strikethrough !== before.strikethrough) toggle(element, 'strike', font.strikethrough);
    if (font.underline !== before.underline) toggle(element, 'u', font.underline);
    if (font.size !== before.size) replace(element, 'sz', { val: font.size });
    if (font.color !== before.color) replace(element, 'color', font.color === '' ? null : { rgb: argb(font.color) });
    if (font.name !== before.name) {
      replace(element, 'name', { val: font.name });
      replace(element, 'scheme', null);
    }
    return this.placeOnce('fonts', element);
  }

  private fill(color: string): number {
    if (color === '') return 0;
    const pattern = this.root.make('patternFill', { patternType: 'solid' }, [
      this.root.make('fgColor', { rgb: argb(color) }),
      this.root.make('bgColor', { indexed: 64 }),
    ]);
    return this.placeOnce('fills', this.root.make('fill', {}, [pattern]));
  }

  private borderLike(base: number, before: CellFormat['borders'], borders: CellFormat['borders']): number {
    const element = this.list('borders')[base]?.clone() ?? this.root.make('border');
    for (const side of SIDES) {
      const { style, color } = borders[side];
      if (style === before[side].style && color === before[side].color) continue;
      const line = this.root.make(side, style === '' ? {} : { style });
      if (style !== '') line.append(this.root.make('color', color === '' ? { auto: 1 } : { rgb: argb(color) }));
      replaceChild(element, line, ['left', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal']);
    }
    return this.placeOnce('borders', element);
  }

  /** Index of an equal entry, or of the entry appended. */
  private placeOnce(group: Part | 'cellXfs', element: XmlElement): number {
    let entries = this.known.get(group);
    if (entries === undefined) this.known.set(group, (entries = new Map(this.list(group).map((entry, i) => [writeElement(entry), i]))));
    const text = writeElement(element);
    const same = entries.get(text);
    if (same !== undefined) return same;
    const index = this.place(group, element);
    entries.set(text, index);
    return index;
  }

  private place(group: string, element: XmlElement): number {
    let parent = this.root.child(group);
    if (parent === undefined) {
      parent = this.root.make(group);
      const after = ORDER.slice(ORDER.indexOf(group) + 1);
      const at = this.root.children.findIndex((child) => child instanceof XmlElement && after.includes(child.local));
      this.root.children.splice(at < 0 ? this.root.children.length : at, 0, parent);
    }
    const index = [...parent.elements()].length;
    if (group === 'cellXfs' && index >= MAX_FORMATS) throw new RangeError('too many different cell formats');
    parent.append(element).set('count', String(index + 1));
    this.changed = true;
    return index;
  }
}

function number(text: string | undefined): number {
  const value = Number(text ?? 0);
  return Number.isInteger(value) && value >= 0 ? value : 0;
}
function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}
/** `<b/>` is true, `<b val="0"/>` is not. */
function flag(font: XmlElement | undefined, local: string): boolean {
  const element = font?.child(local);
  return element !== undefined && (element.get('val') === undefined || isTrue(element.get('val')));
}
function argb(color: string): string {
  return 'FF' + color.replace('#', '').toUpperCase();
}
function set(xf: XmlElement, attribute: string, id: number, apply: string): void {
  xf.set(attribute, String(id)).set(apply, '1');
}
/** Order Excel writes a font in; CT_Font itself is a choice. */
const FONT_ORDER = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
function toggle(font: XmlElement, local: string, on: boolean): void {
  replace(font, local, on ? {} : null);
}
function replace(font: XmlElement, local: string, attributes: Readonly<Record<string, string | number>> | null): void {
  const old = font.child(local);
  if (attributes === null) {
    if (old !== undefined) font.remove(old);
  } else replaceChild(font, font.make(local, attributes), FONT_ORDER);
}
/** Puts a child in its place by schema order, instead of an older one of its name. */
export function replaceChild(parent: XmlElement, child: XmlElement, order: readonly string[]): void {
  const at = parent.children.findIndex((other) => other instanceof XmlElement && other.local === child.local);
  if (at >= 0) {
    parent.children[at] = child;
    return;
  }
  const after = order.slice(order.indexOf(child.local) + 1);
  const before = parent.children.findIndex((other) => other instanceof XmlElement && after.includes(other.local));
  parent.children.splice(before < 0 ? parent.children.length : before, 0, child);
}
function setAlignment(xf: XmlElement, before: CellFormat, change: Partial<CellFormat>): void {
  const wanted: [string, string | undefined, string][] = [
    ['horizontal', change.horizontal, before.horizontal],
    ['vertical', change.vertical, before.vertical],
    ['wrapText', change.wrap === undefined ? undefined : change.wrap ? '1' : '0', before.wrap ? '1' : '0'],
    ['indent', change.indent === undefined ? undefined : String(change.indent), String(before.indent)],
  ];
  const changed = wanted.filter(([, now, old]) => now !== undefined && now !== old);
  if (changed.length === 0) return;
  const alignment = xf.child('alignment')?.clone() ?? xf.make('alignment');
  for (const [name, now] of changed) alignment.set(name, now ?? null);
  replaceChild(xf, alignment, ['alignment', 'protection', 'extLst']);
  xf.set('applyAlignment', '1');
}
function setProtection(xf: XmlElement, locked: boolean): void {
  const protection = xf.child('protection')?.clone() ?? xf.make('protection');
  replaceChild(xf, protection.set('locked', locked ? '1' : '0'), ['alignment', 'protection', 'extLst']);
  xf.set('applyProtection', '1');
}
