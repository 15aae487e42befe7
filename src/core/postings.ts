/** The postings that findings claim, as data that can leave the ledger: for Corrections, and to know a finding again on a later export. */
import type { Review, RowRef } from './credit';
import type { Day } from './day';
import { kindWords } from './kindWords';
import { originOf } from './origin';
import type { Origin } from './origin';
import { PATIENT_PARTY, UNKNOWN_PARTY } from './ledger';
import type { Ledger } from './ledger';
import { cents, toDecimalText } from './money';
import type { Cents } from './money';
import { toIso } from './day';
import { dayOfTx, effectOf, kindOf, partyOf, txText } from './posting';

export interface Posting {
  /** Transaction index in the ledger that was reviewed. */
  readonly tx: number;
  /** Post day, else service day; 0 unknown. */
  readonly day: Day;
  /** The billing system's own words where it has some, else ours. */
  readonly type: string;
  /** Signed effect on the balance (domain.md 1.4). */
  readonly effect: Cents;
  /** Payer name, "Patient", or '' when no party is named. */
  readonly party: string;
  /** As `referenceOf`. */
  readonly reference: string;
  readonly row: RowRef;
  /** Who posted it, where, with which code. */
  readonly origin?: Origin;
  /** How many rows of its account are like it, itself included; left out when nobody counted. */
  readonly alike?: number;
}

/** Rows of an account with the same key are alike: a duplicate and its original have it in common, also on different days where a number ties them. */
export const alikeKey = ({ day, effect, reference }: Pick<Posting, 'day' | 'effect' | 'reference'>): string =>
  `${effect}|${reference === '' ? day : reference}`;

/** Every posting claimed by a finding of the review, once, by transaction index. */
export function claimedPostings(ledger: Ledger, review: Review): Posting[] {
  const claimed = new Set(review.credits.flatMap((credit) => credit.findings.flatMap((finding) => finding.claims)));
  const counted = new Map<number, ReadonlyMap<string, number>>();
  return [...claimed]
    .sort((a, b) => a - b)
    .map((tx) => {
      const account = ledger.tx.account[tx] as number;
      const counts = counted.get(account) ?? alikeOf(ledger, account);
      counted.set(account, counts);
      const posting = postingOf(ledger, tx);
      return { ...posting, alike: counts.get(alikeKey(posting)) ?? 1 };
    });
}

function alikeOf(ledger: Ledger, account: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tx of ledger.order.subarray(ledger.start[account], ledger.start[account + 1])) {
    const key = alikeKey({ day: dayOfTx(ledger, tx), effect: cents(effectOf(ledger, tx)), reference: referenceOf(ledger, tx) });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Check, else claim, else transaction number, as the cell shows it; '' none. */
export const referenceOf = (ledger: Ledger, tx: number): string => txText(ledger, 'check', tx) || txText(ledger, 'claim', tx) || txText(ledger, 'txnId', tx);

function postingOf(ledger: Ledger, tx: number): Posting {
  return {
    tx,
    day: dayOfTx(ledger, tx),
    type: txText(ledger, 'typeText', tx) || kindWords(kindOf(ledger, tx)),
    effect: cents(effectOf(ledger, tx)),
    party: partyName(ledger, partyOf(ledger, tx)),
    reference: referenceOf(ledger, tx),
    row: { sheet: ledger.tx.sheet[tx] as number, row: ledger.tx.row[tx] as number },
    origin: originOf(ledger, tx),
  };
}

function partyName(ledger: Ledger, party: number): string {
  if (party === UNKNOWN_PARTY) return '';
  return party === PATIENT_PARTY ? 'Patient' : (ledger.parties[party]?.name ?? '');
}

/** "2025-09-24 Insurance Payment -400.00 CHK00123": what stays the same when rows move. */
export const postingText = ({ day, type, effect, reference }: Posting): string =>
  [toIso(day) ?? 'no date', type, toDecimalText(effect), reference].filter((part) => part !== '').join(' ');
