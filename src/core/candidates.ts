/**
 * Which accounts may hold a credit, told from the columns alone (design.md 5): a negative balance; a negative part of an account whose parts
 * transfers make known; a listed negative part; a payment repeated for one claim; remittance values, which may show a party in credit behind
 * a balance that does not (domain.md 1.6, hidden credit). Only these get a view. One pass; no object a row.
 */
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from './ledger';
import type { Ledger } from './ledger';
import { PlainlySettled } from './plainlySettled';
import { accountMoney } from './posting';

/** Account indexes in order; `listed` are balances in cents, `tolerance` is `cents_tol`. */
export function candidatesOf(ledger: Ledger, listed: Float64Array, tolerance: number): number[] {
  const hidden = new HiddenTest(ledger, listed, new PlainlySettled(ledger, tolerance));
  const found: number[] = [];
  for (let account = 0; account < ledger.accounts.count; account++) if ((listed[account] as number) < 0 || hidden.suspects(account)) found.push(account);
  return found;
}

class HiddenTest {
  private readonly sums: Float64Array;
  private readonly touched: number[] = [];
  private readonly withRemittance: ReadonlySet<number>;
  private readonly stated: boolean;
  private readonly listsParts: boolean;
  /** Expected amount and patient share are listed: an estimate of what the payer owes. */
  private readonly estimates: boolean;
  constructor(
    private readonly ledger: Ledger,
    private readonly listed: Float64Array,
    private readonly settled: PlainlySettled,
  ) {
    this.sums = new Float64Array(ledger.parties.length);
    this.withRemittance = new Set(ledger.remittances.map((row) => row.account));
    this.stated = ledger.tx.money.allowed.length > 0 || ledger.tx.money.patientResp.length > 0;
    this.estimates = ledger.accounts.money.expected.length > 0 && ledger.accounts.money.patientResp.length > 0;
    this.listsParts = ledger.accounts.money.ptBalance.length > 0 || ledger.accounts.money.insBalance.length > 0 || this.estimates;
  }

  suspects(account: number): boolean {
    if (this.negativePart(account) || this.withRemittance.has(account) || (this.listsParts && this.listedPart(account))) return true;
    return this.statedOrRepeated(account) && !this.settled.holds(account, this.listed[account] as number);
  }

  /** Sums each party's part; charges and write-offs without a name stand with the primary payer. */
  private negativePart(account: number): boolean {
    const { order, start, tx, accounts } = this.ledger;
    const { sums, touched } = this;
    const primary = accounts.payerParty[0][account] || 0;
    const to = start[account + 1] as number;
    let moved = false;
    for (let at = start[account] as number; at < to; at++) {
      const i = order[at] as number;
      const party = tx.party[i] || primary;
      if (tx.kind[i] === Kind.TransferBucket) moved = true;
      if (sums[party] === 0) touched.push(party);
      sums[party]! += tx.effect[i] as number;
    }
    let negative = false;
    for (const party of touched) {
      if (moved && (sums[party] as number) < 0 && party !== UNKNOWN_PARTY) negative = true;
      sums[party] = 0;
    }
    touched.length = 0;
    return negative;
  }

  private listedPart(account: number): boolean {
    const [patient, insurance] = [accountMoney(this.ledger, 'ptBalance', account), accountMoney(this.ledger, 'insBalance', account)];
    return patient < 0 || insurance < 0 || (this.estimates && Number.isFinite(accountMoney(this.ledger, 'expected', account)));
  }

  /** A remittance value beside a payment, or two equal payments of one payer for one claim. */
  private statedOrRepeated(account: number): boolean {
    const { order, start, tx } = this.ledger;
    const claims = tx.text.claim.length > 0 || tx.text.icn.length > 0;
    if (!this.stated && !claims) return false;
    const to = start[account + 1] as number;
    let last = 0;
    for (let at = start[account] as number; at < to; at++) {
      const i = order[at] as number;
      if (tx.kind[i] !== Kind.Payment || (tx.party[i] as number) <= PATIENT_PARTY) continue;
      if (this.stated && (Number.isFinite(tx.money.allowed[i] ?? Number.NaN) || Number.isFinite(tx.money.patientResp[i] ?? Number.NaN))) return true;
      if (++last > 1 && claims) return true;
    }
    return false;
  }
}
