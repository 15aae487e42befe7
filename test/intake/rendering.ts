/** Renders one invented ledger in a random layout, as some billing system would export it. Used by the property tests. */
import fc from 'fast-check';
import { toIso } from '../../src/core/day';
import type { Day } from '../../src/core/day';
import type { CellValue } from '../../src/intake/contract';

export type Word = 'charge' | 'ins' | 'pt' | 'contractual' | 'writeoff' | 'refund' | 'reversal';
export interface Posting {
  readonly account: number;
  readonly word: Word;
  readonly cents: number;
  readonly day: number;
}
export interface Book {
  readonly postings: readonly Posting[];
  readonly accounts: number;
}

/** Effect on the balance: charges, refunds and reversals raise it. */
export const effectOf = (p: Posting): number => (p.word === 'charge' || p.word === 'refund' || p.word === 'reversal' ? p.cents : -p.cents);

const cents = fc.integer({ min: 101, max: 9_999_99 });
const account = fc.record({
  charges: fc.array(cents, { minLength: 1, maxLength: 3 }),
  more: fc.array(fc.tuple(fc.constantFrom<Word>('ins', 'pt', 'contractual', 'writeoff', 'refund', 'reversal'), cents), { minLength: 1, maxLength: 4 }),
  day: fc.integer({ min: 45_300, max: 45_900 }),
});

/** A ledger in which each account has a charge and a payment. */
export const books: fc.Arbitrary<Book> = fc.array(account, { minLength: 3, maxLength: 9 }).map((list) => ({
  accounts: list.length,
  postings: list.flatMap(({ charges, more, day }, a): Posting[] => [
    ...charges.map((c, i): Posting => ({ account: a, word: 'charge', cents: c, day: day + i })),
    { account: a, word: 'ins', cents: (charges[0] as number) - 100, day: day + 20 },
    { account: a, word: 'contractual', cents: 100, day: day + 20 },
    ...more.map(([word, c], i): Posting => ({ account: a, word, cents: c, day: day + 25 + i })),
  ]),
}));

const pick = <T extends string | number | boolean>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
export const styles = fc.record({
  layout: pick('signed', 'positive', 'sides', 'byType', 'inverse'),
  money: pick('number', 'text', 'dollars', 'thousands', 'parentheses', 'trailing', 'crdr', 'residue', 'european'),
  date: pick('serial', 'fraction', 'iso', 'isoTime', 'us', 'usTime', 'named', 'eight', 'dayFirst'),
  key: pick('Account', 'Acct #', 'HAR', 'Patient Account Number', 'Account No', 'Acct ID', 'PCN'),
  type: pick('Type', 'Tran Type', 'Transaction Type', 'TX_TYPE_C_NAME', 'Activity'),
  posted: pick('Post Date', 'Posting Date', 'Trans Date', 'Date', 'Entry Date'),
  amount: pick('Amount', 'Amt', 'Trans Amount', 'TX_AMOUNT', 'Transaction Amount'),
  words: pick(0, 1, 2, 3),
  titles: fc.integer({ min: 0, max: 6 }),
  totals: fc.boolean(),
  totalAbove: fc.boolean(),
  blanks: fc.boolean(),
  repeats: fc.boolean(),
  listing: fc.boolean(),
  split: fc.boolean(),
  order: fc.integer({ min: 0, max: 2 ** 30 }),
  keyStyle: pick('letters', 'zeros', 'number'),
  junk: fc.boolean(),
  /** Only the first row of each account names it. */
  grouped: pick(false, false, false, true),
  /** The heading takes two rows, the upper one merged. */
  twoRows: pick(false, false, false, true),
  /** A balance after each row. */
  running: pick(false, false, true),
  /** Rows that do not count, marked by a void date or a status. */
  voided: pick(false, false, true),
  pending: pick(false, false, true),
});
export type Style = typeof styles extends fc.Arbitrary<infer T> ? T : never;

const WORDS: readonly Readonly<Record<Word, string>>[] = [
  {
    charge: 'Charge',
    ins: 'Insurance Payment',
    pt: 'Patient Payment',
    contractual: 'Contractual Adjustment',
    writeoff: 'Write Off',
    refund: 'Refund',
    reversal: 'Payment Reversal',
  },
  { charge: 'CHG', ins: 'INS PMT', pt: 'PT PMT', contractual: 'CONTRACTUAL', writeoff: 'W/O', refund: 'REFUND', reversal: 'PMT REVERSAL' },
  { charge: 'CHARGE', ins: 'PAYMENT_INS', pt: 'PAYMENT_PT', contractual: 'Allowance', writeoff: 'Courtesy Write-off', refund: 'Refund Check', reversal: 'NSF' },
  {
    charge: 'Charge',
    ins: 'Payment - Insurance',
    pt: 'Payment - Patient',
    contractual: 'Credit Adjustment',
    writeoff: 'Small Balance Adjustment',
    refund: 'Refund - Patient',
    reversal: 'Void Payment',
  },
];

/** A small generator of its own, so that one number is a whole order. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const out = [...list];
  let s = seed || 1;
  for (let i = out.length - 1; i > 0; i--) {
    s = (Math.imul(s, 1103515245) + 12345) & 0x7fffffff;
    const j = s % (i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

const commas = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');
function money(value: number, style: Style): CellValue {
  const sign = value < 0 ? '-' : '';
  const whole = String(Math.floor(Math.abs(value) / 100));
  const part = String(Math.abs(value) % 100).padStart(2, '0');
  switch (style.money) {
    case 'number':
      return value / 100;
    case 'residue':
      return value / 100 + (value % 7 === 0 ? 1e-7 : 0);
    case 'text':
      return `${sign}${whole}.${part}`;
    case 'dollars':
      return `${sign}$${whole}.${part}`;
    case 'thousands':
      return `${sign}${commas(whole)}.${part}`;
    case 'parentheses':
      return value < 0 ? `($${commas(whole)}.${part})` : `$${commas(whole)}.${part}`;
    case 'crdr':
      return `${commas(whole)}.${part}${value < 0 ? ' CR' : ''}`;
    case 'trailing':
      return `${commas(whole)}.${part}${sign}`;
    case 'european':
      return `${sign}${commas(whole).replaceAll(',', '.')},${part}`;
  }
}

function date(day: number, style: Style): CellValue {
  const iso = toIso(day as Day) as string;
  const [y, m, d] = iso.split('-') as [string, string, string];
  switch (style.date) {
    case 'serial':
      return day;
    case 'fraction':
      return day + 0.625;
    case 'iso':
      return iso;
    case 'isoTime':
      return `${iso}T08:34:30Z`;
    case 'us':
      return `${Number(m)}/${Number(d)}/${y}`;
    case 'usTime':
      return `${m}/${d}/${y} 12:00:00 AM`;
    case 'named':
      return `${d}-${['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'][Number(m) - 1] as string}-${y}`;
    case 'dayFirst':
      return `${d}/${m}/${y}`;
    case 'eight':
      return `${y}${m}${d}`;
  }
}

export const keyOf = (account: number, style: Style): string =>
  style.keyStyle === 'letters' ? `AC${1000 + account * 7}` : style.keyStyle === 'zeros' ? `000${4100 + account * 13}` : String(70_100 + account * 13);

/** A row as printed: a posting, whether it names its account, and why it may not count. */
interface Line extends Posting {
  readonly named: boolean;
  readonly off: '' | 'void' | 'pending';
  readonly running: number;
}
interface Column {
  readonly heading: string;
  readonly above?: string;
  readonly amount?: (line: Line) => number | null;
  cell(line: Line): CellValue;
}

const written = (p: Posting, style: Style): number => (style.layout === 'signed' ? effectOf(p) : style.layout === 'inverse' ? -effectOf(p) : p.cents);

function amountColumns(style: Style): Column[] {
  const column = (heading: string, amount: (line: Line) => number | null, above = ''): Column => ({
    heading,
    above,
    amount,
    cell: (line) => (amount(line) === null ? '' : money(amount(line) as number, style)),
  });
  if (style.layout === 'sides')
    return [column('Debit', (p) => (effectOf(p) > 0 ? p.cents : null)), column('Credit', (p) => (effectOf(p) < 0 ? p.cents : null))];
  if (style.layout !== 'byType') return [column(style.amount, (p) => written(p, style))];
  const only = (heading: string, ...words: Word[]): Column =>
    column(style.twoRows ? 'Amount' : heading, (p) => (words.includes(p.word) ? p.cents : null), heading);
  return [only('Charges', 'charge'), only('Payments', 'ins', 'pt', 'reversal'), only('Adjustments', 'contractual', 'writeoff'), only('Refunds', 'refund')];
}

const JUNK: readonly Column[] = [
  { heading: 'Units', cell: () => 1 },
  { heading: 'Rendering Provider', cell: () => 'EXAMPLE, DOC' },
  { heading: 'Aging', cell: (p) => (p.account % 2 === 0 ? '0-30' : '31-60') },
  { heading: 'Last Payment Amount', cell: (p) => 12.5 + p.account },
];

function columnsOf(style: Style): Column[] {
  const key = (p: Line): CellValue => (!p.named ? '' : style.keyStyle === 'number' ? Number(keyOf(p.account, style)) : keyOf(p.account, style));
  const columns: Column[] = [
    { heading: style.key, cell: key },
    { heading: style.type, cell: (p) => (WORDS[style.words] as Record<Word, string>)[p.word] },
    { heading: style.posted, cell: (p) => date(p.day, style) },
    ...amountColumns(style),
  ];
  if (style.junk) columns.push(...JUNK);
  if (style.running) columns.push({ heading: 'Balance', cell: (p) => money(p.running, style) });
  if (style.voided) columns.push({ heading: 'Void Date', cell: (p) => (p.off === 'void' ? date(p.day + 1, style) : '') });
  if (style.pending) columns.push({ heading: 'Status', cell: (p) => (p.off === 'pending' ? 'Pending' : 'Posted') });
  return shuffled(columns, style.order);
}

/** The rows to print: in any order, or by account when the sheet groups them, with the rows that do not count among them. */
function linesOf(book: Book, style: Style): Line[] {
  const ghosts: (Posting & { off: Line['off'] })[] = [];
  if (style.voided) ghosts.push({ account: 0, word: 'ins', cents: 77_700, day: 45_700, off: 'void' });
  if (style.pending) ghosts.push({ account: 1, word: 'ins', cents: 55_500, day: 45_500, off: 'pending' });
  const live = book.postings.map((p): Posting & { off: Line['off'] } => ({ ...p, off: '' }));
  const all = shuffled([...live, ...ghosts], style.order + 1);
  if (style.grouped) all.sort((a, b) => a.account - b.account);
  const owed = new Map<number, number>();
  return all.map((p) => {
    owed.set(p.account, (owed.get(p.account) ?? 0) + (p.off === '' ? effectOf(p) : 0));
    return { ...p, named: true, running: owed.get(p.account) as number };
  });
}

/** Names the account on the first row of each run only. */
const firstOnly = (lines: readonly Line[]): Line[] => lines.map((line, i) => ({ ...line, named: lines[i - 1]?.account !== line.account }));

/** Sheets as Excel hands them over. */
export function render(book: Book, style: Style): Record<string, CellValue[][]> {
  const columns = columnsOf(style);
  const lines = linesOf(book, style);
  const parts = style.split ? [lines.filter((p) => p.day < 45_600), lines.filter((p) => p.day >= 45_600)].filter((part) => part.length > 0) : [lines];
  const sheets: Record<string, CellValue[][]> = {};
  parts.forEach((part, i) => (sheets[parts.length > 1 ? `Detail ${i + 1}` : 'Detail'] = sheetOf(style.grouped ? firstOnly(part) : part, columns, style)));
  if (style.listing) sheets['Accounts'] = listingOf(book, style);
  return sheets;
}

function sheetOf(part: readonly Line[], columns: readonly Column[], style: Style): CellValue[][] {
  const header = columns.map((c) => c.heading);
  const rows: CellValue[][] = Array.from({ length: style.titles }, (_, i) => [
    ['Transaction detail', '', 'Riverbend Clinic', 'Printed On 11/30/2026', '', 'Page 1 of 1'][i] as string,
  ]);
  const total = (): CellValue[] => {
    const sums: CellValue[] = columns.map((c) =>
      c.amount === undefined
        ? ''
        : money(
            part.reduce((sum, p) => sum + (c.amount?.(p) ?? 0), 0),
            style,
          ),
    );
    sums[columns.findIndex((c) => c.amount === undefined)] = 'Grand Total';
    return sums;
  };
  if (style.totalAbove && style.titles > 2) rows.push(total());
  if (style.twoRows && style.layout === 'byType') rows.push(columns.map((c) => c.above ?? ''));
  rows.push(header);
  part.forEach((line, i) => {
    if (style.repeats && i === 5) rows.push([...header]);
    if (style.blanks && i % 6 === 4) rows.push(header.map(() => ''));
    rows.push(columns.map((c) => c.cell(line)));
  });
  if (style.totals) rows.push(total());
  return rows;
}

function listingOf(book: Book, style: Style): CellValue[][] {
  const rows: CellValue[][] = [[style.key, 'Patient Name', 'Balance']];
  for (let a = 0; a < book.accounts; a++) {
    const balance = book.postings.filter((p) => p.account === a).reduce((sum, p) => sum + effectOf(p), 0);
    rows.push([style.keyStyle === 'number' ? Number(keyOf(a, style)) : keyOf(a, style), `TESTER, N${a}`, money(balance, style)]);
  }
  return rows;
}
