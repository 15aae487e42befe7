/** The 15 columns of the CMS-838 detail page, in its order (domain.md 4.4). Filled from the sheets where they know; a person's from then on. */
import { ours, typed } from './columns';
import type { ColumnSpec } from './edit';

export const CMS838_COLUMNS = [
  ours('name', '1 Beneficiary name', 'text', 34),
  typed('mbi', '2 Medicare beneficiary identifier', 'text', 16),
  typed('icn', '3 Claim control number (ICN)', 'text', 18),
  typed('typeOfBill', '4 Type of bill', 'text', 10),
  typed('admitted', '5 Admission date', 'date', 12),
  typed('discharged', '6 Discharge date', 'date', 12),
  typed('paidOn', '7 Paid date', 'date', 12),
  typed('costReport', '8 Cost report (O or C)', 'text', 12, ['O', 'C']),
  ours('amount', '9 Medicare credit balance', 'money', 14),
  typed('repaid', '10 Repaid with this report', 'money', 14),
  typed('method', '11 Method (C, A, X or Z)', 'text', 12, ['C', 'A', 'X', 'Z']),
  ours('outstanding', '12 Outstanding', 'money', 14),
  typed('reason', '13 Reason (1, 2 or 3)', 'text', 12, ['1', '2', '3']),
  typed('valueCode', '14 MSP value code', 'text', 12, ['12', '13', '14', '15', '16', '41', '42', '43', '44', '47']),
  typed('explanation', '15 Primary insurer and address, or explanation', 'text', 40),
  { ...ours('id', 'Credit id', 'text', 20), hidden: true },
] as const satisfies readonly ColumnSpec[];

export type Cms838Key = (typeof CMS838_COLUMNS)[number]['key'];
