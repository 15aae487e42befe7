/**
 * The shape of the sheets: which columns and which kinds of posting they show. A planting has no column that they lack, and no posting of a kind
 * that none of their rows has: it is made like one that stands there (`like`).
 */
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from '../ledger';
import type { AccountDay, AccountText, Ledger, TxMoney, TxText } from '../ledger';

/** Who a posting names. */
export type Side = 'patient' | 'payer';

export class Shape {
  private readonly examples = new Map<string, number>();
  readonly hasRemittances: boolean;
  readonly hasTakebackLines: boolean;
  readonly hasRegister: boolean;
  /** Payments stand there without the name of who paid. */
  readonly namesNoPayer: boolean;

  constructor(readonly ledger: Ledger) {
    const { kind, party, effect, count } = ledger.tx;
    for (let tx = 0; tx < count; tx++) {
      const side = party[tx] === PATIENT_PARTY ? 'patient' : 'payer';
      for (const key of [`${kind[tx]}`, `${kind[tx]}|${side}`]) {
        if (!this.examples.has(key)) this.examples.set(key, tx);
      }
      if (kind[tx] === Kind.Payment && (effect[tx] as number) > 0 && !this.examples.has('negative payment')) this.examples.set('negative payment', tx);
    }
    this.namesNoPayer = ledger.tx.kind.some((is, tx) => is === Kind.Payment && party[tx] === UNKNOWN_PARTY);
    this.hasRemittances = ledger.remittances.length > 0;
    this.hasTakebackLines = ledger.remittances.some(({ plb, status }) => plb !== '' || status === 22);
    this.hasRegister = ledger.register.length > 0;
  }

  /** A posting of that kind, of that side where one is; −1 when the sheets show none. */
  like(kind: Kind, side?: Side): number {
    return (side === undefined ? undefined : this.examples.get(`${kind}|${side}`)) ?? this.examples.get(`${kind}`) ?? -1;
  }

  has(kind: Kind): boolean {
    return this.like(kind) >= 0;
  }

  /** Kind of a posting that undoes a payment here: reversals where the sheets have them, else payments below zero. */
  get undoing(): Kind | null {
    if (this.has(Kind.PaymentReversal)) return Kind.PaymentReversal;
    return this.examples.has('negative payment') ? Kind.Payment : null;
  }

  /** Kind of a payer's takeback here. */
  get takingBack(): Kind | null {
    return this.has(Kind.Takeback) ? Kind.Takeback : this.undoing;
  }

  text(column: TxText): boolean {
    return this.ledger.tx.text[column].length > 0;
  }
  money(column: TxMoney): boolean {
    return this.ledger.tx.money[column].length > 0;
  }
  accountText(column: AccountText): boolean {
    return this.ledger.accounts.text[column].length > 0;
  }
  accountDay(column: AccountDay): boolean {
    return this.ledger.accounts.day[column].length > 0;
  }

  /** Text of a posting's cell; '' when blank or when there is no such column. */
  textOf(column: TxText, tx: number): string {
    return this.ledger.texts[this.ledger.tx.text[column][tx] ?? 0] ?? '';
  }
  accountTextOf(column: AccountText, account: number): string {
    return this.ledger.texts[this.ledger.accounts.text[column][account] ?? 0] ?? '';
  }
  dayOf(tx: number): number {
    return this.ledger.tx.day.postDay[tx] || this.ledger.tx.day.serviceDay[tx] || 0;
  }
  keyOf(account: number): string {
    return this.ledger.texts[this.ledger.accounts.key[account] ?? 0] ?? '';
  }
}
