/**
 * Accounts that the remittance columns show to be plainly settled, told without a view (design.md 5): balance 0, one payer, every payer payment
 * with its own statement, no two alike, and payer and patient paid just what they owe. Anything out of the ordinary (other kinds of posting, a
 * code that changes what the patient owes, a claim number that is not the account's) is left to the view.
 */
import { accountText, hasCode } from './posting';
import { Kind, PATIENT_PARTY } from './ledger';
import type { Ledger } from './ledger';

const ORDINARY = new Uint8Array(32);
for (const kind of [Kind.Charge, Kind.Payment, Kind.Contractual, Kind.TransferBucket, Kind.Memo]) ORDINARY[kind] = 1;
/** Exempt patients (C24), coverage denied (C16), capitation (C18). */
const TELLING: ReadonlySet<string> = new Set(['N781', 'N782', 'N783', '209', '26', '27', '24']);

/** Sums of one account, reused for the next. */
interface Sums {
  payer: number;
  paid: number;
  owed: number;
  share: number;
  patient: number;
  seen: number[];
}

export class PlainlySettled {
  private readonly sums: Sums = { payer: 0, paid: 0, owed: 0, share: 0, patient: 0, seen: [] };
  constructor(
    private readonly ledger: Ledger,
    private readonly tolerance: number,
  ) {}

  /** True when there is nothing to find on the account; `balance` in cents. */
  holds(account: number, balance: number): boolean {
    if (balance !== 0 || accountText(this.ledger, 'qmb', account) !== '') return false;
    const { ledger, sums } = this;
    Object.assign(sums, { payer: 0, paid: 0, owed: 0, share: 0, patient: 0 });
    sums.seen.length = 0;
    for (let at = ledger.start[account] as number; at < (ledger.start[account + 1] as number); at++)
      if (!this.ordinary(ledger.order[at] as number, account)) return false;
    const { paid, owed, patient, share } = sums;
    return sums.payer > 0 && Math.abs(paid - owed) <= this.tolerance && Math.abs(patient - share) <= this.tolerance;
  }

  private ordinary(tx: number, account: number): boolean {
    const { tx: columns } = this.ledger;
    const kind = columns.kind[tx] as number;
    if (ORDINARY[kind] !== 1 || hasCode(this.ledger, tx, TELLING)) return false;
    if (kind !== Kind.Payment) return true;
    const effect = columns.effect[tx] as number;
    if (effect > 0) return false;
    if (columns.party[tx] !== PATIENT_PARTY) return this.payerPayment(tx, account, -effect);
    this.sums.patient -= effect;
    return true;
  }

  private payerPayment(tx: number, account: number, size: number): boolean {
    const { tx: columns } = this.ledger;
    const { sums } = this;
    const party = columns.party[tx] as number;
    const [allowed, share] = [columns.money.allowed[tx] ?? Number.NaN, columns.money.patientResp[tx] ?? Number.NaN];
    if (
      party === 0 ||
      (sums.payer !== 0 && sums.payer !== party) ||
      !Number.isFinite(allowed + share) ||
      sums.seen.includes(size) ||
      !this.ownClaim(tx, account)
    )
      return false;
    sums.payer = party;
    sums.paid += size;
    sums.owed += allowed - share;
    sums.share += share;
    sums.seen.push(size);
    return sums.seen.length === 1 || this.distinctLine(tx);
  }

  /** Several statements are only added up where line numbers tell them apart. */
  private readonly distinctLine = (tx: number): boolean => (this.ledger.tx.text.line[tx] ?? 0) > 0;

  /** The claim number stands on a charge or contractual of the account, or is not given. */
  private ownClaim(tx: number, account: number): boolean {
    const { ledger } = this;
    const claim = ledger.tx.text.claim[tx] ?? 0;
    if (claim === 0) return true;
    for (let at = ledger.start[account] as number; at < (ledger.start[account + 1] as number); at++) {
      const other = ledger.order[at] as number;
      const bills = ledger.tx.kind[other] === Kind.Charge || ledger.tx.kind[other] === Kind.Contractual;
      if (bills && ledger.tx.text.claim[other] === claim) return true;
    }
    return false;
  }
}
