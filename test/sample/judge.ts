/**
 * Holds a review against the sample's truth. `wrong`: what must never be (a refund the right result does not name, an account in order that is listed,
 * one of the four first causes missed or off by a cent). `open`: planted accounts whose cause is not found yet and that are not honestly left to a person.
 */
import type { Truth, TruthAccount, TruthFinding } from '../../scripts/sample/truthFile';
import type { Report, ReportCredit, ReportFinding } from '../cli/contract';

export const FIRST_CAUSES: readonly string[] = ['C01', 'C02', 'C05', 'C27'];

const same = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();
const samePayee = (found: ReportFinding, right: TruthFinding): boolean =>
  found.owedTo.kind === right.owedTo.kind && (right.owedTo.name === '' || same(found.owedTo.name, right.owedTo.name));
const says = (found: ReportFinding): string =>
  `${found.cause}${found.variant ?? ''} ${found.class} ${found.amount} to ${found.owedTo.kind} ${found.owedTo.name} (${found.resolution}, ${found.confidence})`;
const wants = (right: TruthFinding): string =>
  `${[right.cause, ...(right.orCauses ?? [])].join('/')}${right.variant ?? ''} ${right.class} ${right.amount} to ${right.owedTo.kind} ${right.owedTo.name} (${right.resolution})`;

/** The same verdict: cause, class, cents, payee, resolution. */
function agrees(found: ReportFinding, right: TruthFinding): boolean {
  return (
    [right.cause, ...(right.orCauses ?? [])].includes(found.cause) &&
    (found.class === right.class || (right.class === 'hold' && (right.orCauses ?? []).includes(found.cause))) &&
    found.amount === right.amount &&
    samePayee(found, right) &&
    [right.resolution, ...(right.orResolutions ?? [])].includes(found.resolution)
  );
}

/** Pays somebody: a true overpayment, or any refund. */
const pays = (found: ReportFinding): boolean => found.class === 'true-overpayment' || found.resolution.startsWith('REFUND');
const named = (found: ReportFinding, right: TruthAccount | undefined): boolean =>
  right !== undefined && right.findings.some((f) => (f.class === 'true-overpayment' || f.cause === 'C23') && f.amount === found.amount && samePayee(found, f));

function exact(credit: ReportCredit | undefined, right: TruthAccount): boolean {
  if (credit === undefined || credit.findings.length !== right.findings.length) return false;
  return right.findings.every((f) => credit.findings.some((found) => agrees(found, f))) && credit.shortfall === right.shortfall;
}
function honest(credit: ReportCredit | undefined, right: TruthAccount): boolean {
  if (credit === undefined) return right.instead.includes('not-listed');
  if (credit.class === 'hold' && right.instead.includes('hold')) return true;
  return credit.class === 'needs-review' && right.instead.includes('needs-review');
}

const describe = (credit: ReportCredit | undefined): string =>
  credit === undefined
    ? 'not listed'
    : `${credit.class}, balance ${credit.balance}, unexplained ${credit.unexplained}, shortfall ${credit.shortfall}: ${credit.findings.map(says).join('; ') || 'no finding'}`;
const line = (right: TruthAccount, credit: ReportCredit | undefined): string =>
  `${right.account} ${right.id} (${right.right})\n    expected ${right.findings.map(wants).join('; ') || 'no finding'}, shortfall ${right.shortfall}${right.instead.length > 0 ? `, or ${right.instead.join('/')}` : ''}\n    got      ${describe(credit)}`;

export interface Verdict {
  readonly wrong: readonly string[];
  readonly open: readonly string[];
  /** Planted accounts with the exact right result, and those honestly left to a person. */
  readonly exact: number;
  readonly honest: number;
}

export function judge(report: Report, truth: Truth): Verdict {
  const credits = new Map(report.credits.map((credit) => [credit.account, credit]));
  const rights = new Map(truth.planted.map((right) => [right.account, right]));
  const refunds = report.credits.flatMap((credit) =>
    credit.findings
      .filter((f) => pays(f) && !named(f, rights.get(credit.account)))
      .map((f) => `${credit.account} ${rights.get(credit.account)?.id ?? 'in order'}: proposes ${says(f)}: ${f.because}`),
  );
  const listed = report.credits
    .filter((credit) => !rights.has(credit.account))
    .map((credit) => `${credit.account} is in order but listed: ${describe(credit)}`);
  const first = truth.planted.filter((right) => FIRST_CAUSES.includes(right.id) && !exact(credits.get(right.account), right));
  const rest = truth.planted.filter(
    (right) => !FIRST_CAUSES.includes(right.id) && !exact(credits.get(right.account), right) && !honest(credits.get(right.account), right),
  );
  const exactly = truth.planted.filter((right) => exact(credits.get(right.account), right)).length;
  return {
    wrong: [...refunds, ...listed, ...first.map((right) => line(right, credits.get(right.account)))],
    open: rest.map((right) => line(right, credits.get(right.account))),
    exact: exactly,
    honest: truth.planted.filter((right) => !exact(credits.get(right.account), right) && honest(credits.get(right.account), right)).length,
  };
}
