/** The usual course of a bill, which most sample accounts follow: charges, remittance, patient share (domain.md 1.6). */
import type { Account, Detail } from './ledgerBook';

export const SERVICES: readonly (readonly [string, string])[] = [
  ['99213', 'Office visit, established'],
  ['99214', 'Office visit, moderate'],
  ['99204', 'Office visit, new patient'],
  ['80053', 'Metabolic panel'],
  ['85025', 'Blood count'],
  ['71046', 'Chest X-ray, 2 views'],
  ['93000', 'Electrocardiogram'],
  ['73721', 'MRI lower joint'],
  ['45378', 'Colonoscopy'],
  ['97110', 'Therapeutic exercise'],
  ['20610', 'Joint injection'],
  ['70553', 'MRI brain'],
  ['29881', 'Knee arthroscopy'],
  ['66984', 'Cataract surgery'],
  ['99284', 'Emergency visit'],
  ['36415', 'Blood draw'],
];

export interface Bill {
  readonly charges: number;
  readonly allowed: number;
  readonly patientResp: number;
  /** What the payer paid, when not allowed − patient share. */
  readonly paid?: number;
  /** Number of charge lines (1). */
  readonly lines?: number;
  /** The remittance's allowed amount and patient share stand in the row. */
  readonly stated?: boolean;
  /** The patient share is moved to the patient with two transfer rows. */
  readonly transfer?: boolean;
  /** Days from service to remittance (28). */
  readonly after?: number;
  readonly payment?: Detail;
}

/** Whole-cent parts of an amount; the parts differ. */
function parts(account: Account, total: number, count: number): number[] {
  const out: number[] = [];
  let left = total;
  for (let i = 0; i < count - 1; i++) {
    const part = Math.round((left * account.random.int(25, 45)) / 100 / 500) * 500;
    out.push(part);
    left -= part;
  }
  return [...out, left];
}

export function postCharges(account: Account, total: number, lines = 1, detail: Detail = {}): void {
  const first = account.random.int(0, SERVICES.length - 1);
  parts(account, total, lines).forEach((cents, i) => {
    const [cpt, description] = SERVICES[(first + i * 3) % SERVICES.length] as readonly [string, string];
    account.charge(cents, cpt, description, account.facts.dos + 1, detail);
  });
}

export const remitDay = (account: Account, bill: Pick<Bill, 'after'>): number => account.facts.dos + (bill.after ?? 28);

/** The remittance columns of a payment row. */
export const remit = (bill: Bill): Detail =>
  bill.stated === false ? {} : { billed: bill.charges, allowed: bill.allowed, patientResp: bill.patientResp, codes: bill.patientResp > 0 ? 'PR-2' : '' };

/** Charges, contractual and the payer's payment as one remittance brings them. Returns the day of the remittance. */
export function adjudicate(account: Account, bill: Bill): number {
  postCharges(account, bill.charges, bill.lines);
  const day = remitDay(account, bill);
  if (bill.charges !== bill.allowed) account.contractual(bill.charges - bill.allowed, day);
  account.insurancePayment(bill.paid ?? bill.allowed - bill.patientResp, day, { ...remit(bill), ...bill.payment });
  if (bill.transfer ?? true) account.transferToPatient(bill.patientResp, day);
  return day;
}
