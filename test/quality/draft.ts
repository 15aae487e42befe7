/**
 * What the generator plants, in its own words: accounts with postings and the truth about them. Written from domain.md 1, 2.2 and 6 alone;
 * it shares no code with the causes. Money in cents, days as serials.
 */
import type { CauseId, FindingClass } from '../../src/core/credit';
import type { Random } from './random';

/** Fields a column set may lack; a case whose rule needs one of them is left out there (issue 4). */
export type Field = 'check' | 'allowed' | 'patientResp' | 'billed' | 'remitPaid' | 'plb' | 'planType' | 'coverage' | 'qmb' | 'register';

export interface Truth {
  readonly cause: CauseId;
  readonly cls: FindingClass;
  readonly cents: number;
  readonly owedTo: 'payer' | 'patient' | 'account' | 'none';
  /** Payer name or account key; '' for the patient and for nobody. */
  readonly name: string;
}

export interface Remit {
  readonly allowed: number;
  readonly pr: number;
  readonly billed: number;
  readonly paid: number;
  readonly contractual: number;
  readonly carc: string;
  readonly priorPaid?: number;
}

export interface Row {
  readonly day: number;
  readonly type: string;
  /** Effect on the balance: charge +, payment −. */
  readonly effect: number;
  readonly payer: string;
  readonly check: string;
  readonly claim: string;
  readonly icn: string;
  readonly service: number;
  readonly method: string;
  readonly cpt: string;
  readonly remit: Remit | null;
  readonly remark: string;
}

/** A provider-level or reversal line of a remittance that names the claim. */
export interface RemitLine {
  readonly payer: string;
  readonly day: number;
  readonly check: string;
  readonly claim: string;
  readonly plb: string;
  readonly cents: number;
}
export interface RegisterLine {
  readonly payee: string;
  readonly day: number;
  readonly check: string;
  readonly cents: number;
}

export class Account {
  readonly rows: Row[] = [];
  readonly truths: Truth[] = [];
  readonly remitLines: RemitLine[] = [];
  readonly register: RegisterLine[] = [];
  needs: readonly Field[] = [];
  /** Name of the trap or of the ordinary case; the cause of a plant. */
  label = '';
  mrn = '';
  guarantor = '';
  patient = '';
  payers: string[] = [];
  finClass = 'Commercial';
  planType = 'Fee schedule';
  status = 'Billed';
  qmb = '';
  accident = 0;
  coverageAdded = 0;
  coverageFrom = 0;
  constructor(
    readonly key: string,
    readonly service: number,
  ) {}
  get balance(): number {
    return this.rows.reduce((total, row) => (row.type === 'Bank return' ? total : total + row.effect), 0);
  }
  get charges(): number {
    return this.rows.filter((row) => row.type === 'Charge' || row.type === 'Charge credit').reduce((total, row) => total + row.effect, 0);
  }
  post(day: number, type: string, effect: number, more: Partial<Row> = {}): Row {
    const row: Row = {
      day,
      type,
      effect,
      payer: '',
      check: '',
      claim: '',
      icn: '',
      service: this.service,
      method: '',
      cpt: '',
      remit: null,
      remark: '',
      ...more,
    };
    this.rows.push(row);
    return row;
  }
  owe(truth: Truth): void {
    this.truths.push(truth);
  }
}

/** A visit adjudicated once, with its right numbers (domain.md 1.6). */
export interface Visit {
  readonly account: Account;
  readonly payer: string;
  readonly charges: number;
  readonly allowed: number;
  readonly contractual: number;
  readonly pr: number;
  readonly sequestration: number;
  /** What the payer owes: allowed − PR − sequestration. */
  readonly paid: number;
  readonly claim: string;
  readonly chargeDay: number;
  readonly remitDay: number;
  readonly patientDay: number;
}

export const COMMERCIAL = ['Aetna', 'Cigna', 'UnitedHealthcare', 'BCBS of Texas', 'Anthem PPO', 'Meridian Health Plan'] as const;
const LAST = [
  'Abbott',
  'Baker',
  'Castro',
  'Dixon',
  'Ellis',
  'Flores',
  'Grant',
  'Hayes',
  'Irwin',
  'Jensen',
  'Keller',
  'Lowe',
  'Mendez',
  'Norris',
  'Ortiz',
  'Pruitt',
  'Quinn',
  'Reyes',
  'Stokes',
  'Tran',
] as const;
const FIRST = [
  'Ada',
  'Ben',
  'Cora',
  'Dan',
  'Eva',
  'Finn',
  'Gia',
  'Hal',
  'Ivy',
  'Jon',
  'Kay',
  'Leo',
  'Mia',
  'Ned',
  'Oda',
  'Pia',
  'Ray',
  'Sue',
  'Tom',
  'Una',
] as const;

export class World {
  private serial = 0;
  constructor(
    readonly random: Random,
    readonly asOf: number,
  ) {}
  number(): number {
    this.serial++;
    return this.serial;
  }
  /** A new account of a new patient, served between 640 and 300 days ago unless told. */
  account(service = this.asOf - this.random.whole(300, 640)): Account {
    const n = this.number();
    const account = new Account(`${n % 4 === 0 ? '00' : ''}${700000 + n}`, service);
    account.mrn = `M${100000 + n}`;
    account.guarantor = `G${100000 + n}`;
    account.patient = `${this.random.pick(LAST)}, ${this.random.pick(FIRST)} ${String.fromCharCode(65 + (n % 26))}`;
    return account;
  }
  check = (): string => `${this.random.whole(10_000_000, 99_999_999)}`;
  claim = (): string => `CL${100000 + this.number()}`;
  icn = (): string => `20${this.random.whole(1_000_000_000, 9_999_999_999)}`;
  /** An amount that is not round. */
  amount(from: number, to: number): number {
    const cents = this.random.whole(from, to);
    return cents % 100 === 0 ? cents + this.random.whole(1, 99) : cents;
  }

  /** Charges only. */
  charge(account: Account, day: number, total: number, claim: string): void {
    const lines = this.random.whole(1, 3);
    let rest = total;
    for (let line = 1; line <= lines; line++) {
      const cents = line === lines ? rest : Math.floor(rest / (lines - line + 1) + this.random.whole(0, 99));
      rest -= cents;
      account.post(day, 'Charge', cents, { claim, cpt: `${99200 + this.random.whole(1, 99)}` });
    }
  }

  /** An adjudicated visit: charges, contractual, payer's payment, in half of them the transfer of the patient's share. The patient has not paid. */
  visit(more: { payer?: string; account?: Account; noShare?: boolean; chargesPosted?: number; sequestration?: boolean; transfer?: boolean } = {}): Visit {
    const { random } = this;
    const account = more.account ?? this.account();
    const payer = more.payer ?? random.pick(COMMERCIAL);
    const charges = this.amount(20_000, 900_000);
    const allowed = Math.round(charges * (0.35 + 0.4 * random.next()));
    const pr = more.noShare === true ? 0 : Math.round(allowed * (0.06 + 0.2 * random.next()));
    const sequestration = more.sequestration === true ? Math.round((allowed - pr) * 0.02) : 0;
    const paid = allowed - pr - sequestration;
    const contractual = charges - allowed;
    const claim = this.claim();
    const chargeDay = account.service + random.whole(1, 3);
    const remitDay = chargeDay + random.whole(14, 40);
    account.payers = [payer];
    this.charge(account, chargeDay, more.chargesPosted ?? charges, claim);
    account.post(remitDay, 'Contractual adjustment', -contractual, { payer, claim });
    if (sequestration > 0) account.post(remitDay, 'Sequestration', -sequestration, { payer, claim });
    const remit: Remit = { allowed, pr, billed: charges, paid, contractual, carc: `CO-45${sequestration > 0 ? ' CO-253' : ''}${pr > 0 ? ' PR-2' : ''}` };
    account.post(remitDay, 'Insurance payment', -paid, { payer, claim, check: this.check(), icn: this.icn(), method: 'EFT', remit });
    const visit: Visit = {
      account,
      payer,
      charges,
      allowed,
      contractual,
      pr,
      sequestration,
      paid,
      claim,
      chargeDay,
      remitDay,
      patientDay: remitDay + random.whole(10, 40),
    };
    if (pr > 0 && (more.transfer ?? random.chance(0.5))) this.transfer(visit, pr);
    return visit;
  }
  transfer(visit: Visit, cents: number, day = visit.remitDay + 1): void {
    visit.account.post(day, 'Transfer of responsibility', -cents, { payer: visit.payer, claim: visit.claim });
    visit.account.post(day, 'Transfer of responsibility', cents, { payer: 'PATIENT', claim: visit.claim });
  }
  patientPays(visit: Visit, cents: number, day = visit.patientDay, method = this.random.pick(['CARD', 'CHECK', 'CASH'])): Row {
    return visit.account.post(day, 'Patient payment', -cents, { payer: 'PATIENT', check: method === 'CHECK' ? this.check() : '', method });
  }
  /** A visit that stands at zero: the patient has paid the share. */
  settled(more: Parameters<World['visit']>[0] = {}): Visit {
    const visit = this.visit(more);
    if (visit.pr > 0) this.patientPays(visit, visit.pr);
    return visit;
  }
  insurancePays(visit: Visit, cents: number, day: number, more: Partial<Row> = {}): Row {
    return visit.account.post(day, 'Insurance payment', -cents, {
      payer: visit.payer,
      claim: visit.claim,
      check: this.check(),
      icn: this.icn(),
      method: 'EFT',
      ...more,
    });
  }
}

export const payerTruth = (cause: CauseId, cents: number, name: string): Truth => ({ cause, cls: 'true-overpayment', cents, owedTo: 'payer', name });
export const patientTruth = (cause: CauseId, cents: number): Truth => ({ cause, cls: 'true-overpayment', cents, owedTo: 'patient', name: '' });
export const errorTruth = (cause: CauseId, cents: number): Truth => ({ cause, cls: 'posting-error', cents, owedTo: 'none', name: '' });
export const misplacedTruth = (cause: CauseId, cents: number, account = ''): Truth => ({
  cause,
  cls: 'misallocated',
  cents,
  owedTo: account === '' ? 'none' : 'account',
  name: account,
});
