/**
 * The sample's own small billing system: accounts that are posted to, in cents, with the two buckets kept apart. It knows nothing of the
 * product's code; what is true about an account is stated beside it, by hand, from domain.md.
 */
import { person, serial } from './people';
import type { Person } from './people';
import { randomOf } from './random';
import type { Random } from './random';

export const AS_OF = serial(2026, 11, 30);
/** Dollars to cents. */
export const usd = (dollars: number): number => Math.round(dollars * 100);

export type Bucket = 'insurance' | 'patient';
export interface Posting {
  readonly account: string;
  readonly patient: string;
  readonly post: number;
  readonly service: number;
  readonly type: string;
  readonly code: string;
  readonly description: string;
  readonly cpt: string;
  readonly payer: string;
  /** Cents; charges and debits positive, payments and write-offs negative. */
  readonly amount: number;
  readonly method: string;
  readonly check: string;
  readonly claim: string;
  readonly icn: string;
  readonly billed: number | null;
  readonly allowed: number | null;
  readonly patientResp: number | null;
  readonly codes: string;
  readonly batch: string;
  readonly user: string;
  readonly comment: string;
  readonly hidden: boolean;
  readonly bucket: Bucket;
  /** Which total of the listing it goes into. */
  readonly total: 'charges' | 'insPayments' | 'ptPayments' | 'adjustments' | 'refunds' | 'none';
  /** Amount cell as a double with binary noise (domain.md 6 P21), or as typed text. */
  readonly noisy: boolean;
  readonly dateAsNumber: boolean;
}
export type Detail = Partial<
  Pick<
    Posting,
    | 'check'
    | 'claim'
    | 'icn'
    | 'method'
    | 'billed'
    | 'allowed'
    | 'patientResp'
    | 'codes'
    | 'comment'
    | 'cpt'
    | 'hidden'
    | 'payer'
    | 'noisy'
    | 'dateAsNumber'
    | 'service'
    | 'user'
    | 'batch'
  >
>;

export interface Facts {
  readonly person: Person;
  readonly payer1: string;
  readonly payer2: string;
  readonly finClass: string;
  readonly planType: string;
  readonly dos: number;
  readonly dosTo: number;
  readonly patientType: string;
  readonly billingStatus: string;
  readonly claimStatus: string;
  readonly coverageAdded: number;
  readonly coverageFrom: number;
  readonly qmb: string;
  readonly accident: number;
  readonly badDebt: number;
  readonly charity: number;
  readonly expected: number | null;
  readonly accountNo: string;
  /** Balance cell typed as text in this way (domain.md 6 P18). */
  readonly balanceAs: 'number' | 'trailing minus' | 'parentheses' | 'CR';
}

const USERS = ['KMOSS', 'JPARK', 'TVEGA', 'RLIND'];
const ANY: Detail = {};

export class Account {
  readonly facts: Facts;
  readonly postings: Posting[] = [];
  readonly random: Random;
  /** What the listing says differs from the postings (only current-period rows exported: domain.md 6 P23). */
  listed: { charges: number; insPayments: number; ptPayments: number; adjustments: number; refunds: number; insurance: number; patient: number } | null = null;
  readonly claim: string;

  constructor(label: string, personNo: number, facts: Partial<Facts> = {}) {
    this.random = randomOf(label);
    const dos = facts.dos ?? serial(2026, 1, 5) + this.random.int(0, 210);
    const payer1 = facts.payer1 ?? '';
    this.claim = `CLM${this.random.digits(7)}`;
    this.facts = {
      person: person(personNo),
      payer1,
      payer2: '',
      finClass: payer1 === '' ? 'Self-Pay' : 'Commercial',
      planType: payer1 === '' ? '' : 'Fee schedule',
      dos,
      dosTo: dos,
      patientType: 'OP',
      billingStatus: 'Closed',
      claimStatus: payer1 === '' ? '' : 'Paid',
      coverageAdded: 0,
      coverageFrom: 0,
      qmb: '',
      accident: 0,
      badDebt: 0,
      charity: 0,
      expected: null,
      accountNo: `00${String(104000 + personNo * 37 + this.random.int(0, 36))}`,
      balanceAs: 'number',
      ...facts,
    };
  }

  get no(): string {
    return this.facts.accountNo;
  }
  /** Posts a row as it is; the named methods below are the way in. */
  post(day: number, type: string, code: string, description: string, amount: number, bucket: Bucket, total: Posting['total'], detail: Detail): this {
    const electronic = detail.method === 'EFT';
    this.postings.push({
      account: this.no,
      patient: this.facts.person.name,
      post: day,
      service: this.facts.dos,
      type,
      code,
      description,
      cpt: '',
      payer: '',
      amount,
      method: '',
      check: '',
      claim: '',
      icn: '',
      billed: null,
      allowed: null,
      patientResp: null,
      codes: '',
      batch: `B${String(day - 40000)}${electronic ? 'E' : 'M'}`,
      user: electronic ? 'AUTOERA' : this.random.pick(USERS),
      comment: '',
      hidden: false,
      bucket,
      total,
      noisy: false,
      dateAsNumber: false,
      ...detail,
    });
    return this;
  }

  charge(cents: number, cpt: string, description: string, day = this.facts.dos + 1, detail: Detail = ANY): this {
    return this.post(day, 'Charge', 'CHG', description, cents, this.facts.payer1 === '' ? 'patient' : 'insurance', 'charges', {
      cpt,
      claim: this.facts.payer1 === '' ? '' : this.claim,
      ...detail,
    });
  }
  chargeCredit(cents: number, cpt: string, description: string, day: number, detail: Detail = ANY): this {
    return this.post(day, 'Charge Credit', 'CHGCR', description, -cents, 'insurance', 'charges', { cpt, claim: this.claim, ...detail });
  }
  insurancePayment(cents: number, day: number, detail: Detail = ANY): this {
    return this.post(day, 'Insurance Payment', 'PMTINS', 'Insurance payment', -cents, 'insurance', 'insPayments', {
      payer: this.facts.payer1,
      method: 'EFT',
      check: this.newCheck(),
      claim: this.claim,
      icn: this.newIcn(),
      ...detail,
    });
  }
  paymentReversal(cents: number, day: number, detail: Detail = ANY): this {
    return this.post(day, 'Payment Reversal', 'PMTREV', 'Reversal of insurance payment', cents, 'insurance', 'insPayments', {
      payer: this.facts.payer1,
      claim: this.claim,
      ...detail,
    });
  }
  takeback(cents: number, day: number, detail: Detail = ANY): this {
    return this.post(day, 'Takeback', 'TKBK', 'Insurance takeback', cents, 'insurance', 'insPayments', {
      payer: this.facts.payer1,
      method: 'EFT',
      claim: this.claim,
      ...detail,
    });
  }
  patientPayment(cents: number, day: number, detail: Detail = ANY): this {
    return this.post(day, 'Patient Payment', 'PMTPT', 'Patient payment', -cents, 'patient', 'ptPayments', { payer: 'PATIENT', method: 'CARD', ...detail });
  }
  deposit(cents: number, day: number, detail: Detail = ANY): this {
    return this.post(day, 'Patient Deposit', 'DEP', 'Prepayment on estimate', -cents, 'patient', 'ptPayments', { payer: 'PATIENT', method: 'CARD', ...detail });
  }
  contractual(cents: number, day: number, detail: Detail = ANY): this {
    return this.post(day, 'Contractual Adjustment', 'ADJCON', 'Contractual adjustment', -cents, 'insurance', 'adjustments', {
      payer: this.facts.payer1,
      claim: this.claim,
      codes: 'CO-45',
      ...detail,
    });
  }
  adjustment(type: string, code: string, description: string, cents: number, day: number, bucket: Bucket, detail: Detail = ANY): this {
    return this.post(day, type, code, description, -cents, bucket, 'adjustments', detail);
  }
  /** Moves patient responsibility out of the payer's bucket: two rows that net to zero. */
  transferToPatient(cents: number, day: number): this {
    if (cents === 0) return this;
    this.post(day, 'Transfer', 'TRFOUT', 'Transfer to patient responsibility', -cents, 'insurance', 'none', { payer: this.facts.payer1, claim: this.claim });
    return this.post(day, 'Transfer', 'TRFIN', 'Transfer to patient responsibility', cents, 'patient', 'none', { payer: 'PATIENT', claim: this.claim });
  }
  refundPayer(cents: number, day: number, detail: Detail = ANY): this {
    return this.post(day, 'Insurance Refund', 'REFINS', 'Refund to payer', cents, 'insurance', 'refunds', {
      payer: this.facts.payer1,
      method: 'CHECK',
      claim: this.claim,
      ...detail,
    });
  }
  refundPatient(cents: number, day: number, detail: Detail = ANY): this {
    return this.post(day, 'Patient Refund', 'REFPT', 'Refund to patient', cents, 'patient', 'refunds', { payer: 'PATIENT', method: 'CHECK', ...detail });
  }
  newCheck(): string {
    return `${this.random.pick(['EFT', 'EFT', '00'])}${this.random.digits(7)}`;
  }
  newIcn(): string {
    return `26${this.random.digits(11)}`;
  }
  sum(total: Posting['total']): number {
    return this.postings.filter((p) => p.total === total).reduce((sum, p) => sum + p.amount, 0);
  }
  bucket(bucket: Bucket): number {
    return this.postings.filter((p) => p.bucket === bucket).reduce((sum, p) => sum + p.amount, 0);
  }
  get balance(): number {
    return this.postings.reduce((sum, p) => sum + p.amount, 0);
  }
}
