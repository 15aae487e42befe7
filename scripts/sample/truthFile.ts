/** truth.json: what is true about every planted account, with amounts as decimal text. */
import { AS_OF } from './ledgerBook';
import type { Practice } from './plant';
import { listed, ORPHAN } from './sheets';
import { postingError } from './truth';
import type { Expectation, Instead, TrueFinding } from './truth';

export interface TruthFinding extends Omit<TrueFinding, 'cents'> {
  readonly amount: string;
}
export interface TruthAccount {
  readonly account: string;
  readonly patient: string;
  readonly id: string;
  readonly right: string;
  readonly balance: string;
  readonly findings: readonly TruthFinding[];
  readonly shortfall: string;
  readonly instead: readonly Instead[];
}
export interface Truth {
  readonly about: string;
  readonly asOf: string;
  readonly accounts: number;
  readonly transactions: number;
  readonly ledger: Readonly<Record<'charges' | 'payments' | 'adjustments' | 'refunds' | 'balance', string>>;
  readonly planted: readonly TruthAccount[];
}

export const decimal = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
const iso = (day: number): string => new Date((day - 25569) * 86_400_000).toISOString().slice(0, 10);

const finding = ({ cents, ...rest }: TrueFinding): TruthFinding => ({ ...rest, amount: decimal(cents) });
const planted = (account: string, patient: string, balance: number, e: Expectation): TruthAccount => ({
  account,
  patient,
  id: e.id,
  right: e.right,
  balance: decimal(balance),
  findings: e.findings.map(finding),
  shortfall: decimal(e.shortfall ?? 0),
  instead: e.instead,
});

export function truthOf(practice: Practice): Truth {
  const all = practice.accounts.flatMap((account) => account.postings);
  const sum = (...totals: string[]): number => all.filter((p) => totals.includes(p.total)).reduce((total, p) => total + p.amount, 0);
  const orphan: Expectation = {
    id: 'P19',
    right: 'A payment on an account that the listing does not have: its charges are missing, or it is not ours',
    findings: [postingError('C11', -ORPHAN.cents, 'POST_CHARGES')],
    instead: ['needs-review', 'not-listed'],
  };
  return {
    about:
      'Stated by hand in scripts/sample from domain.md 2.2 and 6. findings: the right result. instead: other honest answers. Accounts not named here must not be listed.',
    asOf: iso(AS_OF),
    accounts: practice.accounts.length,
    transactions: all.length + 2,
    ledger: {
      charges: decimal(sum('charges')),
      payments: decimal(-sum('insPayments', 'ptPayments') - ORPHAN.cents),
      adjustments: decimal(-sum('adjustments')),
      refunds: decimal(sum('refunds')),
      balance: decimal(sum('charges', 'insPayments', 'ptPayments', 'adjustments', 'refunds', 'none') + ORPHAN.cents),
    },
    planted: [
      ...practice.planted.map(({ account, expectation }) => planted(account.no, account.facts.person.name, listed(account).balance, expectation)),
      planted(ORPHAN.account, '', ORPHAN.cents, orphan),
    ].sort((a, b) => (a.account < b.account ? -1 : 1)),
  };
}
