/**
 * A twin has the shape and the faults of its source, and nothing that says whose it was: over every fixture, read back cell by cell by another
 * reader. What may stay is listed here by hand.
 */
import { read, utils } from '@e965/xlsx';
import { fromIso } from '../../src/core/day';
import type { Day } from '../../src/core/day';
import type { Scan } from '../../src/app/session';
import type { Plan } from '../../src/intake/contract';
import { opened, reviewed, twinned, type Twinned } from './twinFile';

const AS_OF = fromIso('2026-11-30') as Day;

const tally = (texts: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
};
/** Cause → findings. */
const causes = (scan: Scan): Record<string, number> => tally(scan.review?.credits.flatMap(({ findings }) => findings.map(({ cause }) => cause)) ?? []);
const problems = (scan: Scan): Record<string, number> => tally(scan.reading.problems.map(({ code }) => code));

/** Words of headings, types, statuses, totals and government programmes in the fixtures: each was looked at, none says who. */
const MAY_STAY = new Set(
  (
    'responsibility sequestration professional accident account accounts active added adjustment adjustments advantage agency allowed amount and approved assistance bad balance bank batch ' +
    'bill billed billing cancelled capitated capitation card care cash charge chargeid charges charity check chg claim claimid class closed code ' +
    'codes collection collections comment comp complete contractual control copay count coverage cpt credit date debt denial denied dep deposit ' +
    'description detail diagnosis discount dob dos drg echeck eft encounter end estimate expected fee filing fin financial from fromdate grade ' +
    'grand guarantor health history icn ins insurance int interest item jan last late line linenote lockbox medicaid medicare member merged ' +
    'method modifier mrn name new non not notes nsf number off office open our ours outstanding own paid patient patientid pay payee payer ' +
    'payment payments pending plan plb pmt portal post posted posting pre prepayment primary prior procedure providerid qmb queue reason recovery ' +
    'refund refunds remit remittance removal removed resp return returned reversal reversed review room schedule scheduled secondary self service ' +
    'servicedate small state statement status statusp sum system takeback time timely todate total totals transaction transfer transferin ' +
    'transferout transfers txn type unapplied unitamount units user visit workers write '
  ).split(' '),
);

type Kind = 'amounts' | 'days' | 'numbers' | 'words' | 'tokens';
type Contents = Record<Kind, Set<string>>;
const AMOUNT =
  /^(?!.*id$).*(amount|balance|charge|payment|paid|adj|allowed|patient resp|copay|coins|deduct|transfers?$|transfer(in|out)$|outstanding|write|total|contractual|sequest|prior)/i;
const DAY = /date|dob|posted|dos\b|day/i;
/** Columns whose values are codes, or count lines. */
const CODE = /code|cpt|line|unit|reason|type|status|ref\d|drg|tob|method|modifier/i;

/** What stands below the headings of a planned sheet, kind by kind. */
function sortedInto(all: Contents, rows: readonly (readonly unknown[])[], sheet: string, plan: Plan): void {
  const first = Math.max(0, ...plan.sheets.filter((entry) => entry.sheet === sheet).map(({ headerRow }) => headerRow));
  const headings = (rows[first - 1] ?? []).map(String);
  for (const row of rows.slice(first)) for (const [column, value] of row.entries()) sorted(value, headings[column] ?? '', all);
}
const none = (): Contents => ({ amounts: new Set(), days: new Set(), numbers: new Set(), words: new Set(), tokens: new Set() });

/** The twin as another reader reads it. */
function ofTwin({ bytes, twin, plan }: Twinned): Contents {
  const all = none();
  const book = read(bytes, { cellDates: false });
  for (const { sheet, as } of twin.sheets)
    sortedInto(all, utils.sheet_to_json<unknown[]>(book.Sheets[as] ?? {}, { header: 1, raw: true, blankrows: true, defval: null }), sheet, plan);
  return all;
}

function ofSource({ source, twin, plan }: Twinned): Contents {
  const all = none();
  for (const { sheet } of twin.sheets) {
    const cells = source.sheets.find(({ name }) => name === sheet)?.cells;
    const used = cells?.used(true);
    if (!cells || !used) continue;
    const [rows, columns] = [used.row + used.rows, used.column + used.columns];
    sortedInto(
      all,
      Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_column, column) => cells.get(row, column))),
      sheet,
      plan,
    );
  }
  return all;
}

/** "(1,234.50)", "1.234,50-" and "145.00CR" in dollars. */
const dollars = (text: string): number =>
  Number(
    text
      .replace(/[^\d.,]/g, '')
      .replace(/[.,](?=.*[.,])/g, '')
      .replace(',', '.'),
  );

function sorted(value: unknown, heading: string, all: Contents): void {
  if (typeof value === 'string') {
    for (const word of value.toLowerCase().match(/(?<![\p{N}-])\b\p{L}{3,}\b(?![\p{N}-])/gu) ?? []) all.words.add(word);
    const isAmount = AMOUNT.test(heading) && /^[^a-z]*[1-9][^a-z]*(cr|dr)?$/i.test(value);
    if (isAmount) all.amounts.add(dollars(value).toFixed(2));
    else if (DAY.test(heading)) all.days.add(value.slice(0, 10));
    else if (!CODE.test(heading))
      for (const token of value.match(/[\p{L}\p{N}-]*\d{3}[\p{L}\p{N}-]*/gu) ?? []) all.tokens.add(token.replace(/^0+/, '').toLowerCase());
  } else if (typeof value === 'number' && value !== 0) {
    if (DAY.test(heading)) all.days.add(String(Math.floor(value)));
    else if (AMOUNT.test(heading)) all.amounts.add(Math.abs(value).toFixed(2));
    else if (!CODE.test(heading)) all.numbers.add(String(value));
  }
}

/** The tests of the twins of these files. */
export function testTwins(paths: readonly string[]): void {
  describe.each(paths)('the twin of %s', (path) => {
    let made: Twinned;
    beforeAll(async () => {
      made = await twinned(path, AS_OF, 20);
    });

    it('has the same faults, and the same causes in the same numbers', async () => {
      const after = await reviewed(opened(made.bytes, 'twin.xlsx'), (AS_OF - made.twin.daysEarlier) as Day);
      expect(problems(after)).toEqual(problems(made.before));
      expect(causes(after)).toEqual(causes(made.before));
    });

    it('holds no word, number, date or amount of its source', () => {
      const [source, twin] = [ofSource(made), ofTwin(made)];
      const left = Object.fromEntries(Object.entries(twin).map(([kind, found]) => [kind, [...found].filter((text) => source[kind as Kind].has(text))]));
      expect({ ...left, words: left['words']?.filter((word) => !MAY_STAY.has(word)) }).toEqual({ amounts: [], days: [], numbers: [], words: [], tokens: [] });
    });
  });
}
