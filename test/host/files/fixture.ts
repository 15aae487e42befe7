/** Files the tests of the file side read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';

const FOLDER = join(__dirname, '../../fixtures/writers');
export const WRITERS = ['openpyxl.xlsx', 'openpyxl-macros.xlsm', 'libreoffice.xlsx', 'sheetjs.xlsx', 'exceljs.xlsx', 'excelize.xlsx', 'by-hand.xlsx'] as const;

export function fixture(name: (typeof WRITERS)[number]): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)));
}

export function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
}
export function partText(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes).get(name);
  if (part === undefined) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(part);
}

/** The package with some parts' text changed; null removes a part. */
export function edited(bytes: Uint8Array, edits: Readonly<Record<string, ((text: string) => string) | string | null>>): Uint8Array {
  const parts = partsOf(bytes);
  for (const [name, edit] of Object.entries(edits)) {
    if (edit === null) parts.delete(name);
    else {
      const before = new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
      const after = typeof edit === 'string' ? edit : edit(before);
      if (after === before) throw new Error(`nothing changed in ${name}`);
      parts.set(name, new TextEncoder().encode(after));
    }
  }
  return zipSync(Object.fromEntries(parts));
}

/** A minimal workbook around one sheet's XML (the children of worksheet). */
export function workbookWith(sheet: string, more: { sharedStrings?: string; workbook?: string } = {}): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'sheet.main')}${type('worksheets/sheet1.xml', 'worksheet')}${type('sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${rels}">${more.workbook ?? ''}<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rels}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${head}<sst ${main}>${more.sharedStrings ?? ''}</sst>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet ${main} xmlns:r="${rels}">${sheet}</worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])));
}
