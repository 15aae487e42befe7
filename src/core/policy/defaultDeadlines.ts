/** Refund deadlines toward federal payers and patients (domain.md 4.1–4.6), with the status the document gives them. */
import type { PolicyRow } from './policy';
import { policyRow } from './rows';
import type { RowDraft } from './rows';

const MEMORY = 'General knowledge, not looked up; confirm with counsel.';
const CHOICE = 'Design choice, not law.';
const days = (id: string, topic: PolicyRow['topic'], key: string, value: number, draft: RowDraft): PolicyRow =>
  policyRow(id, topic, key, String(value), { unit: 'calendar_days', ...draft });

export const FEDERAL_ROWS: readonly PolicyRow[] = [
  days('F-60-medicare', 'REFUND_PAYER', 'refund', 60, {
    payerClass: 'medicare',
    trigger: 'IDENTIFIED',
    citation: '42 CFR 401.305',
    source: 'S27',
    notes: 'Identified = knowingly receiving or retaining (since 1 Jan 2025). Cost-report date ignored: claim credits are not settled on it.',
  }),
  days('F-60-ma', 'REFUND_PAYER', 'refund', 60, {
    payerClass: 'medicare-advantage',
    trigger: 'IDENTIFIED',
    citation: '42 CFR 422.326 binds the plan; the provider repays the plan',
    notes: `${CHOICE} Treated like Medicare; the contract may say otherwise.`,
  }),
  days('F-60-medicaid', 'REFUND_PAYER', 'refund', 60, {
    payerClass: 'medicaid',
    trigger: 'IDENTIFIED',
    citation: 'SSA 1128J(d)',
    source: 'S27',
    notes: 'Mechanics are state-specific (void, adjustment, form).',
  }),
  days('F-60-mco', 'REFUND_PAYER', 'refund', 60, {
    payerClass: 'medicaid-managed',
    trigger: 'IDENTIFIED',
    citation: '42 CFR 438.608(d)(2)',
    notes: `To the managed-care plan that paid, with a written reason. ${MEMORY}`,
  }),
  days('F-60-other', 'REFUND_PAYER', 'refund', 60, {
    payerClass: 'federal',
    trigger: 'IDENTIFIED',
    citation: 'default',
    notes: `${CHOICE} CHIP, TRICARE, VA, FEHB.`,
  }),
  days('D-payer', 'REFUND_PAYER', 'refund', 30, { trigger: 'DETERMINED', citation: 'default', notes: `${CHOICE} The payer contract decides.` }),
  days('F-msp', 'REFUND_PAYER', 'msp', 60, {
    payerClass: 'medicare',
    trigger: 'PAYMENT',
    citation: '42 CFR 489.20(h), 411.24(h)',
    exceptions: 'The 180-day suspension does not apply.',
    notes: `Counted from receipt of the other primary payer's payment. ${MEMORY}`,
  }),
  days('F-suspend', 'INVESTIGATION', 'cap_days', 180, {
    payerClass: 'medicare',
    trigger: 'IDENTIFIED',
    citation: '42 CFR 401.305(b)(3)',
    source: 'S28',
    notes: 'Sub-paragraph text not seen; the formula is a choice.',
  }),
  policyRow('F-suspend-method', 'INVESTIGATION', 'method', 'conservative', {
    payerClass: 'medicare',
    citation: 'domain.md 4.1',
    notes: 'conservative: days before identification suspend nothing; none: no suspension at all.',
  }),
  policyRow('F-lookback', 'REFUND_PAYER', 'lookback', '72', {
    payerClass: 'medicare',
    unit: 'months',
    trigger: 'PAYMENT',
    citation: '42 CFR 401.305',
    source: 'S31',
    notes: 'Six years from receipt.',
  }),
  days('F-838-legacy', 'CMS838', 'quarterly', 30, {
    payerClass: 'medicare',
    trigger: 'QUARTER_END',
    to: '2024-11-30',
    citation: 'CMS-838',
    source: 'S43',
    notes: 'Quarterly filing ended 1 Dec 2024. Clear effective_to to bring the calendar back.',
  }),
  policyRow('F-838', 'CMS838', 'on_demand', 'yes', {
    payerClass: 'medicare',
    unit: 'flag',
    from: '2024-12-01',
    citation: 'CMS-838',
    source: 'S39',
    notes: 'Filed when an overpayment cannot be handled by a claim adjustment.',
  }),
  days('F-489-41', 'REFUND_PATIENT', 'incorrect_collection', 60, {
    payerClass: 'medicare',
    trigger: 'NOTICE',
    citation: '42 CFR 489.40–.41',
    source: 'S21',
    notes: 'Counted from the notice of incorrect collection; after it the sum is set aside in an identified account.',
  }),
  policyRow('F-501r', 'REFUND_PATIENT', 'assistance_minimum', '500', {
    unit: 'cents',
    providerType: 'hospital',
    status: 'UNVERIFIED',
    citation: '26 CFR 1.501(r)-6',
    notes: `Tax-exempt hospitals: nothing under $5. ${MEMORY}`,
  }),
  policyRow('F-nsa', 'REFUND_PATIENT', 'no_surprises', '', {
    status: 'UNVERIFIED',
    citation: 'No Surprises Act',
    notes: 'Excess cost-sharing is refundable with interest; deadline not confirmed.',
  }),
];

const state = (code: string, suffix: string, key: string, value: number, draft: RowDraft): PolicyRow =>
  days(`R-${code}${suffix}`, 'REFUND_PATIENT', key, value, { jurisdiction: code, trigger: 'DETERMINED', ...draft });

export const STATE_REFUND_ROWS: readonly PolicyRow[] = [
  days('D-patient', 'REFUND_PATIENT', 'refund', 30, { trigger: 'DETERMINED', citation: 'default', notes: `${CHOICE} For states without a row of their own.` }),
  state('CA', '-physician', 'refund', 90, {
    providerType: 'physician',
    citation: 'Cal. B&P 732',
    source: 'S52',
    notes: 'Duplicate payment without a request: notify within 90 days of knowing, refund within 30 days unless the patient asks to hold.',
  }),
  state('CA', '-request', 'on_request', 30, {
    providerType: 'physician',
    trigger: 'PATIENT_REQUEST',
    citation: 'Cal. B&P 732',
    source: 'S52',
    exceptions: 'Counted from receipt of the duplicate when that is later.',
  }),
  state('CA', '-notified', 'after_notice', 30, {
    providerType: 'physician',
    trigger: 'NOTICE',
    citation: 'Cal. B&P 732',
    source: 'S52',
    exceptions: 'Unless the patient asks to hold.',
  }),
  state('CA', '-hospital', 'refund', 30, {
    providerType: 'hospital',
    from: '2025-01-01',
    citation: 'Cal. H&S 127440; 22 CCR 96051.28',
    source: 'S54',
    exceptions: 'None if under $5.',
    notes: 'Fair pricing; with interest from the payment date.',
  }),
  state('TX', '', 'refund', 30, { citation: 'Tex. Ins. Code 1661.005', source: 'S56', notes: 'By the 30th day after determining; no minimum.' }),
  state('FL', '', 'refund', 30, {
    from: '2026-01-01',
    citation: 'Fla. ss. 408.12, 456.0625 (SB 1808)',
    source: 'S57',
    exceptions: 'Only where a claim was tendered to a program, insurer or HMO.',
    notes: 'Facilities up to $500 per violation per day.',
  }),
  policyRow('R-MD', 'REFUND_PATIENT', 'free_care_2017_2021', '', {
    jurisdiction: 'MD',
    providerType: 'hospital',
    status: 'UNVERIFIED',
    citation: 'Md. H-G 19-214.4',
    source: 'S59',
    notes: 'Special programme for refunds over $25; no general day count.',
  }),
  state('GA', '', 'refund', 30, { status: 'UNVERIFIED', citation: 'statute not verified', source: 'S60' }),
  state('LA', '', 'refund', 90, {
    status: 'PROPOSED',
    citation: 'HB 422 (2025)',
    source: 'S61',
    notes: '90 days after verification; enactment not confirmed.',
  }),
  state('NC', '', 'refund', 45, { status: 'UNVERIFIED', providerType: 'hospital', trigger: 'NOTICE', citation: 'N.C. 131E-91', notes: MEMORY }),
];
