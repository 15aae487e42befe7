/** The whole credit is a small patient excess (domain.md 2.2 C23): $5.00 by default, never beside federal money. */
import { Account } from '../../src/core/accountView';
import { balancesOf, LedgerIndex } from '../../src/core/ledgerIndex';
import { isSmallCredit } from '../../src/core/smallCredit';
import { ledgerOf, testPolicy } from './harness';

function small(text: string): boolean {
  const ledger = ledgerOf(text);
  return isSmallCredit(new Account(ledger, testPolicy(), new LedgerIndex(ledger, balancesOf(ledger).listed), 0));
}
/** Aetna allowed 600 and left 120 to the patient, who paid so much. */
const paid = (amount: number, more = '', before = ''): string =>
  `${before}account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna allowed=600 pr=120\n2026-03-01 payment ${amount} patient${more}`;

it.each<[string, string, boolean]>([
  ['two cents', paid(120.02), true],
  ['a cent is equal', paid(120.01), false],
  ['five dollars', paid(125), true],
  ['five dollars and a cent', paid(125.01), false],
  ['settled', paid(120), false],
  ['only a part of the credit', paid(125, '\n2026-03-02 payment 3 Aetna'), false],
  ['beside a debt, so that the credit is smaller', paid(125).replace('contractual 400', 'contractual 398'), false],
  ['a federal payer paid', paid(125, '', 'payer Aetna class=medicare\n'), false],
  [
    'a federal payer is listed and paid nothing',
    paid(125).replace('payer1=Aetna', 'payer1=Aetna payer2=Medicare').replace(/^/, 'payer Medicare class=medicare\n'),
    true,
  ],
  [
    'one payment of the same amount twice',
    paid(121, '\n2026-03-02 payment 2 patient\n2026-03-03 payment 2 patient').replace('payment 121', 'payment 118'),
    false,
  ],
])('%s', (_name, text, expected) => expect(small(text)).toBe(expected));
