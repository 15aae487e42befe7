/** Recoupment look-back (domain.md 4.7) and dormancy (domain.md 4.8) by state. A look-back limits the payer's demand; it is no right to keep money. */
import type { PolicyRow } from './policy';
import { policyRow } from './rows';
import type { RowDraft } from './rows';

const CARVE = 'Fraud, COB, self-funded ERISA plans, government programmes, contract terms.';
const limit = (code: string, value: string, unit: string, draft: RowDraft, key = 'general'): PolicyRow =>
  policyRow(`L-${code}${key === 'general' ? '' : `-${key}`}`, 'RECOUP_LIMIT', key, value, {
    jurisdiction: code,
    unit,
    payerClass: 'commercial',
    trigger: 'PAYMENT',
    exceptions: CARVE,
    notes: 'Verify per contract.',
    ...draft,
  });

export const RECOUP_ROWS: readonly PolicyRow[] = [
  limit('AL', '12', 'months', { source: 'S62', exceptions: 'Or the filing period if shorter; fraud and duplicates exempt.' }),
  limit('AL', '18', 'months', { source: 'S62' }, 'cob'),
  limit('AK', 'none', '', { source: 'S62' }),
  limit('AZ', '12', 'months', { source: 'S62' }),
  limit('AR', '18', 'months', { source: 'S63' }),
  limit('CA', '365', 'calendar_days', { source: 'S63' }),
  limit('CO', '12', 'months', { source: 'S63' }),
  limit('CO', '36', 'months', { source: 'S63', notes: 'Some federal COB.' }, 'cob'),
  limit('CT', '18', 'months', { source: 'S63' }),
  limit('DE', '24', 'months', { source: 'S63' }),
  limit('FL', '30', 'months', { source: 'S64', citation: 'Fla. 627.6131' }),
  limit(
    'FL',
    '40',
    'calendar_days',
    { source: 'S64', citation: 'Fla. 627.6131', trigger: 'NOTICE', notes: 'Pay, deny or contest within 40 days; uncontestable at 140 days.' },
    'contest',
  ),
  limit('IN', '', '', { source: 'S65', status: 'UNVERIFIED', notes: 'Limits in law; HB 1271 (2026) sets time frames; numbers not seen.' }),
  limit('MD', '6', 'months', { source: 'S66', citation: 'Md. Ins. 15-1008' }),
  limit('MD', '18', 'months', { source: 'S66', citation: 'Md. Ins. 15-1008' }, 'cob'),
  limit('NY', '24', 'months', {
    source: 'S67',
    citation: 'N.Y. Ins. 3224-b',
    notes: '30-day notice except duplicates; a 2025 bill would cut it to 3 months (status not checked).',
  }),
  limit('OH', '24', 'months', {
    source: 'S69',
    citation: 'Ohio 3901.388',
    notes: 'Then final except fraud; a bill to shorten was introduced (status not checked).',
  }),
  limit('SC', '18', 'months', { source: 'S71', notes: "30 business days' notice; not self-insured or government." }),
  limit('SC', '30', 'business_days', { source: 'S71', trigger: 'NOTICE', notes: 'Notice before the payer may recover.' }, 'notice'),
  limit('SD', '18', 'months', { source: 'S72', status: 'PROPOSED', from: '2026-07-01', notes: '2026 bill; enactment not confirmed.' }),
  limit('TX', '180', 'calendar_days', { source: 'S73', citation: '28 TAC 21.2818', notes: 'After receipt; secondary source.' }),
  limit('WY', '24', 'months', { source: 'S74', status: 'UNVERIFIED', citation: 'Wyo. 26-15-137', notes: 'Statute exists; 2-year draft seen.' }),
];

const THREE_YEARS = 'AL AK AZ AR CA CO CT DC IL IN IA KS KY LA ME MD MA MI MN'.split(' ');
const FIVE_YEARS = 'DE FL GA HI ID'.split(' ');
const dormancy = (code: string, months: number, draft: RowDraft): PolicyRow =>
  policyRow(`E-${code}`, 'ESCHEAT', 'patient_credit', String(months), { jurisdiction: code, unit: 'months', trigger: 'PAYMENT', ...draft });
const vendor: RowDraft = {
  source: 'S79',
  citation: 'general dormancy, a vendor table',
  notes: "From last owner contact or from when the obligation arose; check the state. The owner's last known state governs.",
};

export const ESCHEAT_ROWS: readonly PolicyRow[] = [
  ...THREE_YEARS.map((code) => dormancy(code, 36, vendor)),
  ...FIVE_YEARS.map((code) => dormancy(code, 60, vendor)),
  dormancy('TX', 36, { source: 'S26', notes: 'Patient credits: fix the list at 1 Mar, report 1 Jul; keep records 10 years.' }),
  dormancy('PA', 36, { source: 'S80', notes: 'Report 15 Apr.' }),
  dormancy('VT', 36, { source: 'S81', notes: 'Credit owed to a customer.' }),
];
