/** What the policy says of a run of refunds: caps, stale checks, the general ledger account, and how accounts payable calls the columns. */
import { cents } from '../money';
import type { Cents } from '../money';
import type { Policy } from './policy';
import { inForce, rowsOfTopic } from './resolve';

export interface RefundRun {
  /** Most money and most refunds that one Refund file holds; null = no cap. */
  readonly mostCents: Cents | null;
  readonly mostRefunds: number | null;
  /** A check not cleared after so many days is stale. */
  readonly staleDays: number;
  readonly glAccount: string;
  /** Column key of the Refund file → heading. */
  readonly headings: ReadonlyMap<string, string>;
}

const COLUMN = 'column:';

/** What the columns of Refund file are called where accounts payable wants no other names. */
export const REFUND_FILE_HEADINGS = {
  id: 'Reference',
  vendor: 'Vendor no',
  payee: 'Payee name',
  attn: 'Attention',
  line1: 'Address 1',
  line2: 'Address 2',
  city: 'City',
  state: 'State',
  zip: 'ZIP',
  amount: 'Amount',
  invoiceDate: 'Invoice date',
  account: 'Account',
  facility: 'Facility',
  gl: 'GL account',
  memo: 'Description',
  approvedBy: 'Approved by',
} as const;

export function refundRun(policy: Policy): RefundRun {
  const rows = rowsOfTopic(policy.rows, 'REFUND_FILE').filter((row) => inForce(row, policy.asOf));
  const value = (key: string): string | null => {
    const found = rows.filter((row) => row.key === key).at(-1)?.value ?? 'none';
    return found === 'none' || found === '' ? null : found;
  };
  const mostCents = value('most_cents');
  const mostRefunds = value('most_refunds');
  return {
    mostCents: mostCents === null ? null : cents(Number(mostCents)),
    mostRefunds: mostRefunds === null ? null : Number(mostRefunds),
    staleDays: Number(value('check_stale_days') ?? 180),
    glAccount: value('gl_account') ?? '',
    headings: new Map(rows.filter((row) => row.key.startsWith(COLUMN) && row.value !== '').map((row) => [row.key.slice(COLUMN.length), row.value])),
  };
}
