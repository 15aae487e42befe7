/**
 * C13, the amount was mis-keyed (domain.md 2.2): digits swapped, or the decimal point slipped. Example: the remittance pays 480, the ledger has 840 (a
 * difference of 360, a multiple of 9, same digits): balance −360. Correct the posting; the payer is owed nothing. Without the remittance it is a hint.
 */
import type { AccountView } from '../accountView';
import type { Cause, Evidence, Finding } from '../credit';
import { Kind, PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { checkOf, claimOf, effectOf, icnOf, kindOf, partyOf, reference, sizeOf, txMoney } from '../posting';
import { money, nameOf, proposal } from '../proposal';
import { isSlip } from '../slip';

export const c13: Cause = {
  id: 'C13',
  title: 'Transposed or mis-keyed amount',
  situation: 'Someone typed the amount with two digits swapped or the decimal point in the wrong place.',
  signal:
    'The posted amount differs from the remittance by a multiple of nine cents with the same digits, or by a factor of 10 or 100. Without a remittance, a single payment that is such a slip of what the party owes is a hint.',
  example: 'The remittance pays $480, the ledger has $840: correct the posting by $360.',
  proof: 'The remittance and the deposit.',
  needs: ['the paid amount on the remittance'],
  find: (account) => {
    const remitted = account.remittances.length + account.ledger.tx.money.remitPaid.length > 0;
    const proved = remitted ? account.live.flatMap((tx) => againstRemittance(account, tx)) : [];
    return proved.length > 0 ? proved : [...account.parties.flatMap((party) => hint(account, party)), ...wrongSign(account)];
  },
};

function againstRemittance(account: AccountView, tx: number): Finding[] {
  if (kindOf(account.ledger, tx) !== Kind.Payment) return [];
  const posted = sizeOf(account.ledger, tx);
  const paid = remitPaid(account, tx);
  return posted > paid && isSlip(posted, paid) ? [slip(account, tx, paid, 'remittance', `the remittance pays ${money(paid)}`)] : [];
}

/** What the remittance of this posting paid, by column or by the one remittance row of the same claim and check; NaN when none says. */
function remitPaid(account: AccountView, tx: number): number {
  const column = txMoney(account.ledger, 'remitPaid', tx);
  if (Number.isFinite(column)) return column;
  const [claim, check, icn] = [claimOf(account.ledger, tx), checkOf(account.ledger, tx), icnOf(account.ledger, tx)];
  const [row, ...more] = account.remittances.filter(
    (row) =>
      row.party === partyOf(account.ledger, tx) &&
      row.plb === '' &&
      row.status !== 22 &&
      agrees(reference(row.claim), claim) &&
      agrees(reference(row.icn), icn) &&
      agrees(reference(row.check), check),
  );
  return row === undefined || more.length > 0 ? Number.NaN : row.paid;
}
const agrees = (a: string, b: string): boolean => a === '' || b === '' || a === b;

/** No remittance: the party's only payment is a slip of exactly what it owes. */
function hint(account: AccountView, party: number): Finding[] {
  const owes = account.liability(party).cents;
  const [only, ...more] = account.receipts(party);
  if (owes === null || only === undefined || more.length > 0 || account.paid(party) !== sizeOf(account.ledger, only)) return [];
  if (sizeOf(account.ledger, only) <= owes || !isSlip(sizeOf(account.ledger, only), owes)) return [];
  const evidence = account.terms.source === 'stated' ? 'remittance' : account.terms.shareProven ? 'amounts' : 'pattern';
  return [slip(account, only, owes, evidence, `${nameOf(account, party)} owes ${money(owes)}`)];
}

function slip(account: AccountView, tx: number, right: number, evidence: Evidence, against: string): Finding {
  const posted = sizeOf(account.ledger, tx);
  const proved = against.startsWith('the remittance');
  return proposal('C13', {
    class: 'posting-error',
    cents: cents(posted - right),
    party: partyOf(account.ledger, tx),
    resolution: 'REVERSE_POSTING',
    evidence,
    confidence: proved ? 'high' : 'low',
    sign: proved ? 'remittance' : 'amounts',
    claims: [tx],
    because: `${money(posted)} was posted, ${against}: the same digits in another place.`,
    missing: proved ? '' : 'The remittance, receipt or deposit would tell the amount.',
  });
}

/**
 * A refund, reversal or debit adjustment posted with the opposite sign counts twice in the credit. A write-off too many leaves the patient too
 * small a share, so its cents show as the patient's.
 */
function wrongSign(account: AccountView): Finding[] {
  const outgoing = [Kind.Refund, Kind.PaymentReversal, Kind.Takeback, Kind.AdjustmentReversal].flatMap((kind) => account.ofKind(kind));
  const flipped = outgoing.filter((tx) => effectOf(account.ledger, tx) < 0 && 2 * sizeOf(account.ledger, tx) === -account.balance);
  return flipped.slice(0, flipped.length === 1 ? 1 : 0).map((tx) => {
    const [what, as, tells] = kindOf(account.ledger, tx) === Kind.AdjustmentReversal ? WRITTEN_OFF : MONEY_IN;
    return proposal('C13', {
      class: 'posting-error',
      cents: cents(-account.balance),
      party: what === WRITTEN_OFF[0] ? PATIENT_PARTY : partyOf(account.ledger, tx),
      resolution: 'REVERSE_POSTING',
      evidence: 'pattern',
      confidence: 'low',
      supports: [tx],
      because: `${what} of ${money(sizeOf(account.ledger, tx))} was posted as ${as}; the credit is exactly twice that.`,
      missing: tells,
    });
  });
}
const MONEY_IN = ['Money out', 'money in', 'The check or remittance would tell which way the money went.'] as const;
const WRITTEN_OFF = ['A debit adjustment', 'a write-off', 'The remittance would tell the right write-off.'] as const;
