/**
 * *Corrections*: the postings the billing system needs, one a line, until the export shows that they were made (design.md 7). A person says Done
 * on and Done by; the next export proves it, or the line says *still open*.
 */
import type { Review } from '../core/credit';
import { toIso } from '../core/day';
import { add, subtract, sum, toDollars } from '../core/money';
import { correctionLines, isCorrection } from './correctionRows';
import type { CorrectionRow, CorrectionsContext } from './correctionRows';
import { CORRECTIONS_COLUMNS } from './correctionsColumns';
import type { CorrectionsKey } from './correctionsColumns';
import { ExportProof, SET_ASIDE, STILL_OPEN } from './correctionsProof';
import type { OutValue } from './edit';
import { meetById, tableChange } from './merge';
import type { Read, TableChange, Wanted } from './merge';
import { CORRECTIONS_SHEET } from './own';
import { isBlank } from './standing';
import type { StandingTable } from './standing';

/** null when there is nothing to write and no sheet to update. */
export function correctionsEdit(review: Review, context: CorrectionsContext, standing: StandingTable | null): TableChange | null {
  const lines = correctionLines(review, context);
  const aside = new Set(lines.filter((line) => line.aside).map(({ row }) => row.id));
  const rows = lines.filter((line) => !line.aside).map(({ row }) => row);
  rows.sort(byAmount);
  if (!standing && rows.length === 0) return null;
  const proof = new ExportProof(review, context, standing);
  return tableChange<CorrectionsKey>(
    {
      sheet: CORRECTIONS_SHEET,
      columns: CORRECTIONS_COLUMNS,
      preface: prefaceOf(review),
      rows,
      meet: (table) => {
        const all = lines.map(({ row }) => row).toSorted(byAmount);
        const met = meetById<CorrectionsKey>(all, table, LIKE, (read) => proof.gone(read));
        return { ...met, append: met.append.filter((row) => !aside.has(row.id)) };
      },
      update: (read, fresh) => (aside.has(fresh.id) ? { change: SET_ASIDE, asOf: review.asOf } : freshCells(read, fresh, review.asOf)),
    },
    standing,
  );
}

const LIKE = ['facility', 'account', 'todo', 'date', 'type', 'posted', 'reference'] as const satisfies readonly CorrectionsKey[];
const byAmount = (a: CorrectionRow, b: CorrectionRow): number => Number(b.amount) - Number(a.amount) || (String(a.id) < String(b.id) ? -1 : 1);

function prefaceOf(review: Review): OutValue[][] {
  const findings = review.credits.flatMap((credit) => credit.findings.filter((finding) => isCorrection(finding) && !finding.setAside));
  const asked = sum(findings.map((finding) => finding.cents));
  const wrong = add(review.totals.postingError, review.totals.misallocated);
  return [
    ['Credit balance review: Corrections'],
    ['As of', toIso(review.asOf) ?? '', `${findings.length} findings`],
    [
      'To correct in all',
      toDollars(asked),
      'Control: posting error and misallocated',
      toDollars(wrong),
      'Set aside, or not put right by a posting',
      toDollars(subtract(wrong, asked)),
    ],
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
