/** Which sheets are ours, by name, table and headings (design.md 7): what the door needs to recognise them again. */
import type { ColumnSpec, OwnRole } from './edit';
import { CMS838_COLUMNS } from './cms838Columns';
import { CREDITS_COLUMNS } from './creditsColumns';
import { CORRECTIONS_COLUMNS } from './correctionsColumns';
import { EVIDENCE_COLUMNS } from './evidenceColumns';
import { PATIENT_LETTERS_COLUMNS, PAYER_LETTERS_COLUMNS } from './lettersColumns';
import { LOG_COLUMNS } from './logColumns';
import { PAYEES_COLUMNS } from './payeesColumns';
import { POLICY_COLUMNS } from './policyColumns';
import { REFUND_FILE_COLUMNS } from './refundFileColumns';
import { REFUNDS_COLUMNS } from './refundsColumns';
import { UNDERPAYMENTS_COLUMNS } from './underpaymentsColumns';
import { SUMMARY_COLUMNS } from './summaryColumns';

export interface OwnSheetSpec {
  readonly role: OwnRole;
  readonly sheetName: string;
  /** '' when the sheet holds no table. */
  readonly table: string;
  readonly headings: readonly string[];
  readonly columns: readonly ColumnSpec[];
}

const withTable = (role: OwnRole, sheetName: string, columns: readonly ColumnSpec[]): OwnSheetSpec => ({
  role,
  sheetName,
  table: `crb_${sheetName.replace(/[ -]/g, '_')}`,
  headings: columns.map((column) => column.heading),
  columns,
});
const titled = (role: OwnRole, title: string): OwnSheetSpec => ({ role, sheetName: title, table: '', headings: [title], columns: [] });

export const CREDITS_SHEET = withTable('credits', 'Credits', CREDITS_COLUMNS);
export const SUMMARY_SHEET = withTable('summary', 'Credit summary', SUMMARY_COLUMNS);
export const UNDERPAYMENTS_SHEET = withTable('underpayments', 'Underpayments', UNDERPAYMENTS_COLUMNS);
export const CORRECTIONS_SHEET = withTable('corrections', 'Corrections', CORRECTIONS_COLUMNS);
export const PAYEES_SHEET = withTable('payees', 'Payees', PAYEES_COLUMNS);
export const REFUNDS_SHEET = withTable('refunds', 'Refunds', REFUNDS_COLUMNS);
export const REFUND_FILE_SHEET = withTable('refundFile', 'Refund file', REFUND_FILE_COLUMNS);
export const PAYER_LETTERS_SHEET = withTable('payerLetters', 'Payer letters', PAYER_LETTERS_COLUMNS);
export const PATIENT_LETTERS_SHEET = withTable('patientLetters', 'Patient letters', PATIENT_LETTERS_COLUMNS);
export const EVIDENCE_SHEET = withTable('evidence', 'Evidence', EVIDENCE_COLUMNS);
export const CMS838_SHEET = withTable('cms838', 'CMS-838', CMS838_COLUMNS);
export const POLICY_SHEET = withTable('policy', 'Credit policy', POLICY_COLUMNS);
export const LOG_SHEET = withTable('log', 'Credit log', LOG_COLUMNS);
export const MESSAGE_SHEET = titled('message', 'Credit message');
export const KEYS_SHEET = titled('keys', 'Credit keys');
export const OWN_SHEETS: readonly OwnSheetSpec[] = [
  CREDITS_SHEET,
  UNDERPAYMENTS_SHEET,
  CORRECTIONS_SHEET,
  REFUNDS_SHEET,
  PAYEES_SHEET,
  REFUND_FILE_SHEET,
  PAYER_LETTERS_SHEET,
  PATIENT_LETTERS_SHEET,
  EVIDENCE_SHEET,
  CMS838_SHEET,
  POLICY_SHEET,
  LOG_SHEET,
  SUMMARY_SHEET,
  MESSAGE_SHEET,
  KEYS_SHEET,
];
