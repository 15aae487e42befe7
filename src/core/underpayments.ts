/**
 * Parties that paid less than they owe, from the same identity as the credits (domain.md 1.6; stated or derived only): a payer below allowed less
 * patient share, a patient balance open after the last payer. Accounts whose parts agree with their balance are read from the columns alone.
 */
import type { Account } from './accountView';
import type { Underpayment } from './credit';
import type { Day } from './day';
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from './ledger';
import type { Ledger } from './ledger';
import { cents } from './money';
import { accountText, dayOfTx, keyOf } from './posting';
import { money, nameOf, paidAgainstOwed } from './proposal';

/** From a view: every party short of a stated or derived liability. */
export function shortParties(account: Account): Underpayment[] {
  if (account.posted !== account.balance) return [];
  const parties = account.parties.includes(PATIENT_PARTY) ? account.parties : [...account.parties, PATIENT_PARTY];
  return parties.flatMap((party) => {
    const { source } = account.liability(party);
    const short = -(account.excess(party) ?? 0);
    if (short <= account.policy.parameters.centsTol || source === 'listed') return [];
    const last = [...account.all].reverse().find((tx) => account.ledger.tx.party[tx] === party || party === PATIENT_PARTY);
    const because = `${nameOf(account, party)} is ${money(short)} short: ${paidAgainstOwed(account, party)}.`;
    return [underpayment(account.ledger, account.index, party, short, (last === undefined ? 0 : account.dayOf(last)) as Day, source, because)];
  });
}

function underpayment(
  ledger: Ledger,
  account: number,
  party: number,
  short: number,
  since: Day,
  source: Underpayment['source'],
  because: string,
): Underpayment {
  return {
    account,
    key: keyOf(ledger, account),
    patient: accountText(ledger, 'patient', account),
    party,
    partyName: party === PATIENT_PARTY ? 'Patient' : (ledger.parties[party]?.name ?? ''),
    cents: cents(short),
    since,
    source,
    because: because.charAt(0).toUpperCase() + because.slice(1),
  };
}

/** Reads open accounts from the columns: no view, no statement, no part in credit. `posted` are sums of postings in cents. */
export class OpenAccounts {
  private readonly sums: Float64Array;
  private readonly last: Int32Array;
  private readonly touched: number[] = [];
  constructor(
    private readonly ledger: Ledger,
    private readonly tolerance: number,
  ) {
    this.sums = new Float64Array(ledger.parties.length);
    this.last = new Int32Array(ledger.parties.length);
  }

  /** Parts still open after the payer spoke. */
  short(account: number, balance: number): Underpayment[] {
    const { ledger, touched } = this;
    const primary = ledger.accounts.payerParty[0][account] || PATIENT_PARTY;
    const seen = { moved: false, payerSpoke: 0, payers: primary > PATIENT_PARTY, charges: false };
    for (let at = ledger.start[account] as number; at < (ledger.start[account + 1] as number); at++) this.read(ledger.order[at] as number, primary, seen);
    const posted = touched.reduce((sum, party) => sum + (this.sums[party] as number), 0);
    const found = posted !== balance ? [] : seen.moved ? this.parts(account, seen.payerSpoke) : this.whole(account, balance, seen);
    for (const party of touched) this.sums[party] = this.last[party] = 0;
    touched.length = 0;
    return found;
  }

  private read(tx: number, primary: number, seen: { moved: boolean; payerSpoke: number; payers: boolean; charges: boolean }): void {
    const { tx: columns } = this.ledger;
    const kind = columns.kind[tx] as number;
    const named = columns.party[tx] as number;
    const party = named === UNKNOWN_PARTY ? primary : named;
    if (this.last[party] === 0) this.touched.push(party);
    this.sums[party]! += columns.effect[tx] as number;
    this.last[party] = Math.max(1, dayOfTx(this.ledger, tx));
    if (kind === Kind.TransferBucket) seen.moved = true;
    if (kind === Kind.Charge) seen.charges = true;
    if (named > PATIENT_PARTY) seen.payers = true;
    if ((kind === Kind.Payment || kind === Kind.Contractual) && party > PATIENT_PARTY) seen.payerSpoke = Math.max(1, dayOfTx(this.ledger, tx));
  }

  /** Transfers make the parts known: each open part of a party that has been asked. */
  private parts(account: number, spoke: number): Underpayment[] {
    return this.touched
      .filter((party) => (this.sums[party] as number) > this.tolerance && party !== UNKNOWN_PARTY && (party === PATIENT_PARTY || spoke > 0))
      .map((party) => this.open(account, party, this.sums[party] as number, this.last[party] as number));
  }

  /** No transfers: what is left after the payer spoke is the patient's; without any payer all of it is. */
  private whole(account: number, balance: number, seen: { payerSpoke: number; payers: boolean; charges: boolean }): Underpayment[] {
    if (balance <= this.tolerance || !seen.charges || (seen.payers && seen.payerSpoke === 0)) return [];
    return [this.open(account, PATIENT_PARTY, balance, Math.max(seen.payerSpoke, this.last[PATIENT_PARTY] ?? 0))];
  }

  private open(account: number, party: number, short: number, day: number): Underpayment {
    const who = party === PATIENT_PARTY ? 'the patient' : (this.ledger.parties[party]?.name ?? '');
    const since = (day < 61 ? 0 : day) as Day;
    return underpayment(this.ledger, account, party, short, since, 'derived', `${who} has ${money(short)} open after what was posted.`);
  }
}
