/**
 * One account as a cause sees it: its transactions in time order, which of them are live, what each party paid and owes.
 * Everything is computed once and kept for the account; indexes are transaction indexes of the ledger.
 */
import type { Cents } from './money';
import { cents } from './money';
import type { LiabilitySource } from './credit';
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from './ledger';
import type { Ledger, Party, Remittance } from './ledger';
import type { Day } from './day';
import type { Policy } from './policy/policy';
import type { LedgerIndex } from './ledgerIndex';
import { notCovering } from './coverage';
import { livePostings } from './live';
import { orderOfPayers } from './payerOrder';
import { ADJUSTMENTS, CHARGES, MONEY, RECEIPTS, accountMoney, claimOf, dayOfTx, effectOf, isIn, keyOf, kindOf, partyOf } from './posting';
import { repeatsOf } from './repeats';
import type { Repeat } from './repeats';
import { inForce, sameServiceAgain, statementsOf } from './stated';
import type { Statement } from './stated';
import { termsOf } from './terms';
import type { Terms } from './terms';

export interface Liability {
  /** null when unknown. */
  readonly cents: Cents | null;
  readonly source: LiabilitySource;
}

export interface AccountView {
  readonly index: number;
  readonly key: string;
  /** All transactions in day order. */
  readonly all: readonly number[];
  /** Without the members of reversal pairs (domain.md 2.1 step 2) and of zero-sum system pairs. */
  readonly live: readonly number[];
  readonly balance: Cents;
  /** Parties with any posting here; payers first in COB order, the patient last. */
  readonly parties: readonly number[];
  /** Net paid by a party after reversals, takebacks and refunds. */
  paid(party: number): Cents;
  liability(party: number): Liability;
  /** paid − liability, null when the liability is unknown. */
  excess(party: number): Cents | null;
  /** Sum of the postings; differs from `balance` when the listing says otherwise (V01). */
  readonly posted: Cents;
  /** Each member of a reversal pair → the other. */
  readonly partner: ReadonlyMap<number, number>;
  /** Charges less charge credits (C of domain.md 1.6). */
  readonly charges: Cents;
  /** Net write-offs, positive (A of domain.md 1.6). */
  readonly adjustments: Cents;
  /** The correct side of the identity. */
  readonly terms: Terms;
  /** Live payments that repeat another of the same payer, within `dup_window_days`, and that equal charges do not explain. */
  readonly repeatedPayments: readonly Repeat[];
  readonly repeatedContractuals: readonly Repeat[];
  /** The same with those that equal charges would explain, where the liabilities are known apart from the payments. */
  readonly provenRepeats: { readonly payments: readonly Repeat[]; readonly contractuals: readonly Repeat[] };
  /** All statements of remittances, and those in force. */
  readonly statements: readonly Statement[];
  readonly inForce: readonly Statement[];
  readonly remittances: readonly Remittance[];
  /** Payers in COB order, most primary first, and whether that order is listed rather than guessed from dates. */
  readonly payers: readonly number[];
  readonly payerOrderListed: boolean;
  /** Receipts whose claim number is another account's (C12): not this account's money. */
  readonly foreign: ReadonlySet<number>;
  /** Payers that said they did not cover the service (C16). */
  readonly notCovering: ReadonlySet<number>;
  /** Bucket balance of a party where transfers or the listing make buckets known, else null. */
  bucket(party: number): Cents | null;
  /** Live receipts (payments and deposits) of a party in time order. */
  receipts(party: number): readonly number[];
  /** Live postings of a kind in time order. */
  ofKind(kind: Kind): readonly number[];
  /** Position in time order, for "later than". */
  rank(tx: number): number;
  /** Balance after each posting of `all`. */
  readonly running: readonly number[];
  party(party: number): Party;
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly indexes: LedgerIndex;
}

const NONE: ReadonlySet<number> = new Set();
const NOTHING: readonly number[] = [];

/** What a view works out when first asked: null until then. All views have one shape, so that reading one is fast. */
class Kept {
  terms: Terms | null = null;
  repeats: { readonly payments: readonly Repeat[]; readonly contractuals: readonly Repeat[] } | null = null;
  payments: readonly Repeat[] | null = null;
  contractuals: readonly Repeat[] | null = null;
  foreign: ReadonlySet<number> | null = null;
  notCovering: ReadonlySet<number> | null = null;
  statements: readonly Statement[] | null = null;
  inForce: readonly Statement[] | null = null;
  running: readonly number[] | null = null;
  ranks: ReadonlyMap<number, number> | null = null;
  kinds: readonly (readonly number[] | undefined)[] | null = null;
}

/** The working view of one account. Cheap parts are made at once, the rest when first asked for. */
export class Account implements AccountView {
  readonly key: string;
  readonly all: readonly number[];
  readonly live: readonly number[];
  readonly partner: ReadonlyMap<number, number>;
  readonly posted: Cents;
  readonly balance: Cents;
  readonly charges: Cents;
  readonly adjustments: Cents;
  readonly payers: readonly number[];
  readonly payerOrderListed: boolean;
  readonly parties: readonly number[];
  readonly remittances: readonly Remittance[];
  private readonly paidBy = new Map<number, number>();
  private readonly kept = new Kept();
  private readonly received = new Map<number, readonly number[]>();

  constructor(
    readonly ledger: Ledger,
    readonly policy: Policy,
    readonly indexes: LedgerIndex,
    readonly index: number,
  ) {
    this.key = keyOf(ledger, index);
    this.all = Array.from(ledger.order.subarray(ledger.start[index], ledger.start[index + 1])).sort(indexes.inTimeOrder);
    ({ live: this.live, partner: this.partner } = livePostings(ledger, this.all));
    const sums = this.sums();
    this.posted = cents(sums.posted);
    this.charges = cents(sums.charges);
    this.adjustments = cents(-sums.adjustments);
    const listed = accountMoney(ledger, 'balance', index);
    this.balance = Number.isFinite(listed) ? cents(listed) : this.posted;
    this.remittances = indexes.remittancesOf(index);
    ({ payers: this.payers, listed: this.payerOrderListed } = orderOfPayers(this));
    const others = [UNKNOWN_PARTY, PATIENT_PARTY].filter((party) => this.paidBy.has(party));
    this.parties = [...this.payers, ...others];
  }

  /** One pass over the postings. */
  private sums(): { posted: number; charges: number; adjustments: number } {
    const { ledger, paidBy } = this;
    let [posted, charges, adjustments] = [0, 0, 0];
    for (const tx of this.all) {
      const [effect, kind, party] = [effectOf(ledger, tx), kindOf(ledger, tx), partyOf(ledger, tx)];
      posted += effect;
      if (isIn(CHARGES, kind)) charges += effect;
      else if (isIn(ADJUSTMENTS, kind)) adjustments += effect;
      if (isIn(MONEY, kind)) paidBy.set(party, (paidBy.get(party) ?? 0) - effect);
      else if (party !== UNKNOWN_PARTY && !paidBy.has(party)) paidBy.set(party, 0);
    }
    return { posted, charges, adjustments };
  }

  paid(party: number): Cents {
    return cents(this.paidBy.get(party) ?? 0);
  }
  /** Parties that any posting here names, patient and unknown included. */
  named(): readonly number[] {
    return [...this.paidBy.keys()];
  }
  liability(party: number): Liability {
    return this.terms.liabilities.get(party) ?? { cents: null, source: 'unknown' };
  }
  excess(party: number): Cents | null {
    const owes = this.liability(party).cents;
    return owes === null ? null : cents(this.paid(party) - owes);
  }
  get terms(): Terms {
    return (this.kept.terms ??= termsOf(this));
  }
  get repeatedPayments(): readonly Repeat[] {
    return (this.kept.payments ??= this.allRepeats.payments.filter((repeat) => !repeat.explained));
  }
  get repeatedContractuals(): readonly Repeat[] {
    return (this.kept.contractuals ??= this.allRepeats.contractuals.filter((repeat) => !repeat.explained));
  }
  get provenRepeats(): { readonly payments: readonly Repeat[]; readonly contractuals: readonly Repeat[] } {
    const proven = this.terms.source === 'stated' || (this.terms.source === 'derived' && this.terms.shareProven);
    return proven ? this.allRepeats : { payments: this.repeatedPayments, contractuals: this.repeatedContractuals };
  }
  private get allRepeats(): { readonly payments: readonly Repeat[]; readonly contractuals: readonly Repeat[] } {
    if (this.kept.repeats !== null) return this.kept.repeats;
    const { ledger, live } = this;
    const rank = (tx: number): number => this.rank(tx);
    const isPayers = (tx: number): boolean => kindOf(ledger, tx) === Kind.Payment && partyOf(ledger, tx) > PATIENT_PARTY;
    return (this.kept.repeats = {
      payments: repeatsOf(ledger, live, isPayers, this.policy.parameters.dupWindowDays, rank),
      contractuals: repeatsOf(ledger, live, (tx) => kindOf(ledger, tx) === Kind.Contractual, 0, rank),
    });
  }
  get foreign(): ReadonlySet<number> {
    if (this.ledger.tx.text.claim.length === 0) return NONE;
    return (this.kept.foreign ??= new Set(this.payers.flatMap((payer) => this.receipts(payer)).filter((tx) => this.isForeign(tx))));
  }
  private isForeign(tx: number): boolean {
    const owner = this.indexes.accountOfClaim(claimOf(this.ledger, tx));
    return owner >= 0 && owner !== this.index;
  }
  get notCovering(): ReadonlySet<number> {
    return (this.kept.notCovering ??= notCovering(this));
  }
  get statements(): readonly Statement[] {
    return (this.kept.statements ??= statementsOf(
      this.ledger,
      this.remittances,
      this.foreign.size === 0 ? this.live : this.live.filter((tx) => !this.foreign.has(tx)),
    ));
  }
  get inForce(): readonly Statement[] {
    return (this.kept.inForce ??= this.sameService() ?? inForce(this.statements, (allowed) => allowed <= this.charges - this.contractualsOnce() + 1));
  }
  /** A settled account whose equal payments equal charges explain: each remittance speaks for its own. */
  private sameService(): readonly Statement[] | null {
    if (this.balance !== 0 || this.statements.length < 2 || !this.allRepeats.payments.some(({ explained }) => explained)) return null;
    return sameServiceAgain(this.statements, this.charges - this.contractualsOnce());
  }
  /** Live contractuals, each counted once (positive cents). */
  private contractualsOnce(): number {
    const repeats = new Set(this.repeatedContractuals.map((repeat) => repeat.tx));
    return -this.ofKind(Kind.Contractual).reduce((sum, tx) => (repeats.has(tx) ? sum : sum + effectOf(this.ledger, tx)), 0);
  }
  bucket(party: number): Cents | null {
    return this.terms.buckets?.get(party) ?? null;
  }
  receipts(party: number): readonly number[] {
    let found = this.received.get(party);
    if (found === undefined) this.received.set(party, (found = this.live.filter((tx) => this.isReceipt(tx, party))));
    return found;
  }
  private isReceipt(tx: number, party: number): boolean {
    return partyOf(this.ledger, tx) === party && isIn(RECEIPTS, kindOf(this.ledger, tx)) && effectOf(this.ledger, tx) < 0;
  }
  ofKind(kind: Kind): readonly number[] {
    return (this.kept.kinds ??= this.byKind())[kind] ?? NOTHING;
  }
  private byKind(): (number[] | undefined)[] {
    const found: (number[] | undefined)[] = [];
    for (const tx of this.live) (found[kindOf(this.ledger, tx)] ??= []).push(tx);
    return found;
  }
  private get ranks(): ReadonlyMap<number, number> {
    return (this.kept.ranks ??= new Map(this.all.map((tx, at) => [tx, at])));
  }
  rank(tx: number): number {
    return this.ranks.get(tx) ?? -1;
  }
  get running(): readonly number[] {
    return (this.kept.running ??= this.runningBalance());
  }
  private runningBalance(): number[] {
    let balance = 0;
    return this.all.map((tx) => (balance += effectOf(this.ledger, tx)));
  }
  party(party: number): Party {
    return this.ledger.parties[party] as Party;
  }
  dayOf(tx: number): Day {
    return dayOfTx(this.ledger, tx);
  }
}
