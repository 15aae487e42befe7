/** The rule lab on the ledger of the last scan: trials and suggestions. Nothing is written; a value is applied with `setPolicy` only. */
import { agreementOf, trialOf, triedOf, TRIABLE_ROWS, valueInForce, valuesToTry, withValue } from '../core/ruleLab';
import type { Agreement, Said, Trial, TriedCredit } from '../core/ruleLab';
import type { Review } from '../core/credit';
import type { Book } from './book';
import type { Decision } from './decisions';
import { decisions as standing } from './deciding';
import type { RunHooks, Scan } from './session';

export interface PolicyTrial extends Trial {
  /** With the decisions that stand on *Credits* or wait in the pane. */
  readonly agreement: Agreement;
}
export interface PolicySuggestion {
  readonly now: Agreement;
  /** null when no value agrees better. */
  readonly best: { readonly value: string; readonly agreed: number } | null;
  /** The suggestion as a line of the policy would read. */
  readonly line: string;
}

async function saidIn(book: Book, scan: Scan, waiting: readonly Decision[], hooks: RunHooks): Promise<Said[]> {
  const words = new Map((await standing(book, scan, hooks)).decisions.map(({ id, decision }) => [id, decision ?? '']));
  for (const { id, decision } of waiting) if (decision !== undefined) words.set(id, decision);
  return reviewOf(scan).credits.flatMap(({ account, findings }) =>
    findings.flatMap(({ id, cause, resolution }) => {
      const decision = words.get(id) ?? '';
      return decision === '' ? [] : [{ account, cause, resolution, decision }];
    }),
  );
}

/** Throws TypeError when the scan was refused: there is nothing to try. */
function reviewOf({ review }: Scan): Review {
  if (!review) throw new TypeError('a refused scan has nothing to try');
  return review;
}

const tried = (book: Book, { policyRows = [] }: Scan, id: string, value: string): Promise<readonly TriedCredit[]> =>
  book.analyst.tryPolicy(withValue(policyRows, id, value));

/** What changes with one policy value. */
export async function tryPolicy(book: Book, scan: Scan, id: string, value: string, waiting: readonly Decision[], hooks: RunHooks): Promise<PolicyTrial> {
  const [after, said] = await Promise.all([tried(book, scan, id, value), saidIn(book, scan, waiting, hooks)]);
  return { ...trialOf(triedOf(reviewOf(scan)), after), agreement: agreementOf(said, after) };
}

/** The value of a row that would have agreed best with the decisions people made; of equally good ones the nearest to the one in force. */
export async function suggestPolicy(book: Book, scan: Scan, id: string, waiting: readonly Decision[], hooks: RunHooks): Promise<PolicySuggestion> {
  const row = TRIABLE_ROWS.find((each) => each.id === id);
  if (!row) throw new RangeError(`no policy row ${id} to try`);
  const said = await saidIn(book, scan, waiting, hooks);
  const inForce = valueInForce(scan.policyRows ?? [], id);
  const now = agreementOf(said, triedOf(reviewOf(scan)));
  if (now.decided === 0) return { now, best: null, line: 'No decisions yet: decide some credits first, then ask again.' };
  let best: PolicySuggestion['best'] = null;
  const far = (value: string): number => Math.abs(Number(value) - Number(inForce));
  for (const value of [...valuesToTry(row, inForce)].sort((a, b) => far(a) - far(b))) {
    const { agreed } = agreementOf(said, await tried(book, scan, id, value));
    if (agreed > (best?.agreed ?? now.agreed)) best = { value, agreed };
  }
  const line = best
    ? `${id}: ${best.value} ${row.unit} would have agreed with ${best.agreed} of ${now.decided} decisions; ${inForce} agrees with ${now.agreed}.`
    : `${id}: ${inForce} ${row.unit} agrees with ${now.agreed} of ${now.decided} decisions, and no other value tried agrees with more.`;
  return { now, best, line };
}
