/** A session without a workbook, for trying the pane's screens: invented patients, answers made by hand. Not a stand-in for Excel. */
import type { HighlightResult, Look, Preview, Published, Scan, SelfTestRun, Session, Story } from '../../src/app/session';
import type { PolicyTrial } from '../../src/app/ruleLab';
import type { Credit, FindingClass, Review, SettledFinding } from '../../src/core/credit';
import { dayOf, NO_DAY, type Day } from '../../src/core/day';
import { cents, sum } from '../../src/core/money';
import type { Plan } from '../../src/intake/contract';

const on = (year: number, month: number, date: number): Day => dayOf(year, month, date) ?? NO_DAY;

export const plan: Plan = {
  sheets: [
    {
      sheet: 'Accounts',
      role: 'accounts',
      why: 'one row an account, with a balance',
      headerRow: 3,
      firstDataRow: 3,
      dataRows: 214,
      columns: [
        { field: 'account', column: 0, heading: 'Acct #', reason: 'heading', confidence: 'high', alternatives: [] },
        { field: 'patient', column: 1, heading: 'Patient Name', reason: 'heading', confidence: 'high', alternatives: [] },
        { field: 'balance', column: 5, heading: 'Acct Bal', reason: 'heading', confidence: 'high', alternatives: [] },
        {
          field: 'insuranceBalance',
          column: 6,
          heading: 'Ins',
          reason: 'the values add up with "Pat" to the balance on 98 % of rows',
          confidence: 'medium',
          alternatives: ['payer'],
        },
      ],
    },
    {
      sheet: 'Transactions',
      role: 'transactions',
      why: 'many rows an account',
      headerRow: 1,
      firstDataRow: 1,
      dataRows: 1512,
      columns: [
        { field: 'account', column: 0, heading: 'Account', reason: 'heading', confidence: 'high', alternatives: [] },
        { field: 'postDate', column: 2, heading: 'Post Dt', reason: 'heading', confidence: 'high', alternatives: [] },
        { field: 'amount', column: 4, heading: 'Amt', reason: 'heading', confidence: 'high', alternatives: [] },
      ],
    },
    { sheet: 'Notes', role: 'ignored', why: 'no table of amounts', headerRow: 0, firstDataRow: 0, dataRows: 12, columns: [] },
  ],
  refused: null,
};

function finding(patch: Partial<SettledFinding> & Pick<SettledFinding, 'cause' | 'class' | 'cents'>): SettledFinding {
  return {
    variant: null,
    party: 0,
    owedTo: { kind: 'payer', name: 'Blue Harbor Health' },
    resolution: 'REFUND_PAYER',
    evidence: 'reference',
    confidence: 'medium',
    level: 'account',
    claims: [1],
    supports: [],
    because: 'Blue Harbor Health paid 480.00 on March 4 (check 88121) and again on March 29 (check 90377) for claim 5512; one payment covers what it owes.',
    missing: 'The remittance of check 90377.',
    until: NO_DAY,
    matches: 1,
    id: `A|${patch.cause}|1`,
    rows: [
      { sheet: 1, row: 44 },
      { sheet: 1, row: 51 },
    ],
    due: on(2027, 1, 28),
    dueBasis: 'payer refund, 60 days',
    rivals: [],
    ...patch,
  };
}

const KINDS: readonly (Partial<SettledFinding> & Pick<SettledFinding, 'cause' | 'class' | 'cents'>)[] = [
  {
    cause: 'C01',
    class: 'true-overpayment',
    cents: cents(48000),
    rivals: [
      {
        cause: 'C02',
        class: 'posting-error',
        cents: cents(48000),
        because: 'The same 480.00 twice could be one check posted twice.',
        decidedBy: 'the two check numbers on the deposit slips',
      },
    ],
  },
  {
    cause: 'C02',
    class: 'posting-error',
    cents: cents(12500),
    owedTo: { kind: 'none', name: '' },
    resolution: 'REVERSE_POSTING',
    because: 'Check 77120 for 125.00 is posted on May 2 and again on May 3.',
    due: NO_DAY,
    dueBasis: '',
  },
  {
    cause: 'C12',
    class: 'misallocated',
    cents: cents(31040),
    owedTo: { kind: 'account', name: 'A-10077' },
    resolution: 'TRANSFER_ACCOUNT',
    evidence: 'amounts',
    confidence: 'low',
  },
  { cause: 'C22', class: 'hold', cents: cents(15000), owedTo: { kind: 'patient', name: 'Ines Okafor' }, resolution: 'HOLD_UNTIL', until: on(2027, 2, 1) },
  {
    cause: 'C27',
    class: 'true-overpayment',
    cents: cents(2500),
    owedTo: { kind: 'patient', name: 'Tomas Lindqvist' },
    resolution: 'REFUND_PATIENT',
    because: 'The patient owes 120.00 and paid 145.00.',
  },
];
const NAMES = ['Maria Delgado-Fitzgerald', 'Ines Okafor', 'Tomas Lindqvist', 'Peter Abara', 'Hanna Vries', 'Lucia Bell', 'Omar Castellanos'];

function creditAt(index: number): Credit {
  const kind = KINDS[index % KINDS.length];
  const findings = index % 9 === 8 || !kind ? [] : [finding({ ...kind, id: `A-${10000 + index}/1` })];
  const found = sum(findings.map((each) => each.cents));
  const hidden = index % 11 === 10 && findings.length > 0;
  const credit = findings.length === 0 ? cents(7300 + index) : found;
  return {
    account: index,
    id: `|A-${10000 + index}`,
    key: `A-${10000 + index}`,
    facility: '',
    patient: NAMES[index % NAMES.length] ?? '',
    balance: hidden ? cents(1200) : cents(-credit),
    credit: hidden ? cents(0) : credit,
    hidden,
    class: findings[0]?.class ?? 'needs-review',
    confidence: findings[0]?.confidence ?? 'low',
    shortfall: hidden ? cents(credit + 1200) : cents(0),
    unexplained: findings.length === 0 ? credit : cents(0),
    since: on(2026, 3, 29),
    findings,
    checks: [
      {
        id: 'V07',
        result: 'fail',
        severity: 'block',
        message: 'The payment is 3 days old; checks need 10 days to clear.',
        clears: 'wait until December 8, or a cleared date from the bank',
      },
      {
        id: 'V08',
        result: 'notTestable',
        severity: 'warn',
        message: 'Other open balances of the guarantor cannot be seen: there is no guarantor column.',
        clears: 'look the guarantor up',
      },
    ],
    parties: [
      { party: 0, name: 'Blue Harbor Health', paid: cents(96000), liability: cents(48000), source: 'stated', bucket: null },
      { party: 1, name: 'Patient', paid: cents(12000), liability: cents(12000), source: 'derived', bucket: null },
    ],
    reviewReason: findings.length === 0 ? 'No cause fits: the last payment has no check number and no claim number.' : '',
  };
}

const totalOf = (credits: readonly Credit[], name: FindingClass): ReturnType<typeof sum> =>
  sum(credits.flatMap((credit) => credit.findings.filter((each) => each.class === name).map((each) => each.cents)));

export function reviewOf(count: number): Review {
  const credits = Array.from({ length: count }, (_, index) => creditAt(index));
  return {
    asOf: on(2026, 11, 30),
    credits,
    underpayments: [],
    totals: {
      balance: sum(credits.map((credit) => credit.balance)),
      credit: sum(credits.map((credit) => credit.credit)),
      shortfall: cents(0),
      unexplained: sum(credits.map((credit) => credit.unexplained)),
      trueOverpayment: totalOf(credits, 'true-overpayment'),
      postingError: totalOf(credits, 'posting-error'),
      misallocated: totalOf(credits, 'misallocated'),
      hold: totalOf(credits, 'hold'),
      needsReview: sum(credits.map((credit) => credit.unexplained)),
    },
    ledger: { accounts: 214, transactions: 1512, charges: cents(21_400_000), payments: cents(9_000_000), adjustments: cents(8_000_000), refunds: cents(0) },
    filtered: { count: 0, cents: cents(0), why: '' },
  };
}

export const story: Story = {
  sentence:
    'Blue Harbor Health paid twice for the visit of February 12: 480.00 on March 4 and 480.00 on March 29. The second payment turned the account to a credit of 480.00.',
  postings: ['Refund 480.00 to Blue Harbor Health'],
  lines: [
    { tx: 0, day: on(2026, 2, 12), label: 'Charge 99214', effect: cents(100000), balance: cents(100000), row: { sheet: 1, row: 40 }, turned: false },
    {
      tx: 1,
      day: on(2026, 3, 4),
      label: 'Payment, Blue Harbor Health, check 88121',
      effect: cents(-48000),
      balance: cents(52000),
      row: { sheet: 1, row: 44 },
      turned: false,
    },
    { tx: 2, day: on(2026, 3, 4), label: 'Contractual adjustment', effect: cents(-40000), balance: cents(12000), row: { sheet: 1, row: 45 }, turned: false },
    { tx: 3, day: on(2026, 3, 11), label: 'Payment, patient', effect: cents(-12000), balance: cents(0), row: { sheet: 1, row: 48 }, turned: false },
    {
      tx: 4,
      day: on(2026, 3, 29),
      label: 'Payment, Blue Harbor Health, check 90377',
      effect: cents(-48000),
      balance: cents(-48000),
      row: { sheet: 1, row: 51 },
      turned: true,
    },
  ],
};

export function scanOf(count: number): Scan {
  return {
    asOf: on(2026, 11, 30),
    plan,
    review: reviewOf(count),
    refused: null,
    fingerprint: 'x',
    seconds: 2.4,
    reading: {
      refused: null,
      grain: 'account',
      sheetNames: ['Accounts', 'Transactions'],
      accounts: 214,
      transactions: 1512,
      grains: [
        { grain: 'account', keys: 214, matched: 0.99, note: '99 % of transactions have their account in the list' },
        { grain: 'patient', keys: 180, matched: 0.95, note: '95 % of transactions have their patient in the list' },
      ],
      sheets: [],
      keyed: [],
      policyProblems: [],
      problems: [
        { code: 'bad-amount', sheet: 'Transactions', row: 77, message: 'The amount "12..5" cannot be read.', remedy: 'Correct the cell, then read again.' },
      ],
      assumptions: [
        {
          key: 'sign:Transactions:PMT',
          label: 'Payments (PMT) lower the balance when they are',
          chosen: 'negative',
          choices: ['negative', 'positive'],
          why: 'With this sign 208 of 214 balances add up.',
        },
        {
          key: 'column:Accounts:balance',
          label: 'Balance of the account',
          chosen: 'Acct Bal',
          choices: ['Acct Bal', 'Ins', 'Pat'],
          why: 'The heading says so.',
        },
      ],
    },
  };
}

/** Two kinds of credit, one of them not always told, and a look-alike that was left alone. */
export const selfTested: SelfTestRun = {
  seed: 1,
  plainAccounts: 140,
  ranAt: Date.UTC(2026, 10, 30, 15),
  seconds: 2,
  kinds: [
    {
      id: 'payer-paid-twice',
      words: 'Payer paid twice, on two checks',
      cause: 'C01',
      planted: 20,
      cents: 960_000,
      found: 20,
      sure: 20,
      left: 0,
      other: 0,
      firm: 0,
      missed: 0,
      wrongCents: 0,
      look: [],
      help: null,
    },
    {
      id: 'digits',
      words: 'Two digits of a payment exchanged',
      cause: 'C13',
      planted: 20,
      cents: 63_000,
      found: 11,
      sure: 0,
      left: 4,
      other: 5,
      firm: 1,
      missed: 0,
      wrongCents: 6_300,
      look: [{ account: 'A-10077', said: 'Patient overpaid, $63.00 to the patient, medium confidence.' }],
      help: { column: 'Paid amount of the remittance', sure: 20 },
    },
  ],
  traps: [{ id: 'instalments', words: 'Instalments of equal amount', planted: 20, alarms: 0, wrongCents: 0, look: [] }],
  notPlanted: [{ words: 'Interest posted as a payment', why: 'No row of your sheets is interest.' }],
  elsewhere: [],
};

/** One credit of 45.00 less to refund: it needs a look instead. */
const trial: PolicyTrial = {
  moved: [{ account: 1, key: 'A-10001', credit: cents(4_500), from: 'true-overpayment', to: 'needs-review', refund: cents(-4_500) }],
  refundBefore: cents(10_000),
  refundAfter: cents(5_500),
  agreement: {
    agreed: 6,
    decided: 9,
    byCause: [
      { cause: 'C01', agreed: 4, overruled: 3 },
      { cause: 'C05', agreed: 2, overruled: 0 },
    ],
  },
};
const highlight: HighlightResult = {
  sheets: [{ sheet: 'Accounts', keys: 57, wholeRows: true }],
  byClass: { 'true-overpayment': 20, 'posting-error': 12, misallocated: 10, hold: 9, 'needs-review': 6 },
  problems: [],
};
const preview: Preview = {
  sheets: [
    { role: 'credits', sheet: 'Credits', action: 'create', rows: 57, kept: 0, note: '' },
    { role: 'summary', sheet: 'Credit summary', action: 'create', rows: 24, kept: 0, note: '' },
    { role: 'log', sheet: 'Credit log', action: 'update', rows: 3, kept: 2, note: 'lines are only added' },
  ],
  problems: [],
  refused: null,
};
const published: Published = { sheets: preview.sheets.map(({ role, sheet, rows }) => ({ role, sheet, rows, appended: role === 'log' ? 1 : rows })) };

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('stopped', 'AbortError'));
    });
  });

/** Every part can be replaced; times are milliseconds a step. */
export function fakeSession(patch: Partial<Session> = {}, step = 0, credits = 57): Session {
  const look: Look = { plan, readOnly: false, structureProtected: false, own: [{ role: 'credits', sheet: 'Credits', rows: 57 }] };
  const still = new AbortController().signal;
  return {
    look: async () => (await pause(step, still), look),
    scan: async (_options, onProgress, signal) => {
      for (let done = 0; done <= 1500; done += 500) {
        onProgress({ stage: 'reading', done, total: 1512, message: `Reading Transactions: ${done.toLocaleString('en-US')} of 1,512 rows` });
        await pause(step, signal);
      }
      return scanOf(credits);
    },
    story: async () => (await pause(step, still), story),
    selfTest: async (_scan, { seed = 1 }, onProgress, signal) => {
      onProgress({ stage: 'reviewing', done: 40, total: 100, message: 'Testing on a copy of your accounts: 40 %' });
      await pause(step, signal);
      return { ...selfTested, seed };
    },
    highlight: async (_scan, _onProgress, signal) => (await pause(step, signal), highlight),
    clearHighlights: async (_onProgress, signal) => (await pause(step, signal), { rules: 3, left: [] }),
    preview: async () => (await pause(step, still), preview),
    publish: async (_scan, _user, _onProgress, signal) => (await pause(step, signal), published),
    previewRemoval: () =>
      Promise.resolve([
        { role: 'credits', sheet: 'Credits', typedCells: 12, logLines: 0 },
        { role: 'summary', sheet: 'Credit summary', typedCells: 0, logLines: 0 },
      ]),
    removeSheets: () => Promise.resolve({ removed: ['Credit summary'] }),
    addFile: (file) => Promise.resolve({ sheets: [{ sheet: file.name.replace(/\.[^.]*$/, ''), rows: 12 }], problems: [], refused: null }),
    selectedRows: () => Promise.resolve([{ sheet: 'Accounts', from: 5, to: 7 }]),
    writeMedicareReport: () => Promise.resolve({ sheets: [] }),
    refundFileCsv: () => Promise.resolve('"Reference"\r\n'),
    showInSheet: () => Promise.resolve(),
    forget: () => Promise.resolve(),
    unchanged: () => Promise.resolve(true),
    verifyLog: () => Promise.resolve([]),
    setPolicy: () => Promise.resolve(),
    tryPolicy: () => Promise.resolve(trial),
    suggestPolicy: () =>
      Promise.resolve({
        now: trial.agreement,
        best: { value: '30', agreed: 8 },
        line: 'P-dup_window_days: 30 calendar_days would have agreed with 8 of 9 decisions; 365 agrees with 6.',
      }),
    recheck: () => Promise.resolve({ held: null, changed: [], others: 0 }),
    decisions: () => Promise.resolve({ sheet: null, decisions: [], cleared: [] }),
    readReviewed: () => Promise.resolve({ previous: new Map(), sheets: [], refused: null }),
    decide: (_scan, decisions) => Promise.resolve({ written: [], waiting: decisions }),
    message: () => Promise.resolve(),
    ...patch,
  };
}
