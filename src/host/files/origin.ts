/** What a workbook's file holds besides the model: its package, and of each sheet the XML around the cells with a print of what was read. */
import type { Package } from './package';
import type { XmlElement } from './xml';

export interface SheetOrigin {
  /** The worksheet's tree with an empty sheetData. Never changed. */
  readonly skeleton: XmlElement;
  /** Characters of the decoded text: end of the sheetData start tag (or of an empty one), start of its end tag. */
  readonly dataStart: number;
  readonly dataEnd: number;
  /** True for `<sheetData/>`. */
  readonly dataEmpty: boolean;
  /** What was read, by section (`prints.ts`), to see on saving what changed. */
  readonly prints: ReadonlyMap<string, string>;
  /** sheetId in workbook.xml. */
  readonly sheetId: string;
}

export interface BookOrigin {
  readonly pack: Package;
  /** Part name of workbook.xml. */
  readonly workbookPart: string;
  readonly prints: ReadonlyMap<string, string>;
}
