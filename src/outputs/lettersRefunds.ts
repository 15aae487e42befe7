/** One letter row for a refund that may go out, to its payer or patient (domain.md 5.4). */
import { addDays } from '../core/day';
import type { Day } from '../core/day';
import type { LetterFacts } from '../core/letterFacts';
import { subtract, toDollars } from '../core/money';
import type { LetterWords } from '../core/policy/letterWords';
import { amountInWords } from './amountInWords';
import { dollarsOrBlank, inOrder, longDate, NOT_IN_FILE, oneLine } from './lettersWords';
import type { PatientLettersKey, PayerLettersKey } from './lettersColumns';
import { text } from './refundLines';
import type { CheckedLine } from './refundLines';

export type PayerLetter = Readonly<Record<PayerLettersKey, string>>;
export type PatientLetter = Readonly<Record<PatientLettersKey, string>>;
export interface LetterContext {
  readonly asOf: Day;
  readonly words: LetterWords;
}

/** null for a line that is not released. */
export function payerLetter(line: CheckedLine, context: LetterContext): PayerLetter | null {
  const { released, refund, payee, facts } = line;
  if (!released || !refund) return null;
  return tidy({
    ...sender(context),
    Kind: 'Refund',
    ContactName: context.words.of('contact_name'),
    PayerName: payee?.name || refund.payee,
    ...payerPlace(line),
    PatientName: inOrder(released.credit.patient),
    ...payerFacts(facts),
    AccountNo: refund.account,
    RefundAmount: toDollars(refund.cents),
    RefundAmountWords: amountInWords(refund.cents),
    RefundCheckNo: text(line.read('checkNo')) || 'enclosed',
    ReasonText: context.words.reason(released.finding.cause, 'payer'),
    CalcText: calculation(facts, toDollars(refund.cents)),
    EnclosureList: context.words.of('enclosures'),
  });
}

export function payerPlace({
  payee,
}: Pick<CheckedLine, 'payee'>): Pick<PayerLetter, 'PayerAttn' | 'PayerAddr1' | 'PayerAddr2' | 'PayerCity' | 'PayerState' | 'PayerZip'> {
  return {
    PayerAttn: payee?.attn || 'Overpayment/Refund Department',
    PayerAddr1: payee?.line1 ?? '',
    PayerAddr2: payee?.line2 ?? '',
    PayerCity: payee?.city ?? '',
    PayerState: payee?.state ?? '',
    PayerZip: payee?.zip ?? '',
  };
}

type FromFacts =
  'PayerRef' | 'MemberId' | 'GroupNo' | 'ProviderNpi' | 'ProviderTin' | 'ClaimNo' | 'DosFrom' | 'DosTo' | 'PaidAmount' | 'PaidDate' | 'OrigCheckNo';
export function payerFacts(facts: LetterFacts | null): Pick<PayerLetter, FromFacts> {
  const known = (value: string | undefined): string => value || NOT_IN_FILE;
  return {
    PayerRef: known(facts?.icn || facts?.claimNo),
    MemberId: known(facts?.memberId),
    GroupNo: known(facts?.groupNo),
    ProviderNpi: known(facts?.npi),
    ProviderTin: known(facts?.tin),
    ClaimNo: known(facts?.claimNo || facts?.icn),
    DosFrom: known(facts ? longDate(facts.serviceFrom) : ''),
    DosTo: known(facts ? longDate(facts.serviceTo || facts.serviceFrom) : ''),
    PaidAmount: known(dollarsOrBlank(facts?.paymentCents ?? null)),
    PaidDate: known(facts ? longDate(facts.paymentDay) : ''),
    OrigCheckNo: known(facts?.paymentCheck),
  };
}

type Sender = Pick<PayerLetter, 'LetterDate' | 'ProviderName' | 'ProviderAddress' | 'ContactPhone' | 'SignerName' | 'SignerTitle'>;
export function sender({ asOf, words }: LetterContext): Sender {
  return {
    LetterDate: longDate(asOf),
    ProviderName: words.of('provider_name'),
    ProviderAddress: words.of('provider_address'),
    ContactPhone: words.of('contact_phone'),
    SignerName: words.of('signer_name'),
    SignerTitle: words.of('signer_title'),
  };
}

/** Paid less owed, where that is known and is what is refunded or more. */
function calculation(facts: LetterFacts | null, refund: string): string {
  if (facts === null || facts.owes === null) return `The refund is ${refund}.`;
  const excess = toDollars(subtract(facts.paid, facts.owes));
  const rest = excess === refund ? '' : ` Of this, ${refund} is refunded here.`;
  return `Paid ${toDollars(facts.paid)}, due ${toDollars(facts.owes)}, difference ${excess}.${rest}`;
}

/** No diagnosis and no procedure: minimum necessary. null for a line that is not released. */
export function patientLetter({ released, refund, payee, facts, read }: CheckedLine, context: LetterContext): PatientLetter | null {
  if (!released || !refund) return null;
  const name = inOrder(payee?.name || refund.payee);
  const checkNo = text(read('checkNo'));
  return tidy({
    ...sender(context),
    Salutation: `Dear ${name}:`,
    PayeeName: name,
    PayeeAddr1: payee?.line1 ?? '',
    PayeeAddr2: payee?.line2 ?? '',
    PayeeCity: payee?.city ?? '',
    PayeeState: payee?.state ?? '',
    PayeeZip: payee?.zip ?? '',
    AccountNo: refund.account,
    DosFrom: (facts && longDate(facts.serviceFrom)) || NOT_IN_FILE,
    PaidTotal: dollarsOrBlank(facts?.paid ?? null) || NOT_IN_FILE,
    ResponsibilityTotal: dollarsOrBlank(facts?.owes ?? null) || NOT_IN_FILE,
    AppliedElsewhere: dollarsOrBlank(facts?.transferred ?? null) || NOT_IN_FILE,
    RefundAmount: toDollars(refund.cents),
    RefundAmountWords: amountInWords(refund.cents),
    RefundMethodText: checkNo === '' ? 'by check' : `by check number ${checkNo}`,
    ReasonText: context.words.reason(released.finding.cause, 'patient'),
    ExpectedBy: longDate(addDays(context.asOf, daysToCome(context.words))),
  });
}

function daysToCome(words: LetterWords): number {
  const days = Number(words.of('expected_days'));
  return Number.isInteger(days) && days > 0 && days < 366 ? days : 30;
}

export const tidy = <T extends Readonly<Record<string, string>>>(letter: T): T =>
  Object.fromEntries(Object.entries(letter).map(([key, value]) => [key, oneLine(value)])) as unknown as T;
