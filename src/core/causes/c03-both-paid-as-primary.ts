/**
 * C03, two payers both paid as primary (domain.md 2.2). Coordination of benefits went wrong: each took itself for the primary. Example: charges 1000,
 * contractual 400, Aetna (primary) 480, Cigna 540. Aetna left 120, so Cigna owes 120 and is refunded 420, once the order of payers is verified.
 */
import type { AccountView } from '../accountView';
import type { Cause, Evidence, Finding } from '../credit';
import { cents } from '../money';
import { money, nameOf, payeeOf, proposal } from '../proposal';
import { knowsPrior } from '../statedBasis';

export const c03: Cause = {
  id: 'C03',
  title: 'Primary and secondary both paid as primary',
  situation: 'Two insurers each paid as if the other did not exist.',
  signal:
    'Two payers paid, together more than the allowed amount, and the later one in the order of benefits paid more than the first one left; a second remittance without reason code 23 is stronger.',
  example: 'Charges $1,000, contractual $400, Aetna (primary) $480, Cigna $540: Aetna left $120, refund Cigna $420.',
  proof: 'Both remittances, and proof of the order of benefits.',
  needs: ['the payer of each payment'],
  find: (account) => (hasAccidentPayer(account) ? [] : laterPayers(account).flatMap((party) => paidAsPrimary(account, party))),
};

const SPECIAL: ReadonlySet<string> = new Set(['workers-comp', 'auto', 'liability']);

/** An accident payer beside a health plan is C17. */
const hasAccidentPayer = (account: AccountView): boolean => account.payers.some((payer) => SPECIAL.has(account.party(payer).payerClass));

/** Health payers other than the primary. Medicare is C04. */
const laterPayers = (account: AccountView): readonly number[] =>
  account.payers.filter((payer) => payer !== account.terms.primary && account.party(payer).payerClass !== 'medicare');

function paidAsPrimary(account: AccountView, party: number): Finding[] {
  const excess = account.excess(party) ?? 0;
  const { allowed, primary } = account.terms;
  const insurers = account.payers.reduce((sum, payer) => sum + account.paid(payer), 0);
  if (
    excess <= account.policy.parameters.centsTol ||
    allowed === null ||
    account.paid(primary) <= 0 ||
    insurers <= Math.max(allowed, statedFor(account, party))
  )
    return [];
  const first = nameOf(account, primary);
  return [
    proposal('C03', {
      class: 'true-overpayment',
      cents: cents(excess),
      party,
      owedTo: payeeOf(account, party),
      resolution: 'REFUND_PAYER',
      evidence: evidenceOf(account, party),
      claims: [...account.receipts(party)].reverse(),
      supports: account.receipts(primary),
      because: `${first} paid ${money(account.paid(primary))} and ${nameOf(account, party)} ${money(account.paid(party))} on ${money(allowed)} allowed; if ${first} is primary, ${nameOf(account, party)} owes ${money(account.paid(party) - excess)}. If it is not, ${first} is owed instead.`,
      missing: 'Proof of the order of benefits decides which of the two is owed.',
      partial: true,
    }),
  ];
}

/** Allowed by the later payer's own remittances: it may cover lines that the first one denied. */
const statedFor = (account: AccountView, party: number): number =>
  account.inForce.filter((statement) => statement.party === party).reduce((sum, statement) => sum + (statement.allowed || 0), 0);

/** Who is in a Medicare Advantage plan is not in Medicare: which of the two was in force is not for the order of payers to say. */
const inPlaceOfMedicare = (account: AccountView, party: number): boolean =>
  account.party(party).payerClass === 'medicare-advantage' && account.party(account.terms.primary).payerClass === 'medicare';

/** Several payments, none above what Medicare left: a supplement that paid twice, or a plan before Medicare that pays line by line (C04). */
const supplementOrFirst = (account: AccountView, party: number): boolean =>
  account.terms.source !== 'stated' && account.party(account.terms.primary).payerClass === 'medicare' && account.receipts(party).length > 1;

function evidenceOf(account: AccountView, party: number): Evidence {
  if (inPlaceOfMedicare(account, party) || supplementOrFirst(account, party)) return 'pattern';
  const own = account.inForce.filter((statement) => statement.party === party);
  if (account.terms.source === 'stated' && own.length > 0 && !own.some(knowsPrior)) return 'remittance';
  return account.payerOrderListed ? 'amounts' : 'pattern';
}
