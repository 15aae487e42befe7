/** A file of many rows, written as Excel writes one: each text once, apart from the cells that show it. */
import { columnLetters } from '../../src/excel/cells';
import type { Entry } from '../../src/host/files/package';
import { MAIN, RELATIONSHIPS } from '../../src/host/files/xml';
import { EntryWriter, packBytes, writeZip } from '../../src/host/files/zipWrite';
import { longSheet } from './sheets';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const FRAME: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Transactions" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
};

/** An .xlsx of `rows` transactions in 12 columns, six of them text. */
export function bigFile(rows: number): Uint8Array {
  const frame = Object.entries(FRAME).map(([name, xml]) => packBytes(name, new TextEncoder().encode(HEAD + xml)));
  const texts = new Map<string, number>();
  return writeZip([...frame, sheetPart(rows, texts), textsPart(texts.keys())]);
}

function sheetPart(rows: number, texts: Map<string, number>): Entry {
  const cells = longSheet(rows).sheets[0]!.cells;
  const { columns } = cells.used(true)!;
  const part = new EntryWriter('xl/worksheets/sheet1.xml', 1);
  part.text(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`);
  for (let row = 0; row <= rows; row++) {
    part.text(`<row r="${row + 1}">`);
    for (let column = 0; column < columns; column++) part.text(cellXml(`${columnLetters(column)}${row + 1}`, cells.get(row, column), texts));
    part.text('</row>');
  }
  part.text('</sheetData></worksheet>');
  return part.end();
}

function cellXml(place: string, content: unknown, texts: Map<string, number>): string {
  if (typeof content === 'number') return `<c r="${place}"><v>${content}</v></c>`;
  const text = String(content);
  if (text === '') return '';
  if (!texts.has(text)) texts.set(text, texts.size);
  return `<c r="${place}" t="s"><v>${texts.get(text)}</v></c>`;
}

function textsPart(texts: Iterable<string>): Entry {
  const part = new EntryWriter('xl/sharedStrings.xml', 1);
  part.text(`${HEAD}<sst xmlns="${MAIN}">`);
  for (const text of texts) part.text(`<si><t>${text}</t></si>`);
  part.text('</sst>');
  return part.end();
}
