/**
 * C20, refunds gone wrong (domain.md 2.2, 6 P12). (a) A refund check was issued and not posted: post it. (b) A refund was posted, and perhaps sent, twice.
 * (c) The payer took the money back and was refunded too: it owes the provider. Example of (c): duplicate 480, withheld by the payer as WO 480, then refunded
 * 480: the balance is 0 and the provider is 480 short.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { Kind, PATIENT_PARTY } from '../ledger';
import type { RegisterRow } from '../ledger';
import { cents, toDollars } from '../money';
import { accountText, dayOfTx, effectOf, kindOf, partyOf, sizeOf } from '../posting';
import { money, nameOf, payeeOf, proposal } from '../proposal';
import { unpostedTakebacks } from '../takebacks';

export const c20: Cause = {
  id: 'C20',
  title: 'Refund or accounts-payable error',
  situation: 'A refund was issued and not posted, posted twice, or paid beside a takeback.',
  signal: 'A register row without a refund posting (a); two equal refunds to one payee (b); a refund and a takeback for one claim (c).',
  example: 'Duplicate $480 withheld by the payer and refunded as well: the payer owes $480 (c).',
  proof: 'The accounts-payable register and whether the check cleared.',
  needs: ['a refund register or remittance rows; (b) needs neither'],
  find: (account) => [...notPosted(account), ...twice(account), ...besideTakeback(account)],
};

const refunds = (account: AccountView): readonly number[] => account.ofKind(Kind.Refund).filter((tx) => account.ledger.tx.effect[tx]! > 0);

/** Refunds posted, also those that were voided since: a register row for one of them lacks no posting. */
const everRefunded = (account: AccountView): readonly number[] =>
  account.all.filter((tx) => kindOf(account.ledger, tx) === Kind.Refund && effectOf(account.ledger, tx) > 0);

function notPosted(account: AccountView): Finding[] {
  const open = everRefunded(account).map((tx) => sizeOf(account.ledger, tx) as number);
  return account.indexes.registerOf(account.index).flatMap((row) => {
    const at = open.indexOf(row.cents);
    if (at >= 0) open.splice(at, 1);
    return at >= 0 || /void|cancel|stop|reject/i.test(row.status) ? [] : [issued(account, row)];
  });
}

function issued(account: AccountView, row: RegisterRow): Finding {
  const payer = account.payers.find((party) =>
    [account.party(party).name, ...account.party(party).aliases].some((name) => name.toUpperCase() === row.payee.toUpperCase()),
  );
  const party = payer ?? overpaidBy(account, row) ?? PATIENT_PARTY;
  return proposal('C20', {
    variant: 'a',
    class: 'posting-error',
    cents: row.cents,
    party,
    resolution: 'POST_MISSING_TXN',
    evidence: 'remittance',
    claims: [...account.receipts(party)].reverse(),
    because: `The register shows a refund of ${toDollars(row.cents)}${row.check === '' ? '' : ` (check ${row.check})`} that is not posted.`,
  });
}

/** A payee under a name that no party has is the one payer that paid just as much too much; never where the patient or guarantor is named. */
function overpaidBy(account: AccountView, row: RegisterRow): number | undefined {
  const people = (['patient', 'guarantorName'] as const).map((column) => accountText(account.ledger, column, account.index).toUpperCase());
  if (people.includes(row.payee.toUpperCase())) return undefined;
  const over = account.parties.filter((party) => account.excess(party) === row.cents);
  return over.length === 1 ? over[0] : undefined;
}

/** The second of two equal refunds to one party that leaves it short by as much. */
function twice(account: AccountView): Finding[] {
  const seen = new Map<string, number>();
  return refunds(account).flatMap((tx) => {
    const [party, size] = [partyOf(account.ledger, tx), sizeOf(account.ledger, tx)];
    const first = seen.get(`${party}|${size}`);
    seen.set(`${party}|${size}`, tx);
    const close = first !== undefined && dayOfTx(account.ledger, tx) - dayOfTx(account.ledger, first) <= account.policy.parameters.dupWindowDays;
    return close && (account.excess(party) ?? 0) <= -size ? [recover(account, tx, first)] : [];
  });
}

const recover = (account: AccountView, tx: number, first: number): Finding =>
  proposal('C20', {
    variant: 'b',
    class: 'posting-error',
    cents: sizeOf(account.ledger, tx),
    party: partyOf(account.ledger, tx),
    resolution: 'ESCALATE',
    evidence: 'reference',
    claims: [tx],
    supports: [first],
    because: `${money(sizeOf(account.ledger, tx))} was refunded to ${payeeOf(account, partyOf(account.ledger, tx)).name} twice: recover one, block further refunds.`,
    term: 'lost',
  });

function besideTakeback(account: AccountView): Finding[] {
  return unpostedTakebacks(account).flatMap((takeback) => {
    const refund = refunds(account).find((tx) => partyOf(account.ledger, tx) === takeback.party && sizeOf(account.ledger, tx) === takeback.cents);
    if (refund === undefined || (account.excess(takeback.party) ?? 0) > 0) return [];
    return [
      proposal('C20', {
        variant: 'c',
        class: 'posting-error',
        cents: cents(takeback.cents),
        party: takeback.party,
        resolution: 'ESCALATE',
        evidence: 'remittance',
        claims: [refund],
        because: `${nameOf(account, takeback.party)} took back ${money(takeback.cents)} (${takeback.words}) and was refunded ${money(takeback.cents)} too: it owes that back.`,
        term: 'lost',
      }),
    ];
  });
}
