/**
 * *Corrections*: the postings the billing system needs, one a line, until the export shows that they were made (design.md 7). A person says Done
 * on and Done by; the next export proves it, or the line says *still open*.
 */
import type { Credit, Review } from '../core/credit';
import { toIso } from '../core/day';
import { add, sum, toDollars, ZERO } from '../core/money';
import { correctionRows, isCorrection } from './correctionRows';
import type { CorrectionRow, CorrectionsContext } from './correctionRows';
import { CORRECTIONS_COLUMNS } from './correctionsColumns';
import type { CorrectionsKey } from './correctionsColumns';
import { dollarsOf } from './creditRows';
import type { OutValue } from './edit';
import { meetById, tableChange } from './merge';
import type { Read, TableChange, Wanted } from './merge';
import { CORRECTIONS_SHEET } from './own';
import { isBlank } from './standing';
import type { StandingTable } from './standing';

/** null when there is nothing to write and no sheet to update. */
export function correctionsEdit(review: Review, context: CorrectionsContext, standing: StandingTable | null): TableChange | null {
  const rows = correctionRows(review, context).toSorted(byAmount);
  if (!standing && rows.length === 0) return null;
  const open = openParts(review.credits);
  return tableChange<CorrectionsKey>(
    {
      sheet: CORRECTIONS_SHEET,
      columns: CORRECTIONS_COLUMNS,
      preface: prefaceOf(review),
      rows,
      meet: (table) => meetById<CorrectionsKey>(rows, table, LIKE, (read) => goneCells(read, review.asOf, open)),
      update: (read, fresh) => freshCells(read, fresh, review.asOf),
    },
    standing,
  );
}

const LIKE = ['facility', 'account', 'todo', 'date', 'type', 'posted', 'reference'] as const satisfies readonly CorrectionsKey[];
const byAmount = (a: CorrectionRow, b: CorrectionRow): number => Number(b.amount) - Number(a.amount) || (String(a.id) < String(b.id) ? -1 : 1);

function prefaceOf(review: Review): OutValue[][] {
  const findings = review.credits.flatMap((credit) => credit.findings.filter(isCorrection));
  return [
    ['Credit balance review: Corrections'],
    ['As of', toIso(review.asOf) ?? '', `${findings.length} findings`],
    ['To correct in all', toDollars(sum(findings.map((finding) => finding.cents)))],
    ['Post these in the billing system, then fill Done on and Done by. The next export proves it.'],
  ];
}

const OWN_KEYS = CORRECTIONS_COLUMNS.filter((column) => column.person !== true).map((column) => column.key);

/** A line that the review still asks for. Done later than the export's date: the next export will tell. */
function freshCells(read: Read<CorrectionsKey>, fresh: CorrectionRow, asOf: number): Wanted<CorrectionsKey> {
  const wanted: Wanted<CorrectionsKey> = {};
  for (const key of OWN_KEYS) wanted[key] = fresh[key];
  if (typeof read('flaggedOn') === 'number') wanted.flaggedOn = read('flaggedOn');
  const doneOn = read('doneOn');
  const later = typeof doneOn === 'number' && doneOn > asOf;
  return { ...wanted, change: isBlank(doneOn) ? 'to do' : later ? 'done, next export proves it' : STILL_OPEN };
}

const STILL_OPEN = 'still open';
const OVER = /^(proved by|no longer asked for)/;

/** A line the review no longer asks for. No proof while the account still holds as much that nothing explains. */
function goneCells(read: Read<CorrectionsKey>, asOf: number, open: ReadonlyMap<string, number>): Wanted<CorrectionsKey> {
  if (OVER.test(String(read('change') ?? ''))) return {};
  const left = open.get(accountOf(read)) ?? 0;
  const day = toIso(asOf as Review['asOf']) ?? '';
  if (left > 0 && left >= Number(read('amount') ?? 0)) return { change: isBlank(read('doneOn')) ? 'to do' : STILL_OPEN, asOf };
  return { change: isBlank(read('doneOn')) ? `no longer asked for, export of ${day}` : `proved by export of ${day}`, asOf };
}

const accountOf = (read: Read<'facility' | 'account'>): string => JSON.stringify([String(read('facility') ?? ''), String(read('account') ?? '')]);

/** Dollars an account still holds without a cause that is sure. */
function openParts(credits: readonly Credit[]): Map<string, number> {
  return new Map(
    credits.map((credit) => {
      const unsure = sum(credit.findings.filter((finding) => finding.class === 'needs-review').map((finding) => finding.cents));
      const unexplained = credit.unexplained > 0 ? credit.unexplained : ZERO;
      return [accountOf((key) => (key === 'account' ? credit.key : credit.facility)), dollarsOf(add(unsure, unexplained))];
    }),
  );
}
