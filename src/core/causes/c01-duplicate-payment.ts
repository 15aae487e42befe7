/**
 * C01, duplicate payment by the same payer (domain.md 2.2). The payer paid one claim twice: the claim was billed twice, or the payer processed it
 * twice, often under a new claim control number and always on another check. Example: charges 1000, contractual 400, Aetna 480 on check 1001 and
 * again 480 on check 1002, patient 120. Balance −480; Aetna owes 480 and paid 960: refund Aetna 480.
 */
import type { AccountView } from '../accountView';
import type { Cause, Evidence, Finding } from '../credit';
import { cents } from '../money';
import { Kind } from '../ledger';
import { mayBeParts } from '../parts';
import { checkOf, effectOf, icnOf, partyOf, sizeOf } from '../posting';
import { gathered, matchSlack, money, nameOf, paidAgainstOwed, payeeOf, proposal } from '../proposal';
import { withinExcess } from '../repeats';
import type { Repeat } from '../repeats';

export const c01: Cause = {
  id: 'C01',
  title: 'Duplicate payment, same payer',
  situation: 'The payer paid the same claim twice, because it was billed twice or processed twice. The second payment comes on another check.',
  signal:
    'Two live payments of one payer for the same claim (else the same service day) and line, equal within a cent, on different checks, within the duplicate window, and the payer paid more than it owes by that amount.',
  example: 'Charges $1,000, contractual $400, Aetna $480 on check 1001 and $480 on check 1002, patient $120: refund Aetna $480.',
  proof: 'Both remittances, both deposits, the claim numbers.',
  needs: ['a check number, or the payer’s claim number'],
  find: (account) => {
    const repeats = account.provenRepeats.payments.filter((repeat) => repeat.check !== 'same');
    if (repeats.length === 0) return [];
    const back = sentBack(account);
    return gathered(withinExcess(account, notReturned(account, repeats)).flatMap((repeat) => duplicate(account, repeat, back)));
  },
};

function duplicate(account: AccountView, repeat: Repeat, back: ReadonlyMap<number, number>): Finding[] {
  const party = partyOf(account.ledger, repeat.tx);
  const size = sizeOf(account.ledger, repeat.tx);
  const excess = account.excess(party);
  if (excess !== null && excess + (back.get(party) ?? 0) < size - matchSlack(account, party)) return [];
  const amount = excess === null ? size : Math.min(size, excess);
  const common = {
    cents: cents(amount),
    party,
    evidence: evidenceOf(account, repeat),
    sign: distinguishes(account, repeat) ? 'reference' : 'amounts',
    claims: [repeat.tx],
    supports: [repeat.of],
    because: `${nameOf(account, party)} paid ${money(size)} twice${onChecks(account, repeat)}: ${paidAgainstOwed(account, party)}.`,
    missing: missingOf(repeat),
  } as const;
  if (excess === null) return [proposal('C01', { ...common, class: 'needs-review', resolution: 'ESCALATE', confidence: 'low' })];
  const confidence = distinguishes(account, repeat) && !mayBeParts(account, party, amount) ? 'high' : 'low';
  return [proposal('C01', { ...common, class: 'true-overpayment', owedTo: payeeOf(account, party), resolution: 'REFUND_PAYER', confidence })];
}

/** Without the repeats that went back whole: by a refund, takeback or reversal of the same party and size. */
function notReturned(account: AccountView, repeats: readonly Repeat[]): readonly Repeat[] {
  const back = goneBack(account);
  return repeats.filter(({ tx }) => {
    const at = back.findIndex(
      (out) => partyOf(account.ledger, out) === partyOf(account.ledger, tx) && Math.abs(effectOf(account.ledger, out) - sizeOf(account.ledger, tx)) <= 1,
    );
    if (at >= 0) back.splice(at, 1);
    return at < 0;
  });
}

const goneBack = (account: AccountView): number[] => [Kind.Takeback, Kind.PaymentReversal, Kind.Refund].flatMap((kind) => account.ofKind(kind));

/** Money that went back in part, by takeback or refund, leaves less of a duplicate to refund: cents by party. */
function sentBack(account: AccountView): ReadonlyMap<number, number> {
  const back = new Map<number, number>();
  for (const tx of goneBack(account)) back.set(partyOf(account.ledger, tx), (back.get(partyOf(account.ledger, tx)) ?? 0) + effectOf(account.ledger, tx));
  return back;
}

/** Different checks, or different claim control numbers of the payer, show two payments rather than one posted twice. */
const distinguishes = (account: AccountView, repeat: Repeat): boolean => {
  const [one, other] = [icnOf(account.ledger, repeat.tx), icnOf(account.ledger, repeat.of)];
  return repeat.check === 'different' || (one !== '' && other !== '' && one !== other);
};

function evidenceOf(account: AccountView, repeat: Repeat): Evidence {
  if (!distinguishes(account, repeat)) return 'amounts';
  if (account.terms.source === 'stated') return 'remittance';
  return repeat.sameClaim || repeat.sameService ? 'reference' : 'amounts';
}

function onChecks(account: AccountView, repeat: Repeat): string {
  const [first, second] = [checkOf(account.ledger, repeat.of), checkOf(account.ledger, repeat.tx)];
  return repeat.check === 'different' ? ` (checks ${first} and ${second})` : '';
}

const missingOf = (repeat: Repeat): string =>
  repeat.check === 'missing'
    ? 'The check numbers of both payments would tell a second payment from a second posting.'
    : repeat.sameClaim
      ? ''
      : 'The claim number of both payments would make it certain.';
