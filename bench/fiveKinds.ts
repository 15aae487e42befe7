/**
 * Our findings in the words of the peers' job, which knows five kinds: 1 account in credit, 2 hidden credit of one payer, 3 payment twice within 30
 * days (C01, C02, and C27 where the claimed payment has an equal beside it), 4 contractual twice (C08), 5 another account of the same patient or
 * guarantor that is open at exactly the credit (the candidates of V08).
 */
import { openBalancesBeside } from '../src/core/checks/openBalances';
import type { CauseId, Credit, Review, SettledFinding } from '../src/core/credit';
import { Kind, PATIENT_PARTY } from '../src/core/ledger';
import type { Ledger } from '../src/core/ledger';
import { livePostings } from '../src/core/live';
import { dayOfTx, kindOf, partyOf, sizeOf, txText } from '../src/core/posting';
import { compareFlags } from './rows';
import type { Flag, Totals } from './rows';

const WINDOW_DAYS = 30;
const TWICE: ReadonlySet<CauseId> = new Set(['C01', 'C02']);
/** The heading is row 1. */
const FIRST_ROW = 2;

export function fiveKinds(ledger: Ledger, review: Review): { readonly flags: Flag[]; readonly totals: Totals } {
  const flags = review.credits.flatMap((credit) => [
    ...inCredit(credit),
    ...hidden(ledger, credit),
    ...credit.findings.flatMap((finding) => twice(ledger, credit, finding)),
    ...openBeside(ledger, credit),
  ]);
  const { charges, payments, adjustments, refunds } = review.ledger;
  return { flags: flags.sort(compareFlags), totals: { chg: charges, pay: payments, adj: adjustments, ref: refunds } };
}

const inCredit = ({ key, credit }: Credit): Flag[] => (credit > 0 ? [[1, key, '', credit, -1]] : []);

function hidden(ledger: Ledger, { account, key, hidden: isHidden, parties }: Credit): Flag[] {
  if (!isHidden) return [];
  return parties.flatMap(({ party, bucket }): Flag[] => (bucket !== null && bucket < 0 ? [[2, key, payerText(ledger, account, party), -bucket, -1]] : []));
}

/** The payer as the rows of the account spell it. */
function payerText(ledger: Ledger, account: number, party: number): string {
  const tx = postingsOf(ledger, account).find((one) => partyOf(ledger, one) === party);
  return tx === undefined ? '' : txText(ledger, 'payerText', tx);
}

function twice(ledger: Ledger, { account, key }: Credit, finding: SettledFinding): Flag[] {
  const flag = (kind: number, tx: number): Flag => [kind, key, txText(ledger, 'payerText', tx), sizeOf(ledger, tx), (ledger.tx.row[tx] as number) - FIRST_ROW];
  if (finding.cause === 'C08') return finding.claims.map((tx) => flag(4, tx));
  if (TWICE.has(finding.cause)) return finding.claims.map((tx) => flag(3, tx));
  return finding.cause === 'C27' ? finding.claims.filter((tx) => hasEqual(ledger, account, tx)).map((tx) => flag(3, tx)) : [];
}

/** Another live patient payment of the same amount within the window. */
function hasEqual(ledger: Ledger, account: number, tx: number): boolean {
  const payments = livePostings(ledger, postingsOf(ledger, account)).live.filter((one) => isPatientPayment(ledger, one));
  return payments.some(
    (one) => one !== tx && sizeOf(ledger, one) === sizeOf(ledger, tx) && Math.abs(dayOfTx(ledger, one) - dayOfTx(ledger, tx)) <= WINDOW_DAYS,
  );
}
const isPatientPayment = (ledger: Ledger, tx: number): boolean => kindOf(ledger, tx) === Kind.Payment && partyOf(ledger, tx) === PATIENT_PARTY;

function openBeside(ledger: Ledger, { account, key, credit }: Credit): Flag[] {
  if (credit <= 0) return [];
  return openBalancesBeside({ account, credit }, ledger)
    .filter((open) => open.exact)
    .map((open): Flag => [5, key, open.key, open.cents, -1]);
}

const postingsOf = (ledger: Ledger, account: number): number[] => Array.from(ledger.order.subarray(ledger.start[account], ledger.start[account + 1]));
