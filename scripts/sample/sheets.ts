/** The sheets of the sample workbook, laid out as billing systems export them: title rows, a merged band, the header below, a grand total at the end. */
import { bodyRow, date, dollars, headerRow, line, money, text } from './layout';
import type { Cell, Column, Layout } from './layout';
import type { Account, Posting } from './ledgerBook';
import { serial } from './people';
import type { Practice, RefundCheck, RemittanceRow } from './plant';
import { shuffled } from './random';

/** The listing's own totals of an account, in cents; payments and adjustments as the listing shows them, positive. */
export interface Listed {
  readonly charges: number;
  readonly insPayments: number;
  readonly ptPayments: number;
  readonly adjustments: number;
  readonly refunds: number;
  readonly insurance: number;
  readonly patient: number;
  readonly balance: number;
}
export function listed(account: Account): Listed {
  const own = account.listed ?? {
    charges: account.sum('charges'),
    insPayments: account.sum('insPayments'),
    ptPayments: account.sum('ptPayments'),
    adjustments: account.sum('adjustments'),
    refunds: account.sum('refunds'),
    insurance: account.bucket('insurance'),
    patient: account.bucket('patient'),
  };
  const positive = (cents: number): number => (cents === 0 ? 0 : -cents);
  return {
    ...own,
    insPayments: positive(own.insPayments),
    ptPayments: positive(own.ptPayments),
    adjustments: positive(own.adjustments),
    balance: own.insurance + own.patient,
  };
}

const lastDay = (account: Account, type: RegExp): number => Math.max(0, ...account.postings.filter((p) => type.test(p.type)).map((p) => p.post));
const plain = (cents: number): string => (Math.abs(cents) / 100).toFixed(2);
const BALANCE_TEXT = {
  'trailing minus': (c: number) => `${plain(c)}-`,
  parentheses: (c: number) => `(${plain(c)})`,
  CR: (c: number) => `${plain(c)} CR`,
} as const;
const balanceCell = (account: Account): string | number => {
  const as = account.facts.balanceAs;
  return as === 'number' ? dollars(listed(account).balance) : BALANCE_TEXT[as](listed(account).balance);
};

const ACCOUNT_COLUMNS: readonly Column<Account>[] = [
  text('Account No', 12, (a) => a.no),
  text('MRN', 9, (a) => a.facts.person.mrn),
  text('Patient Name', 24, (a) => a.facts.person.name),
  date('DOB', (a) => a.facts.person.dob),
  text('Guarantor ID', 12, (a) => a.facts.person.guarantorId),
  text('Guarantor Name', 24, (a) => a.facts.person.guarantorName),
  text('State', 7, (a) => a.facts.person.state),
  text('Fin Class', 19, (a) => a.facts.finClass),
  text('Primary Payer', 25, (a) => a.facts.payer1),
  text('Secondary Payer', 23, (a) => a.facts.payer2),
  text('Member ID', 12, (a) => (a.facts.payer1 === '' ? '' : a.facts.person.memberId)),
  text('Plan Type', 15, (a) => a.facts.planType),
  date('Coverage Added', (a) => a.facts.coverageAdded),
  date('Coverage From', (a) => a.facts.coverageFrom),
  text('QMB', 6, (a) => a.facts.qmb),
  text('Pt Type', 8, (a) => a.facts.patientType),
  date('DOS From', (a) => a.facts.dos),
  date('DOS To', (a) => a.facts.dosTo),
  date('Accident Date', (a) => a.facts.accident),
  date('Last Bill Date', (a) => (a.facts.payer1 === '' || a.sum('charges') === 0 ? 0 : a.facts.dos + 4)),
  date('Last Pmt Date', (a) => lastDay(a, /Payment|Deposit/)),
  text('Billing Status', 14, (a) => a.facts.billingStatus),
  text('Claim Status', 12, (a) => a.facts.claimStatus),
  date('Bad Debt Date', (a) => a.facts.badDebt),
  date('Charity Approved', (a) => a.facts.charity),
  money('Expected', (a) => a.facts.expected),
  money('Total Charges', (a) => listed(a).charges),
  money('Ins Payments', (a) => listed(a).insPayments),
  money('Pt Payments', (a) => listed(a).ptPayments),
  money('Adjustments', (a) => listed(a).adjustments),
  money('Refunds', (a) => listed(a).refunds),
  money('Ins Balance', (a) => listed(a).insurance),
  money('Pt Balance', (a) => listed(a).patient),
  { heading: 'Account Balance', look: 'money', width: 15, value: balanceCell },
];
const BANDS: readonly (readonly [string, string])[] = [
  ['Patient', 'Account No'],
  ['Coverage', 'Fin Class'],
  ['Visit', 'Pt Type'],
  ['Status', 'Billing Status'],
  ['Amounts', 'Expected'],
];

function bandRow(columns: readonly Column<Account>[], row: number): { cells: (Cell | null)[]; merged: Layout['merged'] } {
  const starts = BANDS.map(([, heading]) => columns.findIndex((column) => column.heading === heading));
  const cells: (Cell | null)[] = columns.map(() => null);
  const merged = BANDS.map(([name], i) => {
    const column = starts[i] as number;
    cells[column] = { value: name, look: 'band' };
    return { row, column, columns: (starts[i + 1] ?? columns.length) - column };
  });
  return { cells, merged };
}

function totalRow<T>(columns: readonly Column<T>[], label: string, sums: Readonly<Record<string, number>>): (Cell | null)[] {
  return columns.map((column, i): Cell | null => {
    if (i === 0) return { value: label, look: 'totalText' };
    const cents = sums[column.heading];
    return cents === undefined ? { value: '', look: 'totalText' } : { value: dollars(cents), look: column.look === 'signed' ? 'totalSigned' : 'total' };
  });
}

export function accountsSheet(practice: Practice): Layout {
  const columns = ACCOUNT_COLUMNS;
  const accounts = shuffled(practice.accounts, 'order of accounts');
  const sum = (pick: (l: Listed) => number): number => accounts.reduce((total, account) => total + pick(listed(account)), 0);
  const band = bandRow(columns, 3);
  const total = totalRow(columns, 'Grand Total', {
    'Total Charges': sum((l) => l.charges),
    'Ins Payments': sum((l) => l.insPayments),
    'Pt Payments': sum((l) => l.ptPayments),
    Adjustments: sum((l) => l.adjustments),
    Refunds: sum((l) => l.refunds),
    'Ins Balance': sum((l) => l.insurance),
    'Pt Balance': sum((l) => l.patient),
    'Account Balance': sum((l) => l.balance),
  });
  return {
    name: 'Accounts',
    frozenRows: 5,
    frozenColumns: 1,
    hiddenRows: [],
    tabColor: '#1F4E79',
    widths: columns.map((c) => c.width),
    merged: band.merged,
    rows: [
      line('Account listing', 'title'),
      line('Riverbend Practice Group (invented) · all accounts · run 11/30/2026 by KMOSS', 'note'),
      [],
      band.cells,
      headerRow(columns),
      ...accounts.map((a) => bodyRow(columns, a)),
      total,
    ],
    filter: { row: 4, rows: accounts.length + 1, columns: columns.length },
  };
}

interface Row extends Posting {
  readonly id: string;
}
/** The double a system with single-precision amounts exports (binary noise), or the plain one. */
const amountCell = (p: Posting): number => (p.noisy ? Math.fround(p.amount / 100) : dollars(p.amount));
const TRANSACTION_COLUMNS: readonly Column<Row>[] = [
  text('Txn ID', 10, (t) => t.id),
  text('Account No', 12, (t) => t.account),
  text('Patient Name', 24, (t) => t.patient),
  date(
    'Post Date',
    (t) => t.post,
    (t) => (t.dateAsNumber ? 'plain' : 'date'),
  ),
  date(
    'Service Date',
    (t) => t.service,
    (t) => (t.dateAsNumber ? 'plain' : 'date'),
  ),
  text('Type', 23, (t) => t.type),
  text('Code', 9, (t) => t.code),
  text('Description', 32, (t) => t.description),
  text('CPT', 8, (t) => t.cpt),
  text('Payer', 25, (t) => t.payer),
  { heading: 'Amount', look: 'signed', width: 12, value: amountCell },
  text('Method', 10, (t) => t.method),
  text('Check/EFT No', 14, (t) => t.check),
  text('Claim No', 13, (t) => t.claim),
  text('ICN', 16, (t) => t.icn),
  money('Billed', (t) => t.billed),
  money('Allowed', (t) => t.allowed),
  money('Patient Resp', (t) => t.patientResp),
  text('Reason Codes', 24, (t) => t.codes),
  text('Batch', 10, (t) => t.batch),
  text('User', 10, (t) => t.user),
  text('Comment', 30, (t) => t.comment),
];

/** Rows that belong to no account of the listing: one unknown account, one payment without an account (domain.md 6 P19). */
export const ORPHAN = { account: '00199990', cents: -9560 } as const;
function strays(practice: Practice): Posting[] {
  const like = (practice.accounts[0] as Account).postings.find((p) => p.type === 'Insurance Payment') as Posting;
  const blank = {
    ...like,
    patient: '',
    claim: '',
    icn: '',
    billed: null,
    allowed: null,
    patientResp: null,
    codes: '',
    payer: 'Summit Ridge Insurance',
    method: 'CHECK',
    user: 'RLIND',
  };
  return [
    { ...blank, account: ORPHAN.account, post: serial(2026, 7, 14), service: 0, amount: ORPHAN.cents, check: '0090031', comment: 'Account not in the listing' },
    { ...blank, account: '', post: serial(2026, 10, 6), service: 0, amount: -23150, check: '0090114', comment: 'Unapplied: no account on the remittance' },
  ];
}

export function transactionsSheet(practice: Practice): Layout {
  const columns = TRANSACTION_COLUMNS;
  const postings = [...shuffled(practice.accounts, 'order of postings').flatMap((a) => a.postings), ...strays(practice)].sort((a, b) => a.post - b.post);
  const rows = postings.map((posting, i): Row => ({ ...posting, id: `T${String(700001 + i)}` }));
  const total = totalRow(columns, 'Grand Total', { Amount: rows.reduce((sum, row) => sum + row.amount, 0) });
  const first = 4;
  return {
    name: 'Transactions',
    frozenRows: first,
    frozenColumns: 2,
    merged: [],
    tabColor: '#2E75B6',
    widths: columns.map((c) => c.width),
    hiddenRows: rows.flatMap((row, i) => (row.hidden ? [first + i] : [])),
    rows: [
      line('Transaction detail', 'title'),
      line('Riverbend Practice Group (invented) · post dates 11/01/2025 to 11/30/2026', 'note'),
      [],
      headerRow(columns),
      ...rows.map((r) => bodyRow(columns, r)),
      total,
    ],
    filter: { row: first - 1, rows: rows.length + 1, columns: columns.length },
  };
}

const REMITTANCE_COLUMNS: readonly Column<RemittanceRow>[] = [
  text('Payer Name', 25, (r) => r.payer),
  text('Check/EFT Number', 17, (r) => r.check),
  date('Remit Date', (r) => r.day),
  text('Patient Control No', 18, (r) => r.account),
  text('Claim No', 13, (r) => r.claim),
  text('Payer Claim Control No', 22, (r) => r.icn),
  text('Claim Status Code', 17, (r) => (r.status === null ? '' : String(r.status))),
  money('Billed', (r) => r.billed),
  money('Paid', (r) => r.paid),
  money('Patient Resp', (r) => r.patientResp),
  money('Allowed', (r) => r.allowed),
  money('Contractual', (r) => r.contractual),
  money('Prior Paid', (r) => r.priorPaid),
  money('Interest', (r) => r.interest),
  text('Reason Codes', 22, (r) => r.codes),
  text('PLB Code', 10, (r) => r.plb),
  money('PLB Amount', (r) => r.plbAmount),
];
const REFUND_COLUMNS: readonly Column<RefundCheck>[] = [
  text('Refund Check No', 16, (r) => r.check),
  date('Check Date', (r) => r.day),
  text('Account No', 12, (r) => r.account),
  text('Payee', 26, (r) => r.payee),
  money('Refund Amount', (r) => r.cents, 15),
  text('Status', 12, (r) => r.status),
];

function plainSheet<T>(name: string, tabColor: string, title: string, note: string, columns: readonly Column<T>[], records: readonly T[]): Layout {
  return {
    name,
    tabColor,
    frozenRows: 4,
    frozenColumns: 0,
    merged: [],
    hiddenRows: [],
    widths: columns.map((c) => c.width),
    filter: { row: 3, rows: records.length + 1, columns: columns.length },
    rows: [line(title, 'title'), line(note, 'note'), [], headerRow(columns), ...records.map((r) => bodyRow(columns, r))],
  };
}

export const remittancesSheet = (practice: Practice): Layout =>
  plainSheet(
    'Remittances',
    '#7F6000',
    'Remittance lines',
    'Claims and provider-level lines under question · run 11/30/2026',
    REMITTANCE_COLUMNS,
    [...practice.remittances].sort((a, b) => a.day - b.day),
  );
export const refundChecksSheet = (practice: Practice): Layout =>
  plainSheet(
    'Refund checks',
    '#833C0B',
    'Refund checks issued',
    'Accounts payable register · run 11/30/2026',
    REFUND_COLUMNS,
    [...practice.refundChecks].sort((a, b) => a.day - b.day),
  );
