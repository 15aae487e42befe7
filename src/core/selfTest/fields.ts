/**
 * Columns the sheets lack or leave blank, filled in with what is true of a planted account: if the review is surer then, that column would have made
 * the difference. Tried one after the other, the one that costs a billing office least first.
 */
import { Kind, PATIENT_PARTY } from '../ledger';
import type { AccountText, TxMoney, TxText } from '../ledger';
import type { Draft, Row } from './draft';
import type { Shape } from './shape';

/** Which columns are filled in on drafted accounts, and with what; undefined or null leaves a cell as it is. */
export interface Added {
  /** Opened although no sheet has it. */
  opens(column: TxText | TxMoney): boolean;
  opensAccount(column: AccountText): boolean;
  readonly text: (column: TxText, draft: Draft, row: Row) => string | undefined;
  money(column: TxMoney, row: Row): number | undefined;
  accountText(column: AccountText, draft: Draft): string | undefined;
  /** Party of a row whose payer the sheets do not name; `payer` becomes the party `next`. */
  party(draft: Draft, row: Row, next: number): number | undefined;
  /** A payer's name to add, or ''. */
  readonly payer: string;
  readonly payerOrder: boolean;
}

const none = (): undefined => undefined;
const never = (): boolean => false;
export const NOTHING_ADDED: Added = {
  opens: never,
  opensAccount: never,
  text: none,
  money: none,
  accountText: none,
  party: none,
  payer: '',
  payerOrder: false,
};

export interface Field {
  /** For people. */
  readonly column: string;
  /** True when filling it in can change anything on these sheets. */
  readonly open: (shape: Shape) => boolean;
  readonly added: Added;
}

const CHECKED = new Set<number>([Kind.Payment, Kind.Deposit, Kind.Takeback, Kind.PaymentReversal]);
/** A number for a row that has none: a row posted twice is one check, all others are different. */
function checkFor(draft: Draft, row: Row): string | undefined {
  if (!CHECKED.has(row.kind) || draft.text(row, 'check') !== '') return undefined;
  const twin = draft.rows.find((other) => other.like === row.like && other.effect === row.effect);
  const one = draft.oneCheck && twin !== undefined ? twin : row;
  return `T${draft.account}-${draft.rows.indexOf(one)}`;
}

const REMITTED: Partial<Record<TxMoney, (row: NonNullable<Row['stated']>) => number>> = {
  allowed: ({ allowed }) => allowed,
  patientResp: ({ share }) => share,
  remitContractual: ({ contractual }) => contractual,
  priorPaid: ({ priorPaid }) => priorPaid,
};
const BILLED: typeof REMITTED = { ...REMITTED, billed: ({ billed }) => billed };
const PAID: typeof REMITTED = { remitPaid: ({ paid }) => paid };

const remitted = (cells: typeof REMITTED): Added => ({
  ...NOTHING_ADDED,
  opens: (column) => column in cells,
  money: (column, { stated }) => (stated === null ? undefined : cells[column]?.(stated)),
});

const payerNamed: Pick<Added, 'party' | 'payer'> = {
  payer: 'The payer',
  party: (draft, row, next) => (row.party === 0 && row.kind !== Kind.Charge && draft.plain.payer === 0 ? next : undefined),
};

const checkText: Added['text'] = (column, draft, row) => (column === 'check' ? checkFor(draft, row) : undefined);
const CHECK: Added = {
  ...NOTHING_ADDED,
  opens: (column) => column === 'check',
  text: checkText,
};
const withChecks = (added: Added): Added => ({ ...added, opens: (column) => column === 'check' || added.opens(column), text: checkText });
const CLAIM: Added = {
  ...NOTHING_ADDED,
  opens: (column) => column === 'claim',
  text: (column, draft, row) => (column === 'claim' && row.party !== PATIENT_PARTY && draft.text(row, 'claim') === '' ? `T${draft.account}` : undefined),
};
const unnamed = (shape: Shape): boolean => shape.namesNoPayer;
const always = (): boolean => true;

export const FIELDS: readonly Field[] = [
  { column: 'Check number', open: always, added: CHECK },
  { column: 'Claim number', open: always, added: CLAIM },
  { column: 'Payer of each payment', open: unnamed, added: { ...NOTHING_ADDED, ...payerNamed } },
  { column: 'Payer of each payment and check number', open: unnamed, added: { ...CHECK, ...payerNamed } },
  { column: 'Order of payers', open: always, added: { ...NOTHING_ADDED, payerOrder: true } },
  {
    column: 'Plan type',
    open: (shape) => !shape.accountText('planType'),
    added: { ...NOTHING_ADDED, opensAccount: (column) => column === 'planType', accountText: (column) => (column === 'planType' ? 'Case rate' : undefined) },
  },
  { column: 'Paid amount of the remittance', open: always, added: remitted(PAID) },
  { column: 'Allowed amount and patient share of the remittance', open: always, added: remitted(REMITTED) },
  { column: 'Billed, allowed and patient share of the remittance', open: always, added: remitted(BILLED) },
  { column: 'Payer, allowed amount and patient share', open: unnamed, added: { ...remitted(REMITTED), ...payerNamed } },
  { column: 'The payers’ remittance file (835)', open: always, added: { ...withChecks(remitted({ ...BILLED, ...PAID })), ...payerNamed } },
];
