/** The worksheets a publish makes or updates, in the order new ones are added. One entry a sheet: what it shows is said in outputs. */
import { causes } from '../core/causes/index';
import type { Review } from '../core/credit';
import type { CorrectionsContext } from '../outputs/correctionRows';
import { correctionsEdit } from '../outputs/corrections';
import { creditsEdit } from '../outputs/credits';
import type { CreditsContext } from '../outputs/creditRows';
import { linkFormula } from '../outputs/links';
import type { LinkTarget } from '../outputs/links';
import type { TableChange } from '../outputs/merge';
import { CORRECTIONS_SHEET, CREDITS_SHEET, POLICY_SHEET, UNDERPAYMENTS_SHEET } from '../outputs/own';
import type { OwnSheetSpec } from '../outputs/own';
import { policyEdit } from '../outputs/policySheet';
import type { StandingTable } from '../outputs/standing';
import { underpaymentsEdit } from '../outputs/underpayments';
import type { UnderpaymentsContext } from '../outputs/underpayments';
import type { Scan } from './session';

export interface OwnSheetWork {
  readonly spec: OwnSheetSpec;
  /** What to write over the standing table (null = none stands); null when there is nothing to write. */
  change(standing: StandingTable | null): TableChange | null;
}

export function ownSheets(scan: Scan, review: Review): OwnSheetWork[] {
  const context = contextOf(scan);
  return [
    { spec: CREDITS_SHEET, change: (standing) => creditsEdit(review, context, standing) },
    { spec: UNDERPAYMENTS_SHEET, change: (standing) => underpaymentsEdit(review, context, standing) },
    { spec: CORRECTIONS_SHEET, change: (standing) => correctionsEdit(review, context, standing) },
    { spec: POLICY_SHEET, change: policyEdit },
  ];
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
