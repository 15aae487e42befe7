/**
 * The default policy: every row of domain.md 2.1, 4.1–4.8 and 5.6 as data in the shape of domain.md 4.9. Not legal advice. A row the
 * document calls unconfirmed is UNVERIFIED or PROPOSED: it is shown and never used.
 */
import type { PolicyRow } from './policy';
import { FEDERAL_ROWS, STATE_REFUND_ROWS } from './defaultDeadlines';
import { ESCHEAT_ROWS, RECOUP_ROWS } from './defaultStates';
import { CODE_ROWS } from './defaultCodes';
import { LETTER_ROWS } from './defaultLetters';
import { PAYER_ROWS } from './defaultPayers';
import { REFUND_FILE_HEADINGS } from './refundRun';
import { policyRow } from './rows';

const BOOK = 'domain.md 2.1';
const parameter = (key: string, value: string, unit: string, notes: string): PolicyRow =>
  policyRow(`P-${key}`, 'PARAMETER', key, value, { unit, notes, citation: BOOK });

const PARAMETER_ROWS: readonly PolicyRow[] = [
  parameter('cents_tol', '1', 'cents', 'Difference that still counts as equal. Federal payers: always 1.'),
  parameter('match_tol', '100', 'cents', 'Slack when a payment is compared with an excess. Federal payers: 1.'),
  parameter('contract_tol_min', '500', 'cents', 'Contract tolerance: the larger of this and the rate. Federal payers: 1.'),
  parameter('contract_tol_rate', '0.02', 'rate', 'Share of the allowed amount.'),
  parameter('dup_window_days', '365', 'calendar_days', 'Two equal payments further apart are no duplicate.'),
  parameter('takeback_wait_days', '45', 'calendar_days', 'How long a begun takeback may still arrive (V05).'),
  parameter('nsf_hold_days', '10', 'calendar_days', 'A check younger than this may still come back (V07).'),
  parameter('charge_lag_days', '14', 'calendar_days', 'Charges may still be posted within this (V04, C11).'),
  parameter('sibling_dos_window', '90', 'calendar_days', "How far another account's service may lie for C12."),
];

const SMALL_ROWS: readonly PolicyRow[] = [
  policyRow('SB-patient', 'SMALL_BALANCE', 'patient', '500', {
    unit: 'cents',
    citation: BOOK,
    notes: 'Held and tracked as unclaimed property by default, never written off to income.',
  }),
  policyRow('SB-payer', 'SMALL_BALANCE', 'payer', '0', { unit: 'cents', citation: 'domain.md 2.2 C23', notes: 'Commercial payers: no small balance.' }),
  policyRow('SB-federal', 'SMALL_BALANCE', 'payer', '0', {
    unit: 'cents',
    payerClass: 'federal',
    citation: 'domain.md 2.1 and 2.2 C23',
    source: 'S22',
    notes: 'Must stay 0: a hospital settled allegations partly over retained credits under $10.',
  }),
];

const HOLD_ROWS: readonly PolicyRow[] = [
  policyRow('H-escalate', 'HOLD', 'escalate_before_due_days', '10', {
    unit: 'calendar_days',
    citation: 'domain.md 3 V05',
    notes: 'Waiting for a takeback escalates this long before the due date.',
  }),
  policyRow('H-unidentified', 'HOLD', 'unidentified_cash_days', '30', { unit: 'calendar_days', citation: 'domain.md 2.2 C22' }),
];

const LISTING_ROWS: readonly PolicyRow[] = [
  policyRow('L-cents', 'LISTING', 'least_credit', '1', {
    unit: 'cents',
    notes: 'Smaller credits are counted and said, not listed. Credits of federal payers are always listed.',
  }),
  policyRow('L-age', 'LISTING', 'least_age_days', '0', { unit: 'calendar_days', notes: 'Younger credits are counted and said, not listed.' }),
  policyRow('L-prepaid', 'LISTING', 'prepayments', 'yes', { unit: 'flag', notes: 'Whether prepayments on unbilled visits are listed.' }),
];

const level = (key: string, value: string, notes: string): PolicyRow =>
  policyRow(`A-${key}`, 'APPROVAL', key, value, { unit: value === 'none' ? '' : 'cents', citation: 'domain.md 5.6', source: 'S24', notes });
const APPROVAL_ROWS: readonly PolicyRow[] = [
  level('lead', '25000', 'Up to and with this amount.'),
  level('supervisor', '100000', 'Up to and with this amount.'),
  level('manager', '500000', 'Up to and with this amount.'),
  level('director', '2500000', 'Up to and with this amount.'),
  level('cfo', 'none', 'Everything above.'),
  policyRow('A-compliance', 'APPROVAL', 'compliance', 'none', { payerClass: 'federal', citation: 'domain.md 5.6', notes: 'Added for any federal refund.' }),
  policyRow('A-window', 'APPROVAL', 'window_days', '30', {
    unit: 'calendar_days',
    citation: 'domain.md 5.6',
    notes: 'Amounts to one payee add up over this, against splitting.',
  }),
];

const file = (key: string, value: string, unit: string, notes: string): PolicyRow => policyRow(`RF-${key}`, 'REFUND_FILE', key, value, { unit, notes });
const REFUND_FILE_ROWS: readonly PolicyRow[] = [
  file('most_cents', 'none', 'cents', 'Most money in one Refund file; what is over it waits for the next. none = no cap.'),
  file('most_refunds', 'none', 'count', 'Most refunds in one Refund file; the others wait for the next. none = no cap.'),
  file('check_stale_days', '180', 'calendar_days', 'A check that has not cleared by then is called stale: banks need not pay it after six months.'),
  file('gl_account', 'none', 'text', 'General ledger account printed on each line of Refund file. none = left blank.'),
  ...Object.entries(REFUND_FILE_HEADINGS).map(([key, heading]) =>
    policyRow(`RF-column-${key}`, 'REFUND_FILE', `column:${key}`, heading, { notes: 'How accounts payable calls this column of Refund file.' }),
  ),
];

/** All default rows. Ids are unique; every value passes the checks of load.ts (test/core/policy/defaults.test.ts). */
export const DEFAULT_ROWS: readonly PolicyRow[] = [
  ...PARAMETER_ROWS,
  ...SMALL_ROWS,
  ...HOLD_ROWS,
  ...LISTING_ROWS,
  ...APPROVAL_ROWS,
  ...REFUND_FILE_ROWS,
  ...LETTER_ROWS,
  ...FEDERAL_ROWS,
  ...STATE_REFUND_ROWS,
  ...RECOUP_ROWS,
  ...ESCHEAT_ROWS,
  ...PAYER_ROWS,
  ...CODE_ROWS,
];
