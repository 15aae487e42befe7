/** The columns of *Payer letters* and *Patient letters*: one word each, for Word mail merge (domain.md 5.4). The merge fields of assets/*.docx are these. */
import { ours } from './columns';
import type { Column } from './columns';

const words = <K extends string>(...headings: readonly K[]): readonly Column<K>[] => headings.map((heading) => ours(heading, heading, 'text', 16));

export const PAYER_LETTERS_COLUMNS = words(
  'Kind',
  'LetterDate',
  'PayerName',
  'PayerAttn',
  'PayerAddr1',
  'PayerAddr2',
  'PayerCity',
  'PayerState',
  'PayerZip',
  'PayerRef',
  'PatientName',
  'MemberId',
  'GroupNo',
  'ProviderName',
  'ProviderAddress',
  'ProviderNpi',
  'ProviderTin',
  'AccountNo',
  'ClaimNo',
  'DosFrom',
  'DosTo',
  'PaidAmount',
  'PaidDate',
  'OrigCheckNo',
  'RefundAmount',
  'RefundAmountWords',
  'RefundCheckNo',
  'ReasonText',
  'CalcText',
  'EnclosureList',
  'ContactName',
  'ContactPhone',
  'SignerName',
  'SignerTitle',
);

export const PATIENT_LETTERS_COLUMNS = words(
  'LetterDate',
  'Salutation',
  'PayeeName',
  'PayeeAddr1',
  'PayeeAddr2',
  'PayeeCity',
  'PayeeState',
  'PayeeZip',
  'ProviderName',
  'ProviderAddress',
  'AccountNo',
  'DosFrom',
  'PaidTotal',
  'ResponsibilityTotal',
  'AppliedElsewhere',
  'RefundAmount',
  'RefundAmountWords',
  'RefundMethodText',
  'ReasonText',
  'ExpectedBy',
  'ContactPhone',
  'SignerName',
  'SignerTitle',
);

export type PayerLettersKey = (typeof PAYER_LETTERS_COLUMNS)[number]['key'];
export type PatientLettersKey = (typeof PATIENT_LETTERS_COLUMNS)[number]['key'];
