/**
 * A mini ledger language for tests: a few lines of text → LedgerBuilder → review. One line is one row; amounts are dollars as a person says them
 * (a payment of 480 is "payment 480"; the kind gives the sign, a leading minus turns it round). Columns are name=value; quote values with spaces.
 *
 *   account A1 payer1=Aetna payer2=Cigna patient="Doe, Ann" mrn=M1 guarantor=G1 balance=-280 expected=600
 *   payer Medicare class=medicare            (class and federal flag of a payer, alias=… for another name; optional, before its first use)
 *   2026-01-05 charge 1000                   (party of a charge: none = unknown, or a name)
 *   2026-02-01 contractual 400 Aetna
 *   2026-02-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120
 *   2026-02-01 transfer -120 Aetna           (transfers carry their own sign: the effect on that party's bucket)
 *   2026-02-20 payment 120 patient
 *   remit Aetna 480 2026-02-01 claim=CL1 status=1 billed=1000 allowed=600 pr=120 codes=45,2
 *   register 30 2026-03-04 payee="Doe, Ann" check=9
 *
 * Rows belong to the account line above them; without one, to account "A1". Sheets: 0 = Transactions, 1 = Accounts, 2 = Remittance, 3 = Register.
 */
import { LedgerBuilder } from '../../src/core/ledgerBuilder';
import { ACCOUNT_DAYS, ACCOUNT_MONEY, ACCOUNT_TEXTS, Kind, PATIENT_PARTY, TX_DAYS, TX_MONEY, TX_TEXTS, UNKNOWN_PARTY } from '../../src/core/ledger';
import type { AccountDay, AccountMoney, AccountText, Ledger, PayerClass, TxDay, TxMoney, TxText } from '../../src/core/ledger';
import { fromIso } from '../../src/core/day';
import type { Day } from '../../src/core/day';
import { cents, centsOfNumber, toDecimalText } from '../../src/core/money';
import type { Cents } from '../../src/core/money';
import { review } from '../../src/core/review';
import type { Credit, Review, SettledFinding } from '../../src/core/credit';
import type { Policy, PolicyParameters } from '../../src/core/policy/policy';

export const FEDERAL: readonly PayerClass[] = ['medicare', 'medicare-advantage', 'medicaid', 'medicaid-managed', 'chip', 'tricare', 'va', 'fehb'];

/** Serial of an ISO date; throws when there is no such date. */
export function on(iso: string): Day {
  const value = fromIso(iso);
  if (value === null) throw new Error(`no such date: ${iso}`);
  return value;
}

/** Cents of dollars written by a person. */
export function dollars(text: string | number): Cents {
  const value = centsOfNumber(Number(text));
  if (value === null || Number.isNaN(Number(text))) throw new Error(`not an amount: ${text}`);
  return value;
}

/** The parameters of domain.md 2.1, as of 30 June 2026; tests may override any. */
export function testPolicy(overrides: Partial<PolicyParameters> & { asOf?: Day } = {}): Policy {
  const { asOf = on('2026-06-30'), ...parameters } = overrides;
  return {
    asOf,
    parameters: {
      centsTol: cents(1),
      matchTol: cents(100),
      contractTolMin: cents(500),
      contractTolRate: 0.02,
      dupWindowDays: 365,
      takebackWaitDays: 45,
      nsfHoldDays: 10,
      chargeLagDays: 14,
      smallBalancePatient: cents(500),
      smallBalancePayer: cents(0),
      siblingDosWindow: 90,
      listLeastCents: cents(1),
      listLeastAgeDays: 0,
      listPrepayments: true,
      ...parameters,
    },
    federalClasses: new Set(FEDERAL),
    rows: [],
    codeMap: new Map(),
    payerAliases: new Map(),
    payerClasses: new Map(),
  };
}

const KINDS: Readonly<Record<string, Kind>> = {
  unknown: Kind.Unknown,
  charge: Kind.Charge,
  chargecredit: Kind.ChargeCredit,
  payment: Kind.Payment,
  reversal: Kind.PaymentReversal,
  takeback: Kind.Takeback,
  refund: Kind.Refund,
  deposit: Kind.Deposit,
  contractual: Kind.Contractual,
  sequestration: Kind.Sequestration,
  writeoff: Kind.WriteOff,
  charity: Kind.Charity,
  discount: Kind.SelfPayDiscount,
  smallbalance: Kind.SmallBalance,
  baddebt: Kind.BadDebt,
  adjreversal: Kind.AdjustmentReversal,
  transfer: Kind.TransferBucket,
  transferaccount: Kind.TransferAccount,
  interest: Kind.Interest,
  bankreturn: Kind.BankReturn,
  capitation: Kind.Capitation,
  memo: Kind.Memo,
};
/** Kinds whose rows raise what is owed, or carry their own sign. */
const RAISES = new Set<Kind>([
  Kind.Charge,
  Kind.PaymentReversal,
  Kind.Takeback,
  Kind.Refund,
  Kind.AdjustmentReversal,
  Kind.TransferBucket,
  Kind.TransferAccount,
]);
const NO_EFFECT = new Set<Kind>([Kind.BankReturn, Kind.Memo]);

interface Line {
  readonly words: readonly string[];
  readonly columns: ReadonlyMap<string, string>;
}

function parseLine(text: string): Line {
  const words: string[] = [];
  const columns = new Map<string, string>();
  for (const part of text.match(/[A-Za-z0-9]+="[^"]*"|"[^"]*"|\S+/g) ?? []) {
    const match = /^([A-Za-z][A-Za-z0-9]*)=(?:"([^"]*)"|(.*))$/.exec(part);
    if (match) columns.set(match[1] as string, match[2] ?? match[3] ?? '');
    else words.push(part.replace(/^"|"$/g, ''));
  }
  return { words, columns };
}

const ALIASES: Readonly<Record<string, string>> = { pr: 'patientResp', service: 'serviceDay', deposited: 'depositDay', posted: 'postDay' };

class Reader {
  readonly builder = new LedgerBuilder();
  private readonly payers = new Map<string, number>();
  private account = -1;
  private row = 1;
  constructor() {
    for (const name of ['Transactions', 'Accounts', 'Remittance', 'Register']) this.builder.sheet(name);
  }

  read(text: string): void {
    for (const raw of text.split('\n')) {
      const line = raw.replace(/(^|\s)#.*$/, '').trim();
      if (line !== '') this.line(parseLine(line));
    }
  }

  private line(line: Line): void {
    const first = line.words[0] ?? '';
    if (first === 'account') this.accountLine(line);
    else if (first === 'payer') this.party(line.words[1] ?? '', line.columns);
    else if (first === 'remit') this.remitLine(line);
    else if (first === 'register') this.registerLine(line);
    else this.transactionLine(line);
  }

  private current(): number {
    if (this.account < 0) this.account = this.builder.account('A1');
    return this.account;
  }

  private party(name: string | undefined, columns?: ReadonlyMap<string, string>): number {
    if (name === undefined || name === '' || name === 'none') return UNKNOWN_PARTY;
    if (name.toLowerCase() === 'patient') return PATIENT_PARTY;
    let found = this.payers.get(name);
    if (found === undefined) {
      const payerClass = (columns?.get('class') ?? 'commercial') as PayerClass;
      const aliases = [name, ...(columns?.has('alias') ? [columns.get('alias') as string] : [])];
      found = this.builder.party({ kind: 'payer', name, aliases, payerClass, federal: FEDERAL.includes(payerClass) });
      this.payers.set(name, found);
    }
    return found;
  }

  private accountLine({ words, columns }: Line): void {
    const listed = columns.has('balance');
    this.account = this.builder.account(words[1] ?? 'A1', columns.get('facility') ?? '', 1, listed ? ++this.row : 0);
    if (listed) this.builder.hasListing = true;
    for (const [column, value] of columns) this.accountColumn(column, value);
  }

  private accountColumn(column: string, value: string): void {
    const at = this.account;
    const order = ['payer1', 'payer2', 'payer3'].indexOf(column);
    if (order >= 0) this.builder.setAccountPayer(at, order as 0 | 1 | 2, this.party(value));
    if (column === 'facility') return;
    if ((ACCOUNT_TEXTS as readonly string[]).includes(column)) this.builder.setAccountText(at, column as AccountText, value);
    else if ((ACCOUNT_MONEY as readonly string[]).includes(column)) this.builder.setAccountMoney(at, column as AccountMoney, dollars(value));
    else if ((ACCOUNT_DAYS as readonly string[]).includes(column)) this.builder.setAccountDay(at, column as AccountDay, on(value));
    else throw new Error(`no such account column: ${column}`);
  }

  private transactionLine({ words, columns }: Line): void {
    const [date = '', kindWord = '', amount = '', who] = words;
    const kind = KINDS[kindWord];
    if (kind === undefined) throw new Error(`no such kind: ${kindWord}`);
    const size = dollars(amount);
    const effect = NO_EFFECT.has(kind) ? 0 : RAISES.has(kind) ? size : -size;
    const tx = this.builder.transaction(this.current(), kind, effect === 0 ? 0 : effect, this.party(who), 0, ++this.row);
    if (date !== '-') this.builder.setTxDay(tx, 'postDay', on(date));
    if (NO_EFFECT.has(kind) && size !== 0) this.builder.setTxMoney(tx, 'remitPaid', size);
    for (const [column, value] of columns) this.transactionColumn(tx, ALIASES[column] ?? column, value);
  }

  private transactionColumn(tx: number, column: string, value: string): void {
    if ((TX_TEXTS as readonly string[]).includes(column)) this.builder.setTxText(tx, column as TxText, value);
    else if ((TX_MONEY as readonly string[]).includes(column)) this.builder.setTxMoney(tx, column as TxMoney, dollars(value));
    else if ((TX_DAYS as readonly string[]).includes(column)) this.builder.setTxDay(tx, column as TxDay, on(value));
    else throw new Error(`no such transaction column: ${column}`);
  }

  private remitLine({ words, columns }: Line): void {
    const [, payer, paid = '0', date = ''] = words;
    const money = (name: string) => (columns.has(name) ? dollars(columns.get(name) as string) : Number.NaN);
    this.builder.remittances.push({
      account: columns.get('account') === 'none' ? -1 : this.current(),
      party: this.party(payer),
      claim: columns.get('claim') ?? '',
      icn: columns.get('icn') ?? '',
      status: Number(columns.get('status') ?? '1'),
      check: columns.get('check') ?? '',
      day: on(date),
      billed: money('billed'),
      paid: dollars(paid),
      patientResp: money('pr'),
      allowed: money('allowed'),
      contractual: money('contractual'),
      sequestration: money('sequestration'),
      priorPaid: money('priorPaid'),
      interest: money('interest'),
      otherReductions: money('other'),
      codes: (columns.get('codes') ?? '').split(',').filter((code) => code !== ''),
      plb: columns.get('plb') ?? '',
      sheet: 2,
      row: ++this.row,
    });
  }

  private registerLine({ words, columns }: Line): void {
    this.builder.register.push({
      account: this.current(),
      payee: columns.get('payee') ?? '',
      cents: dollars(words[1] ?? ''),
      day: on(words[2] ?? ''),
      check: columns.get('check') ?? '',
      status: columns.get('status') ?? '',
      sheet: 3,
      row: ++this.row,
    });
  }
}

/** The ledger that the lines describe. Throws on a line it does not understand. */
export function ledgerOf(text: string): Ledger {
  const reader = new Reader();
  reader.read(text);
  return reader.builder.build();
}

export interface Reviewed {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly review: Review;
}

export function reviewOf(text: string, overrides: Partial<PolicyParameters> & { asOf?: Day } = {}): Reviewed {
  const ledger = ledgerOf(text);
  const policy = testPolicy(overrides);
  return { ledger, policy, review: review(ledger, policy) };
}

/** The credit of an account key; undefined when the account is not listed. */
export const creditOf = (reviewed: Reviewed, key = 'A1'): Credit | undefined => reviewed.review.credits.find((credit) => credit.key === key);

/** "C01 true-overpayment 480.00 payer Aetna medium": cause, class, dollars, owed to, confidence. C19a style when there is a variant. */
export function words(finding: SettledFinding): string {
  const owed = finding.owedTo.kind === 'none' ? 'none' : `${finding.owedTo.kind} ${finding.owedTo.name}`.trim();
  return `${finding.cause}${finding.variant ?? ''} ${finding.class} ${toDecimalText(finding.cents)} ${owed} ${finding.confidence}`;
}

/** All findings of an account in words, sorted; [] when it is not listed or has none. */
export const findingsOf = (reviewed: Reviewed, key = 'A1'): string[] => (creditOf(reviewed, key)?.findings ?? []).map(words).sort();

export interface Fires {
  readonly name: string;
  readonly ledger: string;
  /** Every finding expected on the account, in words (see `words`), in any order. */
  readonly findings: readonly string[];
  readonly account?: string;
  readonly shortfall?: string;
  readonly unexplained?: string;
  readonly policy?: Partial<PolicyParameters> & { asOf?: Day };
}
export interface Silent {
  readonly name: string;
  readonly ledger: string;
  readonly account?: string;
  /** What the review does say, when that matters. */
  readonly findings?: readonly string[];
  readonly policy?: Partial<PolicyParameters> & { asOf?: Day };
}

/** Runs a cause's `fires` and `silent` tables. A silent row passes when no finding carries the cause. */
export function causeTable(cause: string, tables: { readonly fires: readonly Fires[]; readonly silent: readonly Silent[] }): void {
  describe(`${cause} fires`, () => {
    it.each(tables.fires)('$name', (row) => {
      const reviewed = reviewOf(row.ledger, row.policy);
      expect(findingsOf(reviewed, row.account)).toEqual([...row.findings].sort());
      const credit = creditOf(reviewed, row.account);
      expect({ shortfall: toDecimalText(credit?.shortfall ?? cents(0)), unexplained: toDecimalText(credit?.unexplained ?? cents(0)) }).toEqual({
        shortfall: row.shortfall ?? '0.00',
        unexplained: row.unexplained ?? '0.00',
      });
    });
  });
  describe(`${cause} stays silent`, () => {
    it.each(tables.silent)('$name', (row) => {
      const found = findingsOf(reviewOf(row.ledger, row.policy), row.account);
      expect(found.filter((finding) => finding.startsWith(cause))).toEqual([]);
      if (row.findings) expect(found).toEqual([...row.findings].sort());
    });
  });
}
