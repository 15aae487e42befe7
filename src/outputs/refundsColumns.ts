/** The columns of *Refunds*: what is owed and why it may or may not go out, then what preparer, approver, issuer and reconciler type. */
import type { ColumnSpec } from './edit';

const person = { person: true } as const;
export const REFUNDS_COLUMNS = [
  { key: 'account', heading: 'Account', type: 'text', width: 14 },
  { key: 'patient', heading: 'Patient', type: 'text', width: 20 },
  { key: 'payee', heading: 'Payee', type: 'text', width: 22 },
  { key: 'payeeKind', heading: 'Payee kind', type: 'text', width: 10 },
  { key: 'amount', heading: 'Refund amount', type: 'money', width: 13 },
  { key: 'reason', heading: 'Reason', type: 'text', width: 50 },
  { key: 'state', heading: 'State', type: 'text', width: 34 },
  { key: 'blocks', heading: 'Open blocks', type: 'text', width: 40 },
  { key: 'level', heading: 'Approval needed', type: 'text', width: 22 },
  { key: 'cumulative', heading: 'To payee in window', type: 'money', width: 16 },
  { key: 'preparedBy', heading: 'Prepared by', type: 'text', width: 16, ...person },
  { key: 'approvedBy', heading: 'Approved by', type: 'text', width: 16, ...person },
  { key: 'approvedOn', heading: 'Approved on', type: 'date', width: 12, ...person },
  { key: 'issuedBy', heading: 'Issued by', type: 'text', width: 16, ...person },
  { key: 'checkNo', heading: 'Check no', type: 'text', width: 12, ...person },
  { key: 'clearedOn', heading: 'Check cleared on', type: 'date', width: 14, ...person },
  { key: 'facility', heading: 'Facility', type: 'text', width: 14, grouped: true },
  { key: 'causeId', heading: 'Cause id', type: 'text', width: 9, grouped: true },
  { key: 'confidence', heading: 'Confidence', type: 'text', width: 11, grouped: true },
  { key: 'federal', heading: 'Federal payer', type: 'text', width: 12, grouped: true },
  { key: 'id', heading: 'Credit id', type: 'text', width: 20, hidden: true },
] as const satisfies readonly ColumnSpec[];

export type RefundsKey = (typeof REFUNDS_COLUMNS)[number]['key'];
