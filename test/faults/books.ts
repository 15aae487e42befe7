/** The two workbooks of the matrix, invented: one before its first write, and one that people worked on and that the next export changed. */
import { unzipSync, zipSync } from 'fflate';
import type { Decision } from '../../src/app/decisions';
import type { Workbook } from '../../src/host/model';
import { openWorkbook } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';
import type { Book } from '../../src/host/workbook';
import { never, silent, type } from '../app/billing';
import { letterBook, letterDesk } from '../app/letterBook';
import type { Cell } from '../excel/book';
import { addSheet, sheetOf } from '../excel/book';

/** 31 January 2026. */
export const T0 = Date.UTC(2026, 0, 31);
export const USERS = ['Accounts', 'Transactions', 'Notes'] as const;
export const opened = (bytes: Uint8Array): Book => openWorkbook(bytes, 'test.xlsx');

/** 16 owes its 250.00. */
const MORE: { accounts: Cell[][]; transactions: Cell[][] } = {
  accounts: [['16', 'Invented, Q', 250, '', 'OR', '']],
  transactions: [['16', 45_900, 45_900, 'Charge', 250, '', '', '']],
};

/** With a rule, a name, a width and a sheet of the person's own, so that a change of any of them shows. */
function userBook(): Book {
  const book = letterBook(MORE);
  addSheet(book, 'Notes', [['call Bo on Monday'], [7]]);
  const [accounts] = book.sheets;
  if (!accounts) throw new Error('no sheet');
  accounts.columnWidths.set(1, 120);
  accounts.conditionalFormats.push({
    id: '{CF000000-0000-4000-8000-000000000009}',
    areas: [{ row: 1, column: 2, rows: 4, columns: 1 }],
    type: 'expression',
    formula: '$C2<-1000',
    dxf: book.styles.addDxf({ fill: '#FFFF00', fontColor: '', bold: true, italic: false, strikethrough: false }),
    priority: 1,
    stopIfTrue: false,
    extension: false,
    origin: -1,
  });
  book.names.push({ name: 'Largest', formula: 'Accounts!$C$4', scope: '', visible: true, comment: '' });
  return book;
}

/** Made before the first write: both refunds released, and the request of a payer disputed. */
export const DECISIONS: readonly Decision[] = [
  { id: '00123/payer:Harbor Mutual/1', status: 'Approved' },
  { id: '7/patient:=Bo+1/1', status: 'Approved' },
  { id: 'T9/payer:Harbor Mutual/1', decision: 'Dispute' },
];
/** A decision of the pane, written alone. */
export const ONE_DECISION: Decision = { id: 'T9/payer:Harbor Mutual/1', note: 'asked for the notice' };

/** Sheet, account (the first column), heading, word: what people typed before the later write. */
export const WORDS = [
  ['Credits', '7', 'Note', 'asked Bo'],
  ['Credits', '00123', 'Checks cleared', 'V13, called 3/4'],
  ['Underpayments', '16', 'Note', 'billed again'],
  ['Refunds', '7', 'Issued by', 'Cy Dole'],
  ['Refunds', '00123', 'Check no', '10234'],
  ['Payees', 'Harbor Mutual', 'Note', 'by letter'],
  ['Credit policy', 'P-dup_window_days', 'notes', 'ours'],
] as const;

/** The parts lie in it unpacked, so that it opens fast. */
const unpacked = (bytes: Uint8Array): Uint8Array => zipSync(unzipSync(bytes), { level: 0 });

export const freshBytes = (): Uint8Array => unpacked(saveWorkbook(userBook()));

/** Worked on, coloured, all sheets written, and then changed by the next export: 7 pays 10.00 more, 16 pays 50.00. */
export async function standingBytes(): Promise<Uint8Array> {
  const desk = await letterDesk(userBook(), { clock: { now: () => T0 } });
  const { excel, session } = desk;
  await session.highlight(await desk.publish(), silent, never());
  for (const [sheet, account, heading, word] of WORDS) type(excel, sheet, account, heading, word);
  nextExport(excel.workbook);
  excel.settle();
  excel.close();
  return unpacked(saveWorkbook(excel.workbook));
}

function nextExport(book: Workbook): void {
  const { cells } = sheetOf({ workbook: book }, 'Transactions');
  const end = cells.used(true)?.rows ?? 0;
  const paid = [
    ['7', 45_900, 45_930, 'Patient Payment', -10],
    ['16', 45_900, 45_940, 'Patient Payment', -50],
  ] as const;
  for (const [r, row] of paid.entries()) for (const [c, value] of row.entries()) cells.set(end + r, c, value);
  const accounts = sheetOf({ workbook: book }, 'Accounts').cells;
  accounts.set(3, 2, -1255.1);
  accounts.set(4, 2, 200);
}
