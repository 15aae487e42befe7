/**
 * *Refund file* as CSV text (RFC 4180): every field quoted, quotes doubled, lines end with CRLF, amounts as 1234.50, dates as YYYY-MM-DD. A text
 * that a spreadsheet would take for a formula gets an apostrophe before it; a line break within a field becomes a space.
 */
import { toIso } from '../core/day';
import type { Day } from '../core/day';
import { centsOfNumber, toDecimalText } from '../core/money';
import type { ColumnSpec, OutValue } from './edit';
import { REFUND_FILE_COLUMNS } from './refundFileColumns';
import type { RefundFileKey } from './refundFileColumns';
import type { RefundsKey } from './refundsColumns';
import { READY } from './refundStates';
import { cellOf, isBlank } from './standing';
import type { StandingTable } from './standing';

type Headed = StandingTable & { readonly headings: readonly string[] };

/** Our columns in our order, under the headings of the sheet; blank rows are left out. */
export function refundFileCsv(file: Headed): string {
  const columns: readonly ColumnSpec[] = REFUND_FILE_COLUMNS.filter((column) => file.places[column.key] !== undefined);
  const rows = file.rows.filter((row) => columns.some((column) => !isBlank(cellOf(file, row, column.key))));
  const lines = [
    columns.map((column) => safe(file.headings[file.places[column.key] ?? -1] ?? column.heading)),
    ...rows.map((row) => columns.map((column) => fieldOf(column, cellOf(file, row, column.key)))),
  ];
  return lines.map((line) => `${line.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');
}

function fieldOf(column: ColumnSpec, value: OutValue): string {
  if (typeof value === 'number' && column.type === 'money') return toDecimalText(centsOfNumber(value) ?? badAmount());
  if (typeof value === 'number' && column.type === 'date') return toIso(value as Day) ?? '';
  return safe(String(value ?? ''));
}

function badAmount(): never {
  throw new RangeError('an amount on Refund file is no amount of cents');
}

const safe = (text: string): string => {
  const line = text.replace(/[\r\n\t]+/g, ' ');
  return /^[\s]*[=+\-@]/.test(line) || /^[\t\r\n]/.test(text) ? `'${line}` : line;
};

/** References of rows that Refunds does not say are ready, at this amount, without a check. [] = the file may go out. */
export function rowsNotReady(file: StandingTable, refunds: StandingTable | null): string[] {
  const ready = new Map<string, OutValue>();
  for (const row of refunds?.rows ?? []) {
    const cell = (key: RefundsKey): OutValue => cellOf(refunds as StandingTable, row, key);
    const signed = !isBlank(cell('approvedBy')) && !isBlank(cell('approvedOn')) && isBlank(cell('checkNo'));
    if (cell('state') === READY && signed) ready.set(`${String(cell('id'))}\n${String(cell('account'))}`, cell('amount'));
  }
  const cell = (row: readonly OutValue[], key: RefundFileKey): OutValue => cellOf(file, row, key);
  const seen = new Set<string>();
  return file.rows.flatMap((row) => {
    const id = String(cell(row, 'id') ?? '');
    if (id === '' && isBlank(cell(row, 'amount'))) return [];
    const fits = ready.get(`${id}\n${String(cell(row, 'account'))}`) === cell(row, 'amount') && !seen.has(id);
    seen.add(id);
    return fits ? [] : [id === '' ? 'a row without a reference' : id];
  });
}
