/** How a cause puts a finding together: what it must say, with the usual answers filled in. */
import type { AccountView } from './accountView';
import type { CauseId, Finding, Payee, Resolution } from './credit';
import { NO_DAY } from './day';
import { PATIENT_PARTY, UNKNOWN_PARTY } from './ledger';
import type { Cents } from './money';
import { cents, toDollars } from './money';
import { accountText } from './posting';

export const NOBODY: Payee = { kind: 'none', name: '' };

/** Refunds go to who paid: the payer, or the guarantor, else the patient (domain.md 1.1). */
export function payeeOf(account: AccountView, party: number): Payee {
  if (party === UNKNOWN_PARTY) return NOBODY;
  if (party !== PATIENT_PARTY) return { kind: 'payer', name: account.party(party).name };
  const name = accountText(account.ledger, 'guarantorName', account.index) || accountText(account.ledger, 'patient', account.index);
  return { kind: 'patient', name: name || 'Patient' };
}

export const refundOf = (party: number): Resolution => (party === PATIENT_PARTY ? 'REFUND_PATIENT' : 'REFUND_PAYER');

/** Payer's name, or "the patient". */
export const nameOf = (account: AccountView, party: number): string =>
  party === PATIENT_PARTY ? 'the patient' : party === UNKNOWN_PARTY ? 'an unnamed payer' : account.party(party).name;

type Draft = Partial<Finding> & Pick<Finding, 'class' | 'cents' | 'party' | 'resolution' | 'evidence' | 'because'>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A finding owed to nobody at account level, with `confidence` high until settlement lowers it. Property by property, so that all findings have one shape. */
export function proposal(cause: CauseId, draft: Draft): Finding {
  const finding: Writable<Finding> = {
    cause,
    variant: draft.variant ?? null,
    class: draft.class,
    cents: draft.cents,
    party: draft.party,
    owedTo: draft.owedTo ?? NOBODY,
    resolution: draft.resolution,
    evidence: draft.evidence,
    confidence: draft.confidence ?? 'high',
    level: draft.level ?? 'account',
    claims: draft.claims ?? [],
    supports: draft.supports ?? [],
    because: draft.because,
    missing: draft.missing ?? '',
    until: draft.until ?? NO_DAY,
    matches: draft.matches ?? 1,
  };
  if (draft.term !== undefined) finding.term = draft.term;
  if (draft.sign !== undefined) finding.sign = draft.sign;
  if (draft.partial !== undefined) finding.partial = draft.partial;
  return finding;
}

/** Slack when a payment is compared with an excess; one cent for federal payers (domain.md 2.1). */
export const matchSlack = (account: AccountView, party: number): Cents =>
  account.party(party).federal ? account.policy.parameters.centsTol : account.policy.parameters.matchTol;

/** max($5.00, 2 % of allowed); one cent for federal payers. */
export const contractSlack = (account: AccountView, party: number): Cents => {
  const { centsTol, contractTolMin, contractTolRate } = account.policy.parameters;
  return account.party(party).federal ? centsTol : cents(Math.max(contractTolMin, Math.round((account.terms.allowed ?? 0) * contractTolRate)));
};

export const money = (amount: number): string => toDollars(cents(amount));
/** "$480.00 paid, $480.00 owed" for the sentence of a finding. */
export const paidAgainstOwed = (account: AccountView, party: number): string => {
  const owes = account.liability(party).cents;
  return owes === null ? `${money(account.paid(party))} paid in all` : `${money(account.paid(party))} paid in all, ${money(owes)} owed`;
};

/** Findings shown one by one on an account; more of the same kind are gathered into one. */
const MOST_SINGLE = 20;

/** Keeps the first findings single and gathers the rest into one finding, with all their cents and postings. */
export function gathered(findings: readonly Finding[]): Finding[] {
  const rest = findings.slice(MOST_SINGLE);
  const [first] = rest;
  if (first === undefined) return [...findings];
  const total = cents(rest.reduce((sum, finding) => sum + finding.cents, 0));
  const because = `${rest.length} more like the ones before, ${toDollars(total)} together: ${first.because}`;
  const claims = rest.flatMap((finding) => finding.claims);
  return [...findings.slice(0, MOST_SINGLE), { ...first, cents: total, claims, supports: rest.flatMap((finding) => finding.supports), because }];
}
