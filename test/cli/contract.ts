/**
 * The contract of the command line's JSON (design.md 9) as a checker of its own: field by field, then the sums that must hold (design.md 4, laws 1 and 5).
 * Returns one sentence a breach.
 */
type Value = unknown;
type Test = (value: Value, at: string) => string[];

const bad = (at: string, what: string): string[] => [`${at}: ${what}`];
const matching =
  (pattern: RegExp, what: string): Test =>
  (value, at) =>
    typeof value === 'string' && pattern.test(value) ? [] : bad(at, `is not ${what}: ${JSON.stringify(value)}`);
const text: Test = (value, at) => (typeof value === 'string' ? [] : bad(at, `is not text: ${JSON.stringify(value)}`));
const filled: Test = matching(/\S/, 'filled text');
const decimal: Test = matching(/^-?(0|[1-9]\d*)\.\d\d$/, 'decimal text');
const positive: Test = matching(/^(0|[1-9]\d*)\.\d\d$/, 'decimal text without sign');
const date: Test = matching(/^\d{4}-\d{2}-\d{2}$/, 'an ISO date');
const count: Test = (value, at) => (Number.isInteger(value) && (value as number) >= 0 ? [] : bad(at, 'is not a count'));
const flag: Test = (value, at) => (typeof value === 'boolean' ? [] : bad(at, 'is not true or false'));
const share: Test = (value, at) => (value === null || (typeof value === 'number' && value >= 0 && value <= 1) ? [] : bad(at, 'is not a share or null'));
const oneOf =
  (...words: readonly string[]): Test =>
  (value, at) =>
    words.includes(value as string) ? [] : bad(at, `is not one of ${words.join(', ')}: ${JSON.stringify(value)}`);
const orNull =
  (test: Test): Test =>
  (value, at) =>
    value === null ? [] : test(value, at);
const listOf =
  (test: Test): Test =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((item: unknown, i) => test(item, `${at}[${i}]`)) : bad(at, 'is not a list');
/** Keys may be added, none may be missing. */
const record =
  (fields: Readonly<Record<string, Test>>): Test =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad(at, 'is not an object');
    return Object.entries(fields).flatMap(([key, test]) =>
      key in value ? test((value as Record<string, Value>)[key], `${at}.${key}`) : bad(`${at}.${key}`, 'is missing'),
    );
  };
const columns: Test = (value, at) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((v) => typeof v === 'string')
    ? []
    : bad(at, 'is not field: heading');

const CLASSES = ['true-overpayment', 'posting-error', 'misallocated', 'hold', 'needs-review'] as const;
const RESOLUTIONS =
  'REFUND_PAYER REFUND_PATIENT AWAIT_TAKEBACK REVERSE_ADJ REVERSE_POSTING POST_MISSING_TXN TRANSFER_ACCOUNT TRANSFER_BUCKET TRANSFER_GL POST_CHARGES CORRECT_AND_REBILL SMALL_CREDIT_POLICY ESCHEAT_TRACK HOLD_UNTIL ESCALATE';
const place = record({ sheet: filled, row: (value, at) => (Number.isInteger(value) && (value as number) >= 1 ? [] : bad(at, 'is not a 1-based row')) });
const finding = record({
  id: filled,
  cause: matching(/^C(0[1-9]|1\d|2[0-8])$/, 'C01 … C28'),
  variant: orNull(oneOf('a', 'b', 'c')),
  class: oneOf(...CLASSES),
  amount: positive,
  party: text,
  owedTo: record({ kind: oneOf('payer', 'patient', 'account', 'none'), name: text }),
  resolution: matching(new RegExp(`^(${RESOLUTIONS.split(' ').join('|')})`), 'a resolution of domain.md 2.2'),
  evidence: oneOf('remittance', 'reference', 'amounts', 'pattern'),
  confidence: oneOf('high', 'medium', 'low'),
  level: oneOf('account', 'claim', 'line'),
  due: orNull(date),
  dueBasis: orNull(text),
  rows: listOf(place),
  because: filled,
});
const check = record({
  id: matching(/^V(0[1-9]|1\d|2[0-4])$/, 'V01 … V24'),
  result: oneOf('fail', 'notTestable'),
  severity: oneOf('block', 'warn'),
  message: filled,
});
const credit = record({
  id: filled,
  account: filled,
  patient: orNull(text),
  balance: decimal,
  credit: positive,
  hidden: flag,
  class: oneOf(...CLASSES),
  confidence: orNull(oneOf('high', 'medium', 'low')),
  shortfall: positive,
  unexplained: decimal,
  since: orNull(date),
  findings: listOf(finding),
  checks: listOf(check),
});
const report = record({
  asOf: date,
  grain: orNull(oneOf('account', 'claim', 'visit', 'patient', 'guarantor')),
  refused: orNull(record({ code: filled, message: filled, remedy: filled })),
  sheets: listOf(
    record({
      name: filled,
      role: oneOf('accounts', 'transactions', 'mixed', 'remittance', 'register', 'own', 'ignored'),
      headerRow: orNull(count),
      rows: count,
      columns,
      sign: orNull(text),
      matched: share,
    }),
  ),
  ledger: record({ accounts: count, transactions: count, charges: decimal, payments: decimal, adjustments: decimal, refunds: decimal }),
  credits: listOf(credit),
  problems: listOf(record({ code: filled, sheet: orNull(text), row: orNull(count), message: filled, remedy: filled })),
  totals: record({
    balance: decimal,
    credit: positive,
    shortfall: positive,
    unexplained: decimal,
    trueOverpayment: positive,
    postingError: positive,
    misallocated: positive,
    hold: positive,
    needsReview: decimal,
  }),
});

export interface ReportFinding {
  readonly id: string;
  readonly cause: string;
  readonly variant: string | null;
  readonly class: string;
  readonly amount: string;
  readonly owedTo: { readonly kind: string; readonly name: string };
  readonly resolution: string;
  readonly confidence: string;
  readonly rows: readonly { readonly sheet: string; readonly row: number }[];
  readonly because: string;
}
export interface ReportCredit {
  readonly account: string;
  readonly id: string;
  readonly balance: string;
  readonly credit: string;
  readonly hidden: boolean;
  readonly class: string;
  readonly confidence: string | null;
  readonly shortfall: string;
  readonly unexplained: string;
  readonly findings: readonly ReportFinding[];
  readonly checks: readonly { readonly id: string; readonly result: string; readonly severity: string; readonly message: string }[];
}
export interface Report {
  readonly asOf: string;
  readonly grain: string | null;
  readonly refused: { readonly code: string; readonly message: string; readonly remedy: string } | null;
  readonly sheets: readonly {
    readonly name: string;
    readonly role: string;
    readonly rows: number;
    readonly headerRow: number;
    readonly columns: Readonly<Record<string, string>>;
  }[];
  readonly ledger: Readonly<Record<string, string | number>>;
  readonly credits: readonly ReportCredit[];
  readonly problems: readonly { readonly code: string; readonly sheet: string; readonly row: number; readonly message: string }[];
  readonly totals: Readonly<Record<string, string>>;
}

/** Decimal text to whole cents, without a float in between. */
export const centsOf = (amount: string): number => Number(amount.replace('.', ''));
const total = (amounts: readonly string[]): number => amounts.reduce((sum, amount) => sum + centsOf(amount), 0);

function creditSums(entry: ReportCredit): string[] {
  const at = `credit ${entry.account}`;
  const balance = centsOf(entry.balance);
  const explained = total(entry.findings.map((f) => f.amount)) - centsOf(entry.shortfall) + centsOf(entry.unexplained);
  const classes = new Set(entry.findings.map((f) => f.class));
  const expected = classes.size === 1 && centsOf(entry.unexplained) === 0 ? [...classes][0] : 'needs-review';
  return [
    ...(explained === -balance ? [] : bad(at, `−balance ${-balance} is not findings − shortfall + unexplained ${explained}`)),
    ...(centsOf(entry.credit) === Math.max(0, -balance) ? [] : bad(at, 'credit is not max(0, −balance)')),
    ...(entry.hidden === balance >= 0 ? [] : bad(at, 'hidden does not follow from the balance')),
    ...(entry.class === expected ? [] : bad(at, `class ${entry.class}, by its findings ${String(expected)}`)),
  ];
}

const IN_TOTALS = {
  'true-overpayment': 'trueOverpayment',
  'posting-error': 'postingError',
  misallocated: 'misallocated',
  hold: 'hold',
  'needs-review': 'needsReview',
} as const;
function totalSums({ credits, totals }: Report): string[] {
  const sums: Record<string, number> = {
    balance: total(credits.map((c) => c.balance)),
    credit: total(credits.map((c) => c.credit)),
    shortfall: total(credits.map((c) => c.shortfall)),
  };
  sums['unexplained'] = total(credits.map((c) => c.unexplained));
  for (const [name, key] of Object.entries(IN_TOTALS)) {
    sums[key] =
      total(
        credits
          .flatMap((c) => c.findings)
          .filter((f) => f.class === name)
          .map((f) => f.amount),
      ) + (key === 'needsReview' ? (sums['unexplained'] ?? 0) : 0);
  }
  return Object.entries(sums).flatMap(([key, sum]) =>
    centsOf(totals[key] as string) === sum ? [] : bad(`totals.${key}`, `says ${String(totals[key])}, the credits sum to ${sum}`),
  );
}

/** Every breach of the contract; [] when the JSON keeps it. */
export function contractBreaches(json: unknown): string[] {
  const shape = report(json, 'report');
  if (shape.length > 0) return shape;
  const sound = json as Report;
  const ids = sound.credits.map((c) => c.id);
  const findingIds = sound.credits.flatMap((c) => c.findings.map((f) => f.id));
  return [
    ...sound.credits.flatMap(creditSums),
    ...totalSums(sound),
    ...(new Set(ids).size === ids.length ? [] : ['credits: an id occurs twice']),
    ...(new Set(findingIds).size === findingIds.length ? [] : ['findings: an id occurs twice']),
  ];
}
