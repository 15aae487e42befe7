/** The worksheets a publish makes or updates, in the order new ones are added. One entry a sheet: what it shows is said in outputs. */
import type { Review } from '../core/credit';
import type { Day } from '../core/day';
import type { Policy } from '../core/policy/policy';
import { CAUSE_WORDS } from '../core/words';
import { SUMMARY_CHARTS } from '../outputs/charts';
import type { ChartSpec } from '../outputs/charts';
import type { CorrectionsContext } from '../outputs/correctionRows';
import { correctionsEdit } from '../outputs/corrections';
import { creditsEdit } from '../outputs/credits';
import type { CreditsContext } from '../outputs/creditRows';
import type { CreditsTable } from '../outputs/criteria';
import { linkFormula } from '../outputs/links';
import type { LinkTarget } from '../outputs/links';
import type { LogEnd } from '../outputs/log';
import type { OwnRole } from '../outputs/edit';
import type { TableChange } from '../outputs/merge';
import { CORRECTIONS_SHEET, CREDITS_SHEET, POLICY_SHEET, SUMMARY_SHEET, UNDERPAYMENTS_SHEET } from '../outputs/own';
import type { OwnSheetSpec } from '../outputs/own';
import { policyEdit } from '../outputs/policySheet';
import type { Follow } from '../outputs/proof';
import type { StandingTable } from '../outputs/standing';
import { summaryEdit } from '../outputs/summary';
import type { SummaryContext } from '../outputs/summary';
import { underpaymentsEdit } from '../outputs/underpayments';
import type { UnderpaymentsContext } from '../outputs/underpayments';
import type { Decision } from './decisions';
import { logWork } from './logging';
import { medicareWork } from './medicareReport';
import { refundWorks } from './refundSheets';
import { datedSelfTest } from './selfTesting';
import type { Analyst, Scan } from './session';
import { withDecisions } from './waitingDecisions';

/** What a sheet can be made from. */
export interface PublishContext {
  readonly scan: Scan;
  readonly review: Review;
  readonly policy: Policy;
  /** Who writes; '' when not asked yet. */
  readonly user: string;
  /** `when` as it shall be shown, for example "2026-01-31 14:05:09 UTC". */
  readonly moment: { readonly when: string; readonly who: string; readonly asOf: Day };
  /** Decisions that are not in the workbook yet. */
  readonly decisions: readonly Decision[];
  /** Whether letter sheets are made where none stand. */
  readonly letters: boolean;
  /** Whether this run writes the CMS-838 sheet, and it alone. */
  readonly medicareReport: boolean;
  /** The Credits table by name and headings, as it stands or will be called. */
  credits(): CreditsTable;
  /** A table of ours as it stood before this run; null when there is none, or when it comes later in the list. */
  standing(role: OwnRole): StandingTable | null;
  /** What the ledger holds for accounts with a promised refund or an open correction; null for all others. */
  readonly followed: Follow;
  /** Checks of stage payment and transactions for refunds that a person released. */
  readonly payments: Analyst['payments'];
  /** The same as this run will leave it. */
  after(role: OwnRole): StandingTable | null;
}

export interface OwnSheetWork {
  readonly spec: OwnSheetSpec;
  /**
   * What to write over the standing table (null = none stands); null when there is nothing to write. Asked again, with the table as it is then,
   * when a person typed on the sheet between reading and writing.
   */
  change(standing: StandingTable | null): TableChange | null | Promise<TableChange | null>;
  /** Charts of its sections. */
  readonly charts?: readonly ChartSpec[];
}

/** *Credits* alone, to be met before all others: the review goes on with what it remembers. */
export function creditsFirst(scan: Scan, review: Review, decisions: readonly Decision[], standing: StandingTable | null): TableChange {
  return withDecisions(
    creditsEdit(
      review,
      contextOf(scan, () => null),
      standing,
    ),
    decisions,
  );
}

/** In the order they are planned and written: a sheet may ask the context for the tables of those before it. */
export function ownSheets(publish: PublishContext): OwnSheetWork[] {
  const { scan, review, decisions } = publish;
  const context = contextOf(scan, publish.followed);
  let logEnd: LogEnd | null = null;
  return [
    { spec: CREDITS_SHEET, change: (standing) => withDecisions(creditsEdit(review, context, standing), decisions) },
    { spec: UNDERPAYMENTS_SHEET, change: (standing) => underpaymentsEdit(review, context, standing) },
    { spec: CORRECTIONS_SHEET, change: (standing) => correctionsEdit(review, context, standing) },
    ...refundWorks(publish),
    ...(publish.medicareReport ? [medicareWork(publish)] : []),
    { spec: POLICY_SHEET, change: policyEdit },
    // After all sheets that people type in, and before the summary, which keeps where it ends.
    logWork(publish, (end) => (logEnd = end)),
    {
      spec: SUMMARY_SHEET,
      change: (standing) => summaryEdit(review, { ...summaryContext(review, context, publish.credits(), logEnd), selfTest: datedSelfTest(scan) }, standing),
      charts: SUMMARY_CHARTS,
    },
  ];
}

function summaryContext(review: Review, context: Context, credits: CreditsTable, log: LogEnd | null): SummaryContext {
  const findings = review.credits.flatMap((credit) => credit.findings);
  const origins = findings.flatMap(({ id, claims }) => {
    const origin = context.posting(claims[0] ?? -1)?.origin;
    return origin ? [[id, origin] as const] : [];
  });
  return { credits, origins: Object.fromEntries(origins), causeTitle: (id) => context.causeTitle(id), log };
}

type Context = CreditsContext & UnderpaymentsContext & CorrectionsContext;

function contextOf(scan: Scan, followed: Follow): Context {
  const titles: Readonly<Record<string, string>> = CAUSE_WORDS;
  const accounts = accountsOf(scan);
  const postings = new Map(scan.postings?.map((posting) => [posting.tx, posting]));
  const accountLink = (account: number): string | null => {
    const target = accounts.get(account);
    return target ? linkFormula(target) : null;
  };
  return {
    followed,
    sheetNames: scan.reading.sheetNames,
    causeTitle: (id) => titles[id] ?? '',
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
