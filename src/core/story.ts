/**
 * The story of one credit: its transactions in time order with a running balance, the row that turned it, the sentence that explains it, the
 * runner-up with the fact that would decide, and the postings that bring the account to zero.
 */
import { Account } from './accountView';
import type { Credit, PartyPosition, SettledFinding, StoryLine } from './credit';
import { toIso } from './day';
import { PATIENT_PARTY } from './ledger';
import type { Ledger } from './ledger';
import { balancesOf, LedgerIndex } from './ledgerIndex';
import { cents, toDollars } from './money';
import type { Cents } from './money';
import type { Policy } from './policy/policy';
import { dayOfTx, effectOf, kindOf, txText } from './posting';
import { kindWords } from './kindWords';
import { money, nameOf } from './proposal';
import { turningPoint } from './since';

export interface Story {
  readonly lines: readonly StoryLine[];
  readonly sentence: string;
  /** Smallest set of postings that brings the account to zero, in words. */
  readonly postings: readonly string[];
}

/** Days and cents as in the ledger; builds one account's view only. */
export function storyOf(ledger: Ledger, policy: Policy, credit: Credit): Story {
  const account = new Account(ledger, policy, new LedgerIndex(ledger, balancesOf(ledger).listed), credit.account);
  return { lines: storyLines(account), sentence: sentenceOf(account, credit), postings: postingsOf(account, credit) };
}

/** Transactions in time order with a running balance. */
export function storyLines(account: Account): StoryLine[] {
  const { ledger, running, all } = account;
  const turned = turningPoint(account);
  return all.map((tx, at) => ({
    tx,
    day: dayOfTx(ledger, tx),
    label: labelOf(account, tx),
    effect: cents(effectOf(ledger, tx)),
    balance: cents(running[at] as number),
    row: { sheet: ledger.tx.sheet[tx] as number, row: ledger.tx.row[tx] as number },
    turned: tx === turned,
  }));
}

/** The billing system's own words where it has some, else ours. */
function labelOf(account: Account, tx: number): string {
  const party = account.ledger.tx.party[tx] as number;
  const words = txText(account.ledger, 'typeText', tx) || kindWords(kindOf(account.ledger, tx));
  return party === 0 ? words : `${words}, ${party === PATIENT_PARTY ? 'patient' : account.party(party).name}`;
}

function sentenceOf(account: Account, credit: Credit): string {
  const since = toIso(credit.since);
  const opening = credit.hidden
    ? `The balance is ${toDollars(credit.balance)}, yet a party on the account is in credit${since === null ? '' : ` since ${since}`}.`
    : `The account is ${toDollars(credit.credit)} in credit${since === null ? '' : ` since ${since}${turnedBy(account)}`}.`;
  const unwritten = notWrittenOff(credit);
  const open = credit.shortfall === unwritten ? '' : `${toDollars(cents(credit.shortfall - unwritten))} is still owed to the provider.`;
  const writeOff = unwritten === 0 ? '' : `${toDollars(unwritten)} of write-off is not posted yet.`;
  return [opening, ...credit.findings.map((finding) => finding.because), open, writeOff, credit.reviewReason, runnerUp(credit.findings)]
    .filter((part) => part !== '')
    .join(' ');
}

function turnedBy(account: Account): string {
  const turned = turningPoint(account);
  return turned < 0 ? '' : `, when ${labelOf(account, turned)} of ${money(Math.abs(effectOf(account.ledger, turned)))} was posted`;
}

function runnerUp(findings: readonly SettledFinding[]): string {
  const rival = findings.flatMap((finding) => finding.rivals)[0];
  if (rival === undefined) return findings.find((finding) => finding.missing !== '')?.missing ?? '';
  return `Runner-up: ${rival.cause}, ${rival.because}${rival.decidedBy === '' ? '' : ` ${rival.decidedBy}`}`;
}

function postingsOf(account: Account, credit: Credit): string[] {
  const asked = credit.parties.flatMap((party) => (owes(party) > 0 ? [`Collect ${toDollars(owes(party))} from ${nameOf(account, party.party)}.`] : []));
  const unwritten = notWrittenOff(credit);
  const missing = unwritten === 0 ? [] : [`Post the missing write-off of ${toDollars(unwritten)}.`];
  const rest = credit.unexplained === 0 ? [] : [`Find the cause of ${toDollars(credit.unexplained)}.`];
  return [...credit.findings.map((finding) => step(account, finding)), ...asked, ...missing, ...rest];
}

/** What a party still owes, stated or derived. */
const owes = ({ liability, source, paid }: PartyPosition): Cents => cents(liability === null || source === 'listed' ? 0 : Math.max(0, liability - paid));

/** The part of a shortfall that nobody owes: the write-offs that are still to be posted. */
function notWrittenOff(credit: Credit): Cents {
  const owed = credit.parties.reduce((sum, party) => sum + owes(party), 0);
  const again = credit.findings.reduce((sum, { term, cents: size }) => (term === 'lost' || term === 'bucket' ? sum + size : sum), 0);
  return cents(Math.max(0, credit.shortfall - owed - again));
}

/** One posting in words, with the rows it touches. */
function step(account: Account, finding: SettledFinding): string {
  const amount = toDollars(finding.cents);
  const where = finding.rows.map(({ sheet, row }) => `row ${row} of ${account.ledger.sheets[sheet] ?? 'the sheet'}`).join(', ');
  const at = where === '' ? '' : ` (${where})`;
  if (finding.class === 'needs-review') return `Decide about ${amount}${at}.`;
  switch (finding.resolution) {
    case 'REFUND_PAYER':
    case 'REFUND_PATIENT':
      return `Refund ${amount} to ${finding.owedTo.name}${at}.`;
    case 'REVERSE_ADJ':
      // Without a posting to reverse, the debit itself is what is missing (domain.md 6 P6).
      return at === '' ? `Post a debit adjustment of ${amount}.` : `Reverse ${amount} of write-off${at}.`;
    case 'REVERSE_POSTING':
      return `Reverse ${amount} of the posting${at}.`;
    case 'POST_MISSING_TXN':
      return `Post the missing ${amount}${at}.`;
    case 'POST_CHARGES':
      return `Post ${amount} of charges.`;
    case 'TRANSFER_ACCOUNT':
      return `Transfer ${amount} to ${finding.owedTo.name === '' ? 'its account' : `account ${finding.owedTo.name}`}${at}.`;
    case 'TRANSFER_BUCKET':
      return `Transfer ${amount} between the parts of the account.`;
    case 'TRANSFER_GL':
      return `Move ${amount} off the account${at}.`;
    case 'HOLD_UNTIL':
      return `Hold ${amount}${finding.until === 0 ? '' : ` until ${toIso(finding.until)}`}.`;
    case 'SMALL_CREDIT_POLICY':
      return `Hold ${amount} under the small-credit policy${at}.`;
    case 'AWAIT_TAKEBACK':
      return `Wait for the takeback of ${amount}.`;
    case 'CORRECT_AND_REBILL':
      return `Send a corrected claim for ${amount}.`;
    case 'ESCHEAT_TRACK':
      return `Track ${amount} as unclaimed property.`;
    case 'ESCALATE':
      return `Escalate ${amount}${at}.`;
  }
}
