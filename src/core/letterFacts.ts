/** What a letter or the Medicare report says of one refund beside its amount (domain.md 4.4 and 5.4). '' and 0 = the sheets do not say. */
import type { AccountView } from './accountView';
import { receivedOn, refundedPayments } from './checks/facts';
import type { Credit, SettledFinding } from './credit';
import type { Day } from './day';
import { Kind } from './ledger';
import type { Ledger } from './ledger';
import { cents, sum } from './money';
import type { Cents } from './money';
import { recoupmentLimit } from './policy/limits';
import { accountDay, accountText, kindOf, partyOf, serviceDayOf, sizeOf, txText } from './posting';

export interface LetterFacts {
  readonly memberId: string;
  readonly groupNo: string;
  readonly npi: string;
  readonly tin: string;
  readonly claimNo: string;
  readonly icn: string;
  readonly typeOfBill: string;
  readonly drg: string;
  readonly payerClass: string;
  readonly serviceFrom: Day;
  readonly serviceTo: Day;
  /** The payment that is refunded: the last of those the finding claims. */
  readonly paymentCents: Cents | null;
  readonly paymentDay: Day;
  readonly paymentCheck: string;
  /** "CARD" and the like: how a patient paid. */
  readonly paymentMethod: string;
  /** All the payee paid and owes on the account. */
  readonly paid: Cents;
  readonly owes: Cents | null;
  readonly charges: Cents;
  /** Money moved from the account to others. */
  readonly transferred: Cents;
  /** Money the payer took back on the account. */
  readonly takenBack: Cents;
  /** Last day on which the payer may ask for the payment (domain.md 4.7); 0 = no limit known, always for federal payers. */
  readonly askUntil: Day;
}

export function letterFacts(ledger: Ledger, view: AccountView, credit: Credit, finding: SettledFinding): LetterFacts {
  const account = view.index;
  const tx = refundedTx(ledger, view, finding);
  const ofTx = (column: 'claim' | 'icn' | 'check' | 'method'): string => (tx === null ? '' : txText(ledger, column, tx));
  const position = credit.parties.find(({ party }) => party === finding.party);
  const services = serviceDays(ledger, view);
  const text = (column: Parameters<typeof accountText>[1]): string => accountText(ledger, column, account);
  return {
    memberId: text('memberId'),
    groupNo: text('groupNo'),
    npi: text('npi'),
    tin: text('tin'),
    claimNo: ofTx('claim') || text('claim'),
    icn: ofTx('icn'),
    typeOfBill: text('typeOfBill'),
    drg: text('drg'),
    payerClass: ledger.parties[finding.party]?.payerClass ?? 'unknown',
    serviceFrom: accountDay(ledger, 'serviceFrom', account) || services[0],
    serviceTo: accountDay(ledger, 'serviceTo', account) || services[1],
    paymentCents: tx === null ? null : sizeOf(ledger, tx),
    paymentDay: tx === null ? (0 as Day) : (receivedOn(ledger, tx) as Day),
    paymentCheck: ofTx('check'),
    paymentMethod: ofTx('method'),
    paid: view.paid(finding.party),
    owes: position?.liability ?? null,
    charges: view.charges,
    transferred: sumOf(ledger, view, (each) => kindOf(ledger, each) === Kind.TransferAccount && (ledger.tx.effect[each] as number) > 0),
    takenBack: sumOf(ledger, view, (each) => kindOf(ledger, each) === Kind.Takeback && partyOf(ledger, each) === finding.party),
    askUntil: tx === null ? (0 as Day) : askUntil(ledger, view, finding, tx),
  };
}

/** Of the payments the finding gives back, the one that came last. */
function refundedTx(ledger: Ledger, view: AccountView, finding: SettledFinding): number | null {
  const { owedTo, party, cents: amount } = finding;
  const kind = owedTo.kind === 'payer' || owedTo.kind === 'patient' ? owedTo.kind : 'unknown';
  const found = refundedPayments(ledger, view, { party, kind, name: owedTo.name, cents: amount, finding });
  return [...found].sort((a, b) => receivedOn(ledger, a) - receivedOn(ledger, b)).at(-1) ?? null;
}

function askUntil(ledger: Ledger, view: AccountView, finding: SettledFinding, tx: number): Day {
  const payer = ledger.parties[finding.party];
  const received = receivedOn(ledger, tx) as Day;
  if (payer === undefined || payer.kind !== 'payer' || payer.federal || received === 0) return 0 as Day;
  const isCob = ['C03', 'C16', 'C17'].includes(finding.cause);
  return recoupmentLimit(view.policy, accountText(ledger, 'state', view.index), payer, received, isCob)?.until ?? (0 as Day);
}

/** First and last day of service of the charges; 0 where no charge says one. */
function serviceDays(ledger: Ledger, view: AccountView): [Day, Day] {
  const days = view.ofKind(Kind.Charge).flatMap((tx) => serviceDayOf(ledger, tx) || []);
  return days.length === 0 ? [0 as Day, 0 as Day] : [Math.min(...days) as Day, Math.max(...days) as Day];
}

const sumOf = (ledger: Ledger, view: AccountView, test: (tx: number) => boolean): Cents => sum(view.live.filter(test).map((tx) => cents(sizeOf(ledger, tx))));
