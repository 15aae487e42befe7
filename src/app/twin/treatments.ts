/** What happens to the cells of a column in a twin, by the field it was read as (domain.md 1.2). */
import { kindOf } from '../../intake/fields';

export type Treatment = 'heading' | 'code' | 'text' | 'name' | 'payer' | 'identifier' | 'amount' | 'day' | 'birth' | 'unknown';

const BY_FIELD: Readonly<Record<string, Treatment>> = {
  type: 'code',
  code: 'code',
  drcr: 'code',
  method: 'code',
  bucket: 'code',
  txStatus: 'code',
  voidDay: 'code',
  carc: 'code',
  group: 'code',
  remark: 'code',
  cpt: 'code',
  claimStatus: 'code',
  planType: 'code',
  patientType: 'code',
  status: 'code',
  state: 'code',
  flags: 'code',
  qmb: 'code',
  accident: 'code',
  drg: 'code',
  typeOfBill: 'code',
  plb: 'code',
  finClass: 'payer',
  payer: 'payer',
  payer2: 'payer',
  payer3: 'payer',
  payee: 'payer',
  plan: 'payer',
  description: 'text',
  comment: 'text',
  label: 'text',
  dob: 'birth',
};

/** Texts of no field named above are names: of people, places, clinics. */
export function treatmentOf(field: string): Treatment {
  const own = BY_FIELD[field];
  if (own) return own;
  const kind = kindOf(field);
  return kind === 'money' ? 'amount' : kind === 'day' ? 'day' : kind === 'id' ? 'identifier' : 'name';
}
