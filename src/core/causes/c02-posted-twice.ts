/**
 * C02, the same payment posted twice (domain.md 2.2). One check was keyed or imported two times; the money came once. Example: charges 1000,
 * contractual 400, Aetna 480 on check 1001 posted on two days, patient 120. Balance −480; the bank has 480: reverse one posting, owe nobody.
 */
import type { AccountView } from '../accountView';
import type { Cause, Evidence, Finding } from '../credit';
import { cents } from '../money';
import { Kind, PATIENT_PARTY } from '../ledger';
import { mayBeParts } from '../parts';
import { checkOf, kindOf, partyOf, sizeOf, txMoney } from '../posting';
import { gathered, matchSlack, money, nameOf, paidAgainstOwed, proposal } from '../proposal';
import { withinExcess } from '../repeats';
import type { Repeat } from '../repeats';

export const c02: Cause = {
  id: 'C02',
  title: 'Same payment posted twice',
  situation: 'One check or transfer was posted two times. The money came once, so nobody is owed anything.',
  signal:
    'Two live payments of one payer on the same check, equal within a cent and for the same line, and the payer paid more than it owes by that amount; a deposit total below what was posted for the check proves it.',
  example: 'Charges $1,000, contractual $400, Aetna $480 on check 1001 posted twice, patient $120: reverse one posting of $480.',
  proof: 'The deposit record, the batch and who posted it.',
  needs: ['a check number'],
  find: (account) => {
    const repeats = [...account.provenRepeats.payments, ...patientRepeats(account)].filter((repeat) => repeat.check !== 'different');
    return gathered(withinExcess(account, repeats).flatMap((repeat) => postedTwice(account, repeat)));
  },
};

/** What this cause asks of a repeat. */
type Posted = Pick<Repeat, 'tx' | 'of' | 'check'>;

/** A patient's check posted twice: same check number and amount. */
function patientRepeats(account: AccountView): Posted[] {
  const seen = new Map<string, number>();
  const found: Posted[] = [];
  const receipts = account.receipts(PATIENT_PARTY);
  if (receipts.length < 2) return found;
  for (const tx of receipts) {
    const key = `${checkOf(account.ledger, tx)}|${sizeOf(account.ledger, tx)}`;
    const of = seen.get(key);
    if (of === undefined || key.startsWith('|')) seen.set(key, tx);
    else found.push({ tx, of, check: 'same' });
  }
  return found;
}

function postedTwice(account: AccountView, repeat: Posted): Finding[] {
  const party = partyOf(account.ledger, repeat.tx);
  const size = sizeOf(account.ledger, repeat.tx);
  const excess = account.excess(party);
  if (excess !== null && excess < size - matchSlack(account, party)) return [];
  const deposit = depositBelow(account, repeat);
  const amount = excess === null ? size : Math.min(size, excess);
  const sure = repeat.check === 'same' && (deposit !== null || party === PATIENT_PARTY || !mayBeParts(account, party, amount));
  return [
    proposal('C02', {
      class: 'posting-error',
      cents: cents(amount),
      party,
      resolution: 'REVERSE_POSTING',
      evidence: evidenceOf(account, repeat, deposit),
      confidence: sure ? 'high' : 'low',
      claims: [repeat.tx],
      supports: [repeat.of],
      because: because(account, repeat, deposit),
      missing: repeat.check === 'same' ? '' : 'The check number of both postings would tell a second posting from a second payment.',
    }),
  ];
}

function because(account: AccountView, repeat: Posted, deposit: number | null): string {
  const party = partyOf(account.ledger, repeat.tx);
  const check = repeat.check === 'same' ? `check ${checkOf(account.ledger, repeat.tx)}` : 'a payment without a check number';
  const bank = deposit === null ? '' : `; the deposit for it is ${money(deposit)}`;
  return `${money(sizeOf(account.ledger, repeat.tx))} from ${nameOf(account, party)}, ${check}, stands twice${bank}: ${paidAgainstOwed(account, party)}.`;
}

function evidenceOf(account: AccountView, repeat: Posted, deposit: number | null): Evidence {
  if (repeat.check !== 'same') return 'amounts';
  return deposit !== null || account.terms.source === 'stated' ? 'remittance' : 'reference';
}

/** The check's total where a column gives it and more than that is posted here; else null (without the column the total is NaN, below nothing). */
function depositBelow(account: AccountView, repeat: Posted): number | null {
  const { ledger } = account;
  const total = txMoney(ledger, 'checkTotal', repeat.tx);
  const check = checkOf(ledger, repeat.tx);
  const posted = account.live
    .filter((tx) => kindOf(ledger, tx) === Kind.Payment && checkOf(ledger, tx) === check)
    .reduce((sum, tx) => sum + sizeOf(ledger, tx), 0);
  return total < posted ? total : null;
}
