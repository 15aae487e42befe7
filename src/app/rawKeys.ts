/**
 * Remembers, while blocks pass by, each distinct raw value of the columns that may be the key, exactly as read: the highlight looks up raw cells,
 * not our reading of them (design.md 8).
 */
import type { Ledger } from '../core/ledger';
import type { Block, CellValue, Grain, Plan, SheetPlan } from '../intake/contract';
import type { KeyedColumn } from './session';

/** Fields that may carry the key of a grain, best first. */
export const KEY_FIELDS: Readonly<Record<Grain, readonly string[]>> = {
  account: ['account'],
  claim: ['claim'],
  visit: ['visit'],
  patient: ['mrn', 'patient'],
  guarantor: ['guarantor', 'guarantorName'],
};
const GRAINS: readonly Grain[] = ['account', 'claim', 'visit', 'patient', 'guarantor'];

interface Seen {
  readonly raw: string | number;
  readonly facility: string;
  readonly row: number;
}
interface Column {
  readonly field: string;
  readonly column: number;
  readonly seen: Map<string, Seen>;
}
interface Sheet {
  readonly plan: SheetPlan;
  readonly role: KeyedColumn['role'];
  readonly facilityColumn: number;
  readonly columns: readonly Column[];
}

export class RawKeys {
  private readonly sheets: readonly Sheet[];

  constructor(plan: Plan) {
    this.sheets = plan.sheets.flatMap((sheet) => {
      if (sheet.role !== 'accounts' && sheet.role !== 'transactions' && sheet.role !== 'mixed') return [];
      const columnOf = (field: string): number => sheet.columns.find((column) => column.field === field)?.column ?? -1;
      const columns = GRAINS.flatMap((grain) => KEY_FIELDS[grain])
        .map((field) => ({ field, column: columnOf(field), seen: new Map<string, Seen>() }))
        .filter((column) => column.column >= 0);
      return [{ plan: sheet, role: sheet.role, facilityColumn: columnOf('facility'), columns }];
    });
  }

  accept(block: Block): void {
    const sheet = this.sheets.find((entry) => entry.plan.sheet === block.sheet);
    if (!sheet) return;
    const facility = block.columns.indexOf(sheet.facilityColumn);
    for (const column of sheet.columns) {
      const place = block.columns.indexOf(column.column);
      if (place < 0) continue;
      for (const [r, row] of block.values.entries()) remember(column.seen, row[place] ?? '', facility < 0 ? '' : (row[facility] ?? ''), block.firstRow + r + 1);
    }
  }

  /** The key columns of the grain that was chosen, each raw value with the account it was read as. */
  keyed(grain: Grain, ledger: Ledger): KeyedColumn[] {
    const accounts = accountFinder(ledger);
    const withListing = this.sheets.some((sheet) => sheet.role !== 'transactions');
    return this.sheets.flatMap((sheet) => {
      if (withListing && sheet.role === 'transactions') return [];
      const column = KEY_FIELDS[grain].map((field) => sheet.columns.find((entry) => entry.field === field)).find((entry) => entry !== undefined);
      if (!column) return [];
      const seen = [...column.seen.values()];
      const find = accounts(sheet.plan.sheet, seen);
      const keys = seen.map((key) => ({ ...key, account: find(key) })).filter((key) => key.account >= 0);
      return [{ sheet: sheet.plan.sheet, role: sheet.role, keyColumn: column.column, facilityColumn: sheet.facilityColumn, keys }];
    });
  }
}

function remember(seen: Map<string, Seen>, raw: CellValue, facility: CellValue, row: number): void {
  if (raw === '' || raw === null || typeof raw === 'boolean') return;
  const key = `${typeof raw === 'number' ? '#' : '"'}${raw}\u0000${String(facility)}`;
  if (!seen.has(key)) seen.set(key, { raw, facility: String(facility ?? ''), row });
}

/** Finds the account of a raw key by the row it was read from, else by its text; −1 when no account came of it. */
function accountFinder(ledger: Ledger): (sheet: string, seen: readonly Seen[]) => (seen: Seen) => number {
  const byText = new Map<string, number>();
  for (let a = 0; a < ledger.accounts.count; a++) {
    const facility = ledger.texts[ledger.accounts.text.facility[a] ?? 0] ?? '';
    byText.set(`${facility}\u0000${ledger.texts[ledger.accounts.key[a] ?? 0] ?? ''}`, a);
  }
  return (sheet, all) => {
    const byRow = accountsOfRows(ledger, ledger.sheets.indexOf(sheet), new Set(all.map((seen) => seen.row)));
    return (seen) => byRow.get(seen.row) ?? byText.get(`${seen.facility.trim()}\u0000${String(seen.raw).trim()}`) ?? -1;
  };
}

function accountsOfRows(ledger: Ledger, sheet: number, wanted: ReadonlySet<number>): Map<number, number> {
  const rows = new Map<number, number>();
  const { tx, accounts } = ledger;
  for (let t = 0; t < tx.count; t++) {
    const row = tx.row[t] ?? 0;
    if (tx.sheet[t] === sheet && wanted.has(row)) rows.set(row, tx.account[t] ?? 0);
  }
  for (let a = 0; a < accounts.count; a++) {
    const row = accounts.row[a] ?? 0;
    if (row !== 0 && accounts.sheet[a] === sheet) rows.set(row, a);
  }
  return rows;
}
