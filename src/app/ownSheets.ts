/** The worksheets a publish makes or updates, in the order new ones are added. One entry a sheet: what it shows is said in outputs. */
import { causes } from '../core/causes/index';
import type { Review } from '../core/credit';
import type { CorrectionsContext } from '../outputs/correctionRows';
import { correctionsEdit } from '../outputs/corrections';
import { creditsEdit } from '../outputs/credits';
import type { CreditsContext } from '../outputs/creditRows';
import type { CreditsTable } from '../outputs/criteria';
import { linkFormula } from '../outputs/links';
import type { LinkTarget } from '../outputs/links';
import type { TableChange } from '../outputs/merge';
import { CORRECTIONS_SHEET, CREDITS_SHEET, POLICY_SHEET, SUMMARY_SHEET, UNDERPAYMENTS_SHEET } from '../outputs/own';
import type { OwnSheetSpec } from '../outputs/own';
import { policyEdit } from '../outputs/policySheet';
import type { StandingTable } from '../outputs/standing';
import { summaryEdit } from '../outputs/summary';
import type { SummaryContext } from '../outputs/summary';
import { underpaymentsEdit } from '../outputs/underpayments';
import type { UnderpaymentsContext } from '../outputs/underpayments';
import type { Scan } from './session';

export interface OwnSheetWork {
  readonly spec: OwnSheetSpec;
  /** What to write over the standing table (null = none stands); null when there is nothing to write. */
  change(standing: StandingTable | null): TableChange | null;
}

/** `credits`: the Credits table as it stands or will be called; asked when the summary is made, after Credits was read. */
export function ownSheets(scan: Scan, review: Review, credits: () => CreditsTable): OwnSheetWork[] {
  const context = contextOf(scan);
  return [
    { spec: CREDITS_SHEET, change: (standing) => creditsEdit(review, context, standing) },
    { spec: UNDERPAYMENTS_SHEET, change: (standing) => underpaymentsEdit(review, context, standing) },
    { spec: CORRECTIONS_SHEET, change: (standing) => correctionsEdit(review, context, standing) },
    { spec: POLICY_SHEET, change: policyEdit },
    { spec: SUMMARY_SHEET, change: (standing) => summaryEdit(review, summaryContext(review, context, credits()), standing) },
  ];
}

function summaryContext(review: Review, context: Context, credits: CreditsTable): SummaryContext {
  const findings = review.credits.flatMap((credit) => credit.findings);
  const origins = findings.flatMap(({ id, claims }) => {
    const origin = context.posting(claims[0] ?? -1)?.origin;
    return origin ? [[id, origin] as const] : [];
  });
  return { credits, origins: Object.fromEntries(origins), causeTitle: (id) => context.causeTitle(id), log: null };
}

type Context = CreditsContext & UnderpaymentsContext & CorrectionsContext;

function contextOf(scan: Scan): Context {
  const titles = new Map<string, string>(causes.map((cause) => [cause.id, cause.title]));
  const accounts = accountsOf(scan);
  const postings = new Map(scan.postings?.map((posting) => [posting.tx, posting]));
  const accountLink = (account: number): string | null => {
    const target = accounts.get(account);
    return target ? linkFormula(target) : null;
  };
  return {
    sheetNames: scan.reading.sheetNames,
    causeTitle: (id) => titles.get(id) ?? '',
    posting: (tx) => postings.get(tx) ?? null,
    facility: (account) => accounts.get(account)?.facility ?? '',
    accountLink,
    postingLink: ({ row: { sheet, row } }) => linkFormula({ sheet: scan.reading.sheetNames[sheet] ?? '', keyColumn: 0, raw: '', row, joined: true }),
    link: (credit) => accountLink(credit.account),
  };
}

interface AccountPlace extends LinkTarget {
  readonly facility: string;
}

/** Where each account first stands on the user's sheets. */
function accountsOf(scan: Scan): Map<number, AccountPlace> {
  const places = new Map<number, AccountPlace>();
  for (const { sheet, keyColumn, facilityColumn, keys } of scan.reading.keyed)
    for (const { account, raw, row, facility } of keys)
      if (!places.has(account)) places.set(account, { sheet, keyColumn, raw, row, joined: facilityColumn >= 0, facility });
  return places;
}
