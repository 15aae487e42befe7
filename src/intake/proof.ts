/** Proof and refusal: control totals against the listing, joins, charges and payments that must be there (design.md 9 and 10; P23). */
import { Kind } from '../core/ledger';
import type { Accounts } from './accounts';
import type { Refusal } from './contract';
import type { Listed } from './listed';
import type { Postings } from './postings';
import type { ProblemLog } from './problemLog';
import { REFUSALS } from './sentences';
import { multipliersOf } from './signs';
import type { Stage } from './stage';

export const percent = (share: number): string => `${Math.floor(share * 1000) / 10} %`;

interface Evidence {
  readonly postings: Postings;
  readonly ledgers: readonly Stage[];
  readonly listings: readonly Stage[];
  readonly accounts: Accounts;
  readonly proof: { readonly proved: number; readonly of: number };
  readonly log: ProblemLog;
}

const MONEY_IN: ReadonlySet<Kind> = new Set([Kind.Payment, Kind.Deposit, Kind.Capitation, Kind.Interest]);

/** The reason the data cannot be reviewed, or null. Lists what is wrong with single accounts on the way. */
export function judge(evidence: Evidence): Refusal | null {
  const { postings, ledgers, accounts, proof } = evidence;
  if (ledgers.length === 0) return listingAlone(evidence);
  if (postings.raw.length === 0) return REFUSALS.noRows;
  const join = accounts.joinRate;
  if (join !== null && join < 0.5) return REFUSALS.noJoin(percent(join));
  const strangers = countStrangers(evidence);
  if (strangers > 0.2) return REFUSALS.strangers(percent(strangers));
  const seen = tally(postings, accounts.sums(postings).length);
  if (seen.payments === 0) return REFUSALS.noPayments;
  if (seen.charges === 0) return REFUSALS.noCharges;
  notListed(evidence);
  const listed = differences(evidence);
  if (proof.of >= 3 && accounts.hasListing && listed.agree < listed.of * 0.5)
    return REFUSALS.unreconciled(percent(listed.of === 0 ? 0 : listed.agree / listed.of));
  return withoutCharges(evidence, seen);
}

/** Balances without postings are listed, not judged; that the totals of the ledger are 0.00 beside them must be said (design.md 9). */
function listingAlone({ listings, accounts, log }: Evidence): Refusal | null {
  if (accounts.listing.size === 0) return REFUSALS.noRows;
  for (const stage of listings) {
    const balances = openBalances(accounts.listing, stage);
    if (balances === 0) continue;
    const say = `${stage.sheet} lists ${balances === 1 ? 'a balance' : `${balances} balances`} other than zero, but no sheet holds transactions.`;
    log.add('no-transactions', stage.sheet, 0, `${say} Charges, payments and adjustments therefore show 0.00, and every credit needs review.`);
  }
  return null;
}

function openBalances(listing: Listed, stage: Stage): number {
  let count = 0;
  for (let account = 0; account < listing.size; account++)
    if (listing.stageOf(account) === stage && listing.balanceOf(account) !== 0 && !Number.isNaN(listing.balanceOf(account))) count++;
  return count;
}

/** Share of joined rows that name another patient; each is listed while they are few. */
function countStrangers({ ledgers, listings, accounts, log }: Evidence): number {
  if (listings.length === 0) return 0;
  let joined = 0;
  const found: { stage: Stage; row: number }[] = [];
  for (const stage of ledgers) {
    if (!stage.has('mrn') && !stage.has('patient')) continue;
    const strangers = accounts.strangers(stage);
    joined += strangers.joined;
    for (const row of strangers.rows) found.push({ stage, row });
  }
  if (joined < 5 && found.length < joined) return 0;
  if (found.length <= joined * 0.2)
    for (const { stage, row } of found) log.add('other-patient', stage.sheet, stage.rows.get(row), 'The row names another patient than its account.');
  return joined === 0 ? 0 : found.length / joined;
}

/** Accounts with payments and with charges: how many, and which (1 = has some). */
interface Tally {
  readonly charges: number;
  readonly payments: number;
  readonly paid: Uint8Array;
  readonly charged: Uint8Array;
}

function tally({ raw, account, group, groups }: Postings, accounts: number): Tally {
  const [paid, charged] = [new Uint8Array(accounts), new Uint8Array(accounts)];
  const counted = multipliersOf(groups).map((multiplier) => multiplier !== 0);
  const isCharge = groups.map(({ kind }, g) => counted[g] === true && kind === Kind.Charge);
  const isMoneyIn = groups.map(({ kind }, g) => counted[g] === true && MONEY_IN.has(kind));
  for (let i = 0; i < raw.length; i++) {
    const g = group.get(i);
    if (isCharge[g] === true) charged[account.get(i)] = 1;
    else if (isMoneyIn[g] === true && raw.get(i) !== 0) paid[account.get(i)] = 1;
  }
  return { charges: marked(charged), payments: marked(paid), paid, charged };
}
const marked = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);

function notListed({ ledgers, accounts, log, listings }: Evidence): void {
  if (listings.length === 0) return;
  for (const stage of ledgers) {
    const missing = accounts.unlisted(stage);
    if (missing.rows > 0)
      log.add('not-listed', stage.sheet, missing.first, `${missing.rows} rows belong to accounts that are not listed, the first in row ${missing.first}.`);
  }
}

/** Listed balances that differ from the sum of the postings. */
function differences({ postings, accounts, log }: Evidence): { agree: number; of: number } {
  const sums = accounts.sums(postings);
  const { listing } = accounts;
  let agree = 0;
  let of = 0;
  for (let account = 0; account < listing.size; account++) {
    const [sum, listed] = [sums[account] as number, listing.balanceOf(account)];
    if (Number.isNaN(listed) || Number.isNaN(sum)) continue;
    of++;
    if (sum === listed) agree++;
    else {
      const stage = listing.stageOf(account);
      const message = `Listed ${(listed / 100).toFixed(2)}, the transactions add up to ${(sum / 100).toFixed(2)}.`;
      log.add('balance-differs', stage.sheet, stage.rows.get(listing.rowOf(account)), message);
    }
  }
  return listing.size === 0 ? { agree: 1, of: 1 } : { agree, of };
}

/** Payments on accounts without charges, where no listed balance vouches for them. */
function withoutCharges({ postings, accounts, log, ledgers }: Evidence, seen: Tally): Refusal | null {
  const sums = accounts.sums(postings);
  const lone: number[] = [];
  for (let account = 0; account < seen.paid.length; account++)
    if (seen.paid[account] === 1 && seen.charged[account] === 0 && !accounts.isIncomplete(account) && accounts.listing.balanceOf(account) !== sums[account])
      lone.push(account);
  if (lone.length >= 3 && lone.length > seen.payments * 0.5) return REFUSALS.period(percent(lone.length / seen.payments));
  for (const account of lone) accounts.incomplete(account, 'It has payments but no charges in this file.');
  const left = new Set(lone);
  for (let i = 0; i < postings.raw.length && left.size > 0; i++) {
    const stage = ledgers[postings.stage.get(i)];
    if (stage === undefined || !left.delete(postings.account.get(i))) continue;
    log.add('payments-without-charges', stage.sheet, stage.rows.get(postings.row.get(i)), 'The account of this row has payments but no charges.');
  }
  return null;
}
