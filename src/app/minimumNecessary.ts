/**
 * Copies of the outputs with only the columns that the next step needs: who approves a refund needs neither the patient's chart nor the other
 * credits (minimum necessary, 45 CFR 164.502(b); domain.md 5.6 for the steps).
 */
import type { OwnRole } from '../outputs/edit';
import { CORRECTIONS_COLUMNS, type CorrectionsKey } from '../outputs/correctionsColumns';
import { REFUNDS_COLUMNS, type RefundsKey } from '../outputs/refundsColumns';

export interface StepCopy {
  readonly key: 'approver' | 'poster';
  /** As a menu names it. */
  readonly label: string;
  readonly fileName: string;
  readonly role: OwnRole;
  readonly headings: readonly string[];
  /** What to do when the sheet is not there yet. */
  readonly missing: string;
}

const APPROVER: readonly RefundsKey[] = [
  'account',
  'payee',
  'payeeKind',
  'amount',
  'reason',
  'state',
  'blocks',
  'level',
  'cumulative',
  'preparedBy',
  'approvedBy',
  'approvedOn',
];
const POSTER: readonly CorrectionsKey[] = ['account', 'todo', 'amount', 'from', 'to', 'date', 'type', 'payer', 'posted', 'because', 'doneOn', 'doneBy'];

const headings = <Key extends string>(columns: readonly { readonly key: Key; readonly heading: string }[], wanted: readonly Key[]): string[] =>
  wanted.flatMap((key) => columns.find((column) => column.key === key)?.heading ?? []);

export const STEP_COPIES: readonly StepCopy[] = [
  {
    key: 'approver',
    label: 'For the approver: Refunds without names and charts',
    fileName: 'Refunds to approve.xlsx',
    role: 'refunds',
    headings: headings<RefundsKey>(REFUNDS_COLUMNS, APPROVER),
    missing: 'There is no Refunds sheet yet. Approve credits, write the sheets, then make this copy.',
  },
  {
    key: 'poster',
    label: 'For who posts: Corrections without names',
    fileName: 'Corrections to post.xlsx',
    role: 'corrections',
    headings: headings<CorrectionsKey>(CORRECTIONS_COLUMNS, POSTER),
    missing: 'There is no Corrections sheet yet. Find credits, write the sheets, then make this copy.',
  },
];
