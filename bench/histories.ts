/**
 * Account histories with a known truth: a plain one (charges, the payer's payment and contractual, the patient's share moved to the patient) and
 * what may go wrong with it, beside traps that only look wrong. Money in cents, days as serials.
 */
import type { Random } from './random';
import type { TxRow } from './rows';

export const PAYERS = ['MEDICARE', 'MEDICAID', 'BCBS', 'AETNA', 'UHC', 'CIGNA', 'HUMANA', 'TRICARE', 'KAISER', 'WORKCOMP'] as const;

/** A flag whose row is not yet numbered. */
export interface Planted {
  readonly kind: number;
  readonly account: string;
  readonly other: string;
  readonly cents: number;
  readonly row: TxRow | null;
}

export interface Owner {
  readonly account: string;
  readonly guarantor: string;
  readonly patient: string;
}

/** One account being written. */
export class History {
  readonly rows: TxRow[] = [];
  readonly planted: Planted[] = [];
  balance = 0;
  readonly payer: string;
  readonly serviceDay: number;
  /** What the payer paid, wrote off and left to the patient, and its day and check. */
  readonly paid: number;
  readonly contractual: number;
  readonly share: number;
  readonly payerDay: number;
  readonly payerCheck: string;
  readonly patientDay: number;

  constructor(
    readonly owner: Owner,
    readonly random: Random,
    private readonly nextCheck: () => string,
  ) {
    this.payer = PAYERS[random.between(0, 9)] as string;
    this.serviceDay = random.between(45000, 45700);
    const charges = this.charge();
    this.contractual = Math.floor(charges * (0.2 + random.next() * 0.35)) + 1;
    this.paid = Math.floor((charges - this.contractual) * (0.5 + random.next() * 0.4)) + 1;
    this.share = charges - this.contractual - this.paid;
    this.payerDay = this.serviceDay + random.between(14, 45);
    this.payerCheck = nextCheck();
    this.post(this.payer, 'PMT', this.payerDay, this.paid, this.payerCheck);
    this.post(this.payer, 'ADJ', this.payerDay, this.contractual, this.payerCheck, '45');
    this.post(this.payer, 'XFR', this.payerDay, -this.share, '', '1');
    this.post('SELF', 'XFR', this.payerDay, this.share, '', '1');
    this.patientDay = this.payerDay + random.between(20, 60);
  }

  private charge(): number {
    let total = 0;
    const lines = this.random.between(1, 5);
    for (let line = 0; line < lines; line++) {
      const cents = this.random.between(1500, 400000) + line;
      total += cents;
      this.post(this.payer, 'CHG', this.serviceDay + this.random.between(0, 3), cents);
    }
    return total;
  }

  post(payer: string, type: string, day: number, cents: number, check = '', carc = ''): TxRow {
    const { account, guarantor, patient } = this.owner;
    const row: TxRow = [account, guarantor, patient, payer, type, day, this.serviceDay, cents, check, carc];
    this.rows.push(row);
    return row;
  }
  /** The payer pays on a check of its own. */
  pay(cents: number, day: number, check = this.nextCheck()): TxRow {
    return this.post(this.payer, 'PMT', day, cents, check);
  }
  payShare(cents: number, day = this.patientDay): TxRow {
    return this.post('SELF', 'PMT', day, cents, this.nextCheck());
  }
  plant(kind: number, other: string, cents: number, row: TxRow | null): void {
    this.planted.push({ kind, account: this.owner.account, other, cents, row });
  }
  check(): string {
    return this.nextCheck();
  }
}

/** The patient pays at once or, half the time, in two unequal parts. */
function clean(history: History): void {
  const { share } = history;
  const part = Math.floor(share / 3);
  if (history.random.next() < 0.5 || part <= 0 || share - part === part) history.payShare(share);
  else {
    history.payShare(part);
    history.payShare(share - part, history.patientDay + 35);
  }
}

function open(history: History): void {
  const { share } = history;
  const part = Math.floor(share / 4);
  const some = history.random.next() < 0.3 && share > 9 && part > 0;
  if (some) history.payShare(part);
  history.balance = some ? share - part : share;
}

function paidTwice(history: History): void {
  const { random, share, paid, payer } = history;
  history.payShare(share);
  const byPayer = random.next() < 0.5;
  if (byPayer) {
    const day = history.payerDay + random.between(0, 30);
    history.plant(3, payer, paid, history.pay(paid, day, random.next() < 0.5 ? history.payerCheck : history.check()));
  } else history.plant(3, 'SELF', share, history.payShare(share, history.patientDay + random.between(0, 30)));
  history.balance = byPayer ? -paid : -share;
}

function paidThreeTimes(history: History): void {
  const { paid, payer, payerDay } = history;
  history.payShare(history.share);
  const again = [history.pay(paid, payerDay + 20), history.pay(paid, payerDay + 50)];
  for (const row of again) history.plant(3, payer, paid, row);
  history.balance = -2 * paid;
}

/** No duplicate: the second payment was reversed. */
function reversedTrap(history: History): void {
  history.payShare(history.share);
  const check = history.check();
  history.pay(history.paid, history.payerDay + 5, check);
  history.post(history.payer, 'REV', history.payerDay + 9, history.paid, check);
}

/** No duplicate: instalments 31 days apart. */
function instalmentTrap(history: History): void {
  const part = Math.floor(history.share / 3);
  if (part > 0) for (const days of [31, 62]) history.payShare(part, history.payerDay + days);
  history.balance = history.share - 2 * part;
}

function writtenOffTwice(history: History): void {
  const { contractual, payer } = history;
  history.payShare(history.share);
  const day = history.payerDay + history.random.between(0, 10);
  history.plant(4, payer, contractual, history.post(payer, 'ADJ', day, contractual, history.payerCheck, '45'));
  history.balance = -contractual;
}

function overpaid(history: History): void {
  const over = history.random.between(100, 60000);
  history.payShare(history.share + over);
  history.balance = -over;
}

function refundedTrap(history: History): void {
  const over = history.random.between(100, 60000);
  history.payShare(history.share + over);
  history.post('SELF', 'REF', history.patientDay + 40, over, history.check());
}

/** 0.10 + 0.20 against 0.30. */
function pennyTrap(history: History): void {
  history.post(history.payer, 'CHG', history.serviceDay, 30);
  history.pay(10, history.payerDay);
  history.pay(20, history.payerDay);
  history.payShare(history.share);
}

/** The payer is in credit while the patient still owes at least as much. */
function hiddenCredit(history: History): void {
  const wanted = Math.min(history.share, history.random.between(100, 20000));
  const over = wanted === history.paid ? wanted - 1 || 2 : wanted;
  history.pay(over, history.payerDay + 33);
  history.balance = history.share - over;
  history.plant(2, history.payer, over, null);
}

/** In credit by `balance` below 0, or open at `balance`, to the cent. */
export function ending(balance: number): Story {
  return (history) => {
    const { share } = history;
    if (balance < share) history.payShare(share - balance);
    else if (balance > share) history.post('SELF', 'CHG', history.serviceDay + 1, balance - share);
    history.balance = balance;
  };
}

export type Story = (history: History) => void;

/** Traps in which equal payments are meant. */
export const EQUAL_ON_PURPOSE: ReadonlySet<Story> = new Set([reversedTrap, instalmentTrap]);

const MIX: readonly (readonly [Story, number])[] = [
  [open, 0.22],
  [paidTwice, 0.012],
  [paidThreeTimes, 0.001],
  [reversedTrap, 0.01],
  [instalmentTrap, 0.01],
  [writtenOffTwice, 0.006],
  [overpaid, 0.015],
  [refundedTrap, 0.01],
  [pennyTrap, 0.01],
  [hiddenCredit, 0.012],
];

export function pickStory(random: Random): Story {
  let left = random.next();
  for (const [story, share] of MIX) if ((left -= share) < 0) return story;
  return clean;
}
