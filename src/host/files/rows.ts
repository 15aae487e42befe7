/**
 * Reads rows of cells (ECMA-376 18.3.1.73 and 18.3.1.4). The plain form that nearly all writers use is read straight from the text; a row
 * that holds anything else goes through the XML parser. Both give the same cells (tested against each other).
 */
import { BOOLEAN, EMPTY, ERROR, MAX_COLUMNS, MAX_ROWS, NUMBER, TEXT } from '../cells';
import { columnIndex } from '../formulaShift';
import type { BookSheet } from '../workbook';
import type { Strings } from '../strings';
import { decodeText, isoSerial, plainText, richText } from './cellText';
import { fileProblems } from './fileProblem';
import type { RecordSink } from './records';
import { detached } from './sharedStrings';
import { parseXml, type XmlElement } from './xml';

export interface RowContext {
  readonly strings: Strings;
  readonly shared: readonly number[];
  readonly date1904: boolean;
  /** Called after each row with its number of cells; throws when there are too many. */
  readonly count: (cells: number) => void;
}

interface RawCell {
  ref: string;
  style: string;
  type: string;
  value: string | null;
  formula: string | null;
  formulaKind: string;
  formulaRef: string;
  formulaIndex: string;
}

const LT = 60;
const GT = 62;
const SLASH = 47;
const SPACE = 32;

export class RowReader implements RecordSink {
  private row = -1;
  private column = -1;
  private cells = 0;
  private readonly sharedFormulas = new Map<string, number>();
  private readonly cell: RawCell = { ref: '', style: '', type: '', value: null, formula: null, formulaKind: '', formulaRef: '', formulaIndex: '' };

  constructor(
    private readonly sheet: BookSheet,
    private readonly context: RowContext,
  ) {}

  record(text: string, start: number, end: number, prefix: string): void {
    this.column = -1;
    this.cells = 0;
    if (!this.plainRow(text, start, end, prefix)) this.treeRow(parseXml(text.slice(start, end)));
    this.context.count(this.cells);
  }

  /** False when the row has to be read as a tree; cells read so far are then read again. */
  private plainRow(text: string, start: number, end: number, prefix: string): boolean {
    const tagEnd = text.indexOf('>', start);
    const tag = attributesOf(text, start + 4 + prefix.length, tagEnd);
    if (tag === null) return false;
    const rowBefore = this.row;
    this.startRow(tag);
    let at = tagEnd + 1;
    if (text.charCodeAt(tagEnd - 1) === SLASH) return true;
    const open = '<' + prefix + 'c';
    const close = '</' + prefix + 'row';
    while (at < end) {
      if (text.startsWith(open, at) && isTagBreak(text.charCodeAt(at + open.length))) {
        at = this.plainCell(text, at + open.length, prefix);
        if (at >= 0) continue;
      } else if (text.startsWith(close, at)) return true;
      else if (isSpace(text.charCodeAt(at))) {
        at++;
        continue;
      }
      this.row = rowBefore;
      this.column = -1;
      this.cells = 0;
      return false;
    }
    return true;
  }

  /** Reads a cell whose name ends at `at`; where it ends, or −1 when it is not plain. */
  private plainCell(text: string, at: number, prefix: string): number {
    const cell = this.cell;
    cell.ref = cell.style = cell.type = cell.formulaKind = cell.formulaRef = cell.formulaIndex = '';
    cell.value = cell.formula = null;
    let i = at;
    for (;;) {
      const char = text.charCodeAt(i);
      if (char === SPACE) i++;
      else if (char === GT) break;
      else if (char === SLASH && text.charCodeAt(i + 1) === GT) return this.store() ? i + 2 : -1;
      else {
        const equals = text.indexOf('="', i);
        const stop = equals < 0 ? -1 : text.indexOf('"', equals + 2);
        if (stop < 0 || equals - i > 20) return -1;
        if (equals !== i + 1) {
          if (!NAME.test(text.slice(i, equals))) return -1;
        } else {
          if (char === 114) cell.ref = text.slice(i + 3, stop);
          else if (char === 115) cell.style = text.slice(i + 3, stop);
          else if (char === 116) cell.type = text.slice(i + 3, stop);
        }
        i = stop + 1;
      }
    }
    return this.plainContent(text, i + 1, prefix);
  }

  private plainContent(text: string, from: number, prefix: string): number {
    const cell = this.cell;
    const skip = prefix.length;
    let at = from;
    while (text.charCodeAt(at) === LT) {
      if (skip > 0 && !text.startsWith(prefix, at + (text.charCodeAt(at + 1) === SLASH ? 2 : 1))) return -1;
      const name = at + 1 + skip;
      const first = text.charCodeAt(name);
      if (text.charCodeAt(at + 1) === SLASH) {
        if (text.charCodeAt(at + 2 + skip) !== 99 || text.charCodeAt(at + 3 + skip) !== GT) return -1;
        return this.store() ? at + 4 + skip : -1;
      }
      const tagEnd = text.indexOf('>', name);
      if (tagEnd < 0) return -1;
      if (first === 118 && isTagBreak(text.charCodeAt(name + 1))) {
        if (text.charCodeAt(tagEnd - 1) === SLASH) {
          at = tagEnd + 1;
          continue;
        }
        const stop = text.indexOf('<', tagEnd);
        cell.value = plainText(text, tagEnd + 1, stop);
        if (cell.value === null || !text.startsWith(`/${prefix}v>`, stop + 1)) return -1;
        at = stop + 3 + skip + 1;
      } else if (first === 102 && isTagBreak(text.charCodeAt(name + 1))) {
        at = this.plainFormula(text, name + 1, tagEnd, prefix);
        if (at < 0) return -1;
      } else if (first === 105 && text.charCodeAt(name + 1) === 115 && text.charCodeAt(name + 2) === GT) {
        at = this.plainInline(text, name + 3, prefix);
        if (at < 0) return -1;
      } else return -1;
    }
    return -1;
  }

  private plainFormula(text: string, at: number, tagEnd: number, prefix: string): number {
    const cell = this.cell;
    const tag = attributesOf(text, at, tagEnd);
    if (tag === null) return -1;
    cell.formulaKind = tag.get('t') ?? '';
    cell.formulaRef = tag.get('ref') ?? '';
    cell.formulaIndex = tag.get('si') ?? '';
    cell.formula = '';
    if (text.charCodeAt(tagEnd - 1) === SLASH) return tagEnd + 1;
    const stop = text.indexOf('<', tagEnd);
    const formula = plainText(text, tagEnd + 1, stop);
    if (formula === null || !text.startsWith(`/${prefix}f>`, stop + 1)) return -1;
    cell.formula = formula;
    return stop + 4 + prefix.length;
  }

  private plainInline(text: string, at: number, prefix: string): number {
    if (!text.startsWith(`<${prefix}t`, at)) return -1;
    const tagEnd = text.indexOf('>', at);
    if (tagEnd < 0 || text.charCodeAt(tagEnd - 1) === SLASH) return -1;
    const stop = text.indexOf('<', tagEnd);
    const close = `</${prefix}t></${prefix}is>`;
    const value = plainText(text, tagEnd + 1, stop);
    if (value === null || !text.startsWith(close, stop)) return -1;
    this.cell.value = value;
    return stop + close.length;
  }

  private treeRow(row: XmlElement): void {
    this.startRow(row.attributes);
    for (const element of row.elements('c')) {
      const formula = element.child('f');
      const inline = element.child('is');
      const cell = this.cell;
      cell.ref = element.get('r') ?? '';
      cell.style = element.get('s') ?? '';
      cell.type = element.get('t') ?? '';
      cell.value = inline !== undefined && cell.type === 'inlineStr' ? richText(inline) : (element.child('v')?.text() ?? null);
      cell.formula = formula?.text() ?? null;
      cell.formulaKind = formula?.get('t') ?? '';
      cell.formulaRef = formula?.get('ref') ?? '';
      cell.formulaIndex = formula?.get('si') ?? '';
      if (!this.store(inline !== undefined)) throw fileProblems.broken('a cell cannot be read');
    }
  }

  private startRow(tag: ReadonlyMap<string, string>): void {
    const number = tag.get('r');
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    if (!(Number.isInteger(this.row) && this.row >= 0 && this.row < MAX_ROWS)) throw fileProblems.broken('a row has no valid number');
    const { sheet, row } = this;
    if (isTrue(tag.get('hidden'))) sheet.hiddenRows.add(row);
    const height = Number(tag.get('ht'));
    if (tag.has('ht') && isTrue(tag.get('customHeight')) && height >= 0) sheet.rowHeights.set(row, height);
    const level = Number(tag.get('outlineLevel') ?? 0);
    if (level > 0) sheet.rowOutline.set(row, level);
  }

  /** Puts the cell just read into the store. False when it makes no sense. */
  private store(decoded = false): boolean {
    const { cell } = this;
    if (!this.place(cell.ref)) return false;
    const style = cell.style === '' ? 0 : Number(cell.style);
    if (!(style >= 0 && style < 65_536)) return false;
    this.cells++;
    if (!this.storeValue(cell.value, style, decoded)) return false;
    if (cell.formula !== null) {
      this.storeFormula(cell.formula);
      // An empty text is a value of a formula; an empty number is none.
      if (cell.value === null || (cell.value === '' && cell.type !== 'str')) this.sheet.cells.unvalued = true;
    }
    return true;
  }

  private place(ref: string): boolean {
    if (ref === '') {
      this.column++;
      return this.column < MAX_COLUMNS;
    }
    let i = 0;
    let column = 0;
    for (; i < ref.length; i++) {
      const char = ref.charCodeAt(i);
      if (char < 65 || char > 90) break;
      column = column * 26 + char - 64;
    }
    if (i === 0) {
      const match = /^\$?([A-Za-z]{1,3})\$?\d+$/.exec(ref);
      if (match === null) return false;
      column = columnIndex(match[1] ?? '') + 1;
    }
    this.column = column - 1;
    return column > 0 && column <= MAX_COLUMNS;
  }

  private storeValue(value: string | null, style: number, decoded: boolean): boolean {
    const { cells } = this.sheet;
    const { row, column } = this;
    const { strings, shared, date1904 } = this.context;
    const type = this.cell.type;
    if (value === null || (value === '' && type !== 'str' && type !== 'inlineStr')) {
      if (style !== 0) cells.load(row, column, EMPTY, 0, style);
      return true;
    }
    switch (type) {
      case '':
      case 'n': {
        const number = Number(value);
        if (!Number.isFinite(number)) return false;
        cells.load(row, column, NUMBER, number, style);
        return true;
      }
      case 's': {
        const index = shared[Number(value)];
        if (index === undefined) return false;
        cells.load(row, column, TEXT, index, style);
        return true;
      }
      case 'str':
      case 'inlineStr':
        cells.load(row, column, TEXT, strings.intern(detached(decoded && type === 'inlineStr' ? value : decodeText(value))), style);
        return true;
      case 'b':
        cells.load(row, column, BOOLEAN, value === '1' || value === 'true' ? 1 : 0, style);
        return true;
      case 'e':
        cells.load(row, column, ERROR, strings.intern(value), style);
        return true;
      case 'd': {
        const serial = isoSerial(value, date1904);
        if (Number.isNaN(serial)) cells.load(row, column, TEXT, strings.intern(value), style);
        else cells.load(row, column, NUMBER, serial, style);
        return true;
      }
      default:
        return false;
    }
  }

  private storeFormula(text: string): void {
    const { cells } = this.sheet;
    const { row, column } = this;
    const { formulaKind, formulaRef, formulaIndex } = this.cell;
    if (formulaKind === 'shared') {
      const known = this.sharedFormulas.get(formulaIndex);
      if (text === '') {
        if (known !== undefined) cells.shareFormula(row, column, known);
        return;
      }
      this.sharedFormulas.set(formulaIndex, cells.loadFormula(row, column, { text: detached(text), row, column, kind: 'shared', ref: formulaRef }));
    } else if (text !== '' && formulaKind !== 'dataTable') {
      cells.loadFormula(row, column, { text: detached(text), row, column, kind: formulaKind === 'array' ? 'array' : 'plain', ref: formulaRef });
    }
  }
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
function isSpace(char: number): boolean {
  return char === SPACE || (char >= 9 && char <= 13);
}
function isTagBreak(char: number): boolean {
  return char === GT || char === SPACE || char === SLASH;
}

/** A name, and neither a space before "=" nor another quote before it. */
const NAME = /^[A-Za-z0-9:_]+$/;
const NONE: ReadonlyMap<string, string> = new Map();

/** Attributes between `at` and the tag's end; null when they are not in the plain form name="value". */
function attributesOf(text: string, at: number, tagEnd: number): ReadonlyMap<string, string> | null {
  const end = text.charCodeAt(tagEnd - 1) === SLASH ? tagEnd - 1 : tagEnd;
  if (at >= end) return NONE;
  const found = new Map<string, string>();
  let i = at;
  while (i < end) {
    if (text.charCodeAt(i) === SPACE) {
      i++;
      continue;
    }
    const equals = text.indexOf('="', i);
    const stop = equals < 0 ? -1 : text.indexOf('"', equals + 2);
    if (stop < 0 || stop >= end) return null;
    const value = text.slice(equals + 2, stop);
    if (value.includes('&')) return null;
    const name = text.slice(i, equals);
    if (!NAME.test(name)) return null;
    found.set(name, value);
    i = stop + 1;
  }
  return found;
}
