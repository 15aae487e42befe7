/** Why there is no verdict, or not a whole one (domain.md 1.6: candidates in inverse order of benefits). */
import { Account } from '../../src/core/accountView';
import type { SettledFinding } from '../../src/core/credit';
import { balancesOf, LedgerIndex } from '../../src/core/ledgerIndex';
import { cents } from '../../src/core/money';
import { reasonOf } from '../../src/core/reason';
import { ledgerOf, testPolicy } from './harness';

function reason(text: string, findings: number, unexplained: number): string {
  const ledger = ledgerOf(text);
  const account = new Account(ledger, testPolicy(), new LedgerIndex(ledger, balancesOf(ledger).listed), 0);
  return reasonOf(account, Array.from<SettledFinding>({ length: findings }), cents(unexplained));
}
const STATED = '2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 500 Aetna allowed=600 pr=120\n2026-03-01 payment 150 patient';
const DOUBT = 'account A1 payer1=Aetna payer2=Cigna payer3=Zurich\n2026-01-05 charge 0\n2026-02-01 payment 5 Zurich\n2026-02-01 payment 5 Aetna';

it.each<[string, string, number, number, string]>([
  ['all said', STATED, 1, 0, ''],
  ['nothing found and nothing left', STATED, 0, 0, 'Nothing is left to explain, but a part of the account is in credit.'],
  [
    'something left: 500 against 480, 150 against 120',
    STATED,
    1,
    5000,
    '$50.00 has no proven cause. Aetna paid $500.00 and owes $480.00. The patient paid $150.00 and owes $120.00.',
  ],
  ['left, with nobody above what it owes', STATED.replace('500', '480').replace('150', '120'), 0, -700, '-$7.00 has no proven cause.'],
  ['only those above', STATED.replace('150', '120'), 1, 2000, '$20.00 has no proven cause. Aetna paid $500.00 and owes $480.00.'],
  ['in doubt: the last in line first', DOUBT, 0, 0, 'No payee is named: no charges are posted. Candidates, last in line first: Zurich, Aetna.'],
  [
    'in doubt, the patient paid too and is the first candidate; what was found does not lift the doubt',
    `${DOUBT}\n2026-03-01 payment 1 patient`,
    1,
    0,
    'No payee is named: no charges are posted. Candidates, last in line first: the patient, Zurich, Aetna.',
  ],
  [
    'in doubt, money that went back leaves no candidate',
    `${DOUBT}\n2026-03-01 payment 1 patient\n2026-03-02 refund 1 patient\n2026-03-02 takeback 5 Zurich`,
    0,
    100,
    'No payee is named: no charges are posted. Candidates, last in line first: Aetna.',
  ],
  ['in doubt, and nobody paid', 'account A1 payer1=Aetna\n2026-01-05 writeoff 5', 0, 500, 'No payee is named: no charges are posted.'],
])('%s', (_name, text, findings, unexplained, expected) => expect(reason(text, findings, unexplained)).toBe(expected));
