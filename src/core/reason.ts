/** Why there is no verdict, or not a whole one, in words (design.md 9, reviewReason). */
import type { Account } from './accountView';
import type { SettledFinding } from './credit';
import { PATIENT_PARTY } from './ledger';
import type { Cents } from './money';
import { toDollars } from './money';
import { money, nameOf } from './proposal';

/** '' when the findings say all. */
export function reasonOf(account: Account, findings: readonly SettledFinding[], unexplained: Cents): string {
  if (account.terms.doubt !== '') return `No payee is named: ${account.terms.doubt}. ${candidates(account)}`.trim();
  if (unexplained === 0) return findings.length > 0 ? '' : 'Nothing is left to explain, but a part of the account is in credit.';
  const over = account.parties.filter((party) => (account.excess(party) ?? 0) > 0).map((party) => sentence(account, party));
  return `${toDollars(unexplained)} has no proven cause. ${over.join(' ')}`.trim();
}

const sentence = (account: Account, party: number): string =>
  `${capital(nameOf(account, party))} paid ${money(account.paid(party))} and owes ${money(account.liability(party).cents ?? 0)}.`;

/** Candidates in inverse order of benefits: last in line first (domain.md 1.6). */
function candidates(account: Account): string {
  const paid = [...account.payers].filter((party) => account.paid(party) > 0).reverse();
  const names = (account.paid(PATIENT_PARTY) > 0 ? [PATIENT_PARTY, ...paid] : paid).map((party) => nameOf(account, party));
  return names.length === 0 ? '' : `Candidates, last in line first: ${names.join(', ')}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
