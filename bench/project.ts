/** Our side of the comparison: row arrays as Excel hands them over → intake → the whole review, all causes and checks on → ranked credits. */
import type { Review } from '../src/core/credit';
import { fromIso } from '../src/core/day';
import type { Day } from '../src/core/day';
import type { Ledger } from '../src/core/ledger';
import { policyFrom } from '../src/core/policy/load';
import type { Policy } from '../src/core/policy/policy';
import { review } from '../src/core/review';
import type { CellValue, Plan, Reader, SheetSample } from '../src/intake/contract';
import { plan } from '../src/intake/plan';
import { createReader } from '../src/intake/reader';
import { fiveKinds } from './fiveKinds';
import type { AccountRow, Outcome, TxRow } from './rows';

type Row = readonly CellValue[];
interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}

export interface Reviewed {
  readonly ledger: Ledger;
  readonly review: Review;
  /** Milliseconds. */
  readonly load: number;
  readonly compute: number;
}

const TX_HEADINGS = ['Account', 'Guarantor ID', 'MRN', 'Payer', 'Type', 'PostDate', 'ServiceDate', 'Amount', 'CheckNo', 'CARC'];
const ACCOUNT_HEADINGS = ['Account', 'Guarantor ID', 'MRN', 'PrimaryPayer', 'FinClass', 'AdmitDate', 'Status'];
const HEAD_ROWS = 200;
const TAIL_ROWS = 50;
const BLOCK_ROWS = 5000;
/** After the last day the generator writes. */
const AS_OF = fromIso('2025-12-31') as Day;

/** The job of the peers knows duplicates of 30 days. */
export function benchPolicy(): Policy {
  const row = { policy_id: 'BENCH-1', topic: 'PARAMETER', key: 'dup_window_days', value: '30', unit: 'calendar_days', status: 'ACTIVE' };
  const { policy, problems } = policyFrom([row], AS_OF);
  if (problems.length > 0 || policy.parameters.dupWindowDays !== 30) throw new Error('the policy of the comparison was not taken');
  return policy;
}

const sampleOf = ({ name, headings, rows }: Sheet): SheetSample => ({
  name,
  head: [headings, ...rows.slice(0, HEAD_ROWS - 1)],
  tail: rows.slice(-TAIL_ROWS),
  formats: [],
  firstRow: 0,
  firstColumn: 0,
  rowCount: rows.length + 1,
  columnCount: headings.length,
  tables: [],
  visibility: 'visible',
  own: false,
  date1904: false,
});

/** Blocks hold whole rows: they are only pointed at, as a block of Excel's values would be. */
function readBlocks(reader: Reader, sheet: Sheet): void {
  const columns = sheet.headings.map((_, at) => at);
  for (let from = 0; from < sheet.rows.length; from += BLOCK_ROWS)
    reader.accept({ sheet: sheet.name, firstRow: from + 1, columns, values: sheet.rows.slice(from, from + BLOCK_ROWS) });
}

function read(sheets: readonly Sheet[], policy: Policy): Ledger {
  const samples = sheets.map(sampleOf);
  const planned: Plan = plan(samples, { policy });
  const reader = createReader(planned, samples, { policy });
  for (const sheet of sheets) readBlocks(reader, sheet);
  const reading = reader.finish();
  if (reading.refused !== null) throw new Error(`the reading was refused: ${reading.refused.message}`);
  return reading.ledger;
}

export function reviewRows(tx: readonly TxRow[], acc: readonly AccountRow[]): Reviewed {
  const started = performance.now();
  const policy = benchPolicy();
  const ledger = read(
    [
      { name: 'Accounts', headings: ACCOUNT_HEADINGS, rows: acc },
      { name: 'Transactions', headings: TX_HEADINGS, rows: tx },
    ],
    policy,
  );
  const loaded = performance.now();
  const found = review(ledger, policy);
  return { ledger, review: found, load: loaded - started, compute: performance.now() - loaded };
}

/** The timed part, and what turns its answer into flags afterwards: that is not part of the job. */
export function project(tx: readonly TxRow[], acc: readonly AccountRow[]): Outcome & { readonly answer: () => Outcome } {
  const done = reviewRows(tx, acc);
  const times = { load: done.load, compute: done.compute };
  return { ...times, answer: () => ({ ...times, ...fiveKinds(done.ledger, done.review) }) };
}
