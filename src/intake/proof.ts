/** Proof and refusal: control totals against the listing, joins, charges and payments that must be there (design.md 9 and 10; P23). */
import { Kind } from '../core/ledger';
import type { Accounts } from './accounts';
import type { Refusal } from './contract';
import type { Postings } from './postings';
import type { ProblemLog } from './problemLog';
import { REFUSALS } from './sentences';
import { multiplierOf } from './signs';
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
  const seen = tally(postings);
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
    const balances = [...accounts.listing.values()].filter((entry) => entry.stage === stage && entry.balance !== 0 && !Number.isNaN(entry.balance)).length;
    if (balances === 0) continue;
    const say = `${stage.sheet} lists ${balances === 1 ? 'a balance' : `${balances} balances`} other than zero, but no sheet holds transactions.`;
    log.add('no-transactions', stage.sheet, 0, `${say} Charges, payments and adjustments therefore show 0.00, and every credit needs review.`);
  }
  return null;
}

/** Share of joined rows that name another patient; each is listed while they are few. */
function countStrangers({ ledgers, listings, accounts, log }: Evidence): number {
  if (listings.length === 0) return 0;
  let joined = 0;
  const found: { stage: Stage; row: number }[] = [];
  for (const stage of ledgers) {
    if (!stage.has('mrn') && !stage.has('patient')) continue;
    for (const { row, other } of accounts.strangers(stage)) {
      joined++;
      if (other) found.push({ stage, row });
    }
  }
  if (joined < 5 && found.length < joined) return 0;
  if (found.length <= joined * 0.2)
    for (const { stage, row } of found) log.add('other-patient', stage.sheet, stage.rows.get(row), 'The row names another patient than its account.');
  return joined === 0 ? 0 : found.length / joined;
}

interface Tally {
  readonly charges: number;
  readonly payments: number;
  readonly paid: Set<number>;
  readonly charged: Set<number>;
}

function tally(postings: Postings): Tally {
  const paid = new Set<number>();
  const charged = new Set<number>();
  for (let i = 0; i < postings.raw.length; i++) {
    const group = postings.groups[postings.group.get(i)];
    if (group === undefined || multiplierOf(postings.groups, postings.group.get(i)) === 0) continue;
    if (group.kind === Kind.Charge) charged.add(postings.account.get(i));
    if (MONEY_IN.has(group.kind) && postings.raw.get(i) !== 0) paid.add(postings.account.get(i));
  }
  return { charges: charged.size, payments: paid.size, paid, charged };
}

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
  let agree = 0;
  let of = 0;
  for (const [account, entry] of accounts.listing) {
    const sum = sums.get(account);
    if (Number.isNaN(entry.balance) || sum === undefined) continue;
    of++;
    if (sum === entry.balance) agree++;
    else
      log.add(
        'balance-differs',
        entry.stage.sheet,
        entry.stage.rows.get(entry.row),
        `Listed ${(entry.balance / 100).toFixed(2)}, the transactions add up to ${(sum / 100).toFixed(2)}.`,
      );
  }
  return accounts.listing.size === 0 ? { agree: 1, of: 1 } : { agree, of };
}

/** Payments on accounts without charges, where no listed balance vouches for them. */
function withoutCharges({ postings, accounts, log, ledgers }: Evidence, seen: Tally): Refusal | null {
  const sums = accounts.sums(postings);
  const lone = [...seen.paid].filter(
    (account) => !seen.charged.has(account) && !accounts.isIncomplete(account) && accounts.listing.get(account)?.balance !== sums.get(account),
  );
  if (lone.length >= 3 && lone.length > seen.paid.size * 0.5) return REFUSALS.period(percent(lone.length / seen.paid.size));
  for (const account of lone) accounts.incomplete(account, 'It has payments but no charges in this file.');
  const left = new Set(lone);
  for (let i = 0; i < postings.raw.length && left.size > 0; i++) {
    const stage = ledgers[postings.stage.get(i)];
    if (stage === undefined || !left.delete(postings.account.get(i))) continue;
    log.add('payments-without-charges', stage.sheet, stage.rows.get(postings.row.get(i)), 'The account of this row has payments but no charges.');
  }
  return null;
}
