import { v06 } from '../../../src/core/checks/v06-prior-refund';
import { checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

const found = DUPLICATE_FOUND;
checkTable(v06, {
  fires: [
    { name: 'the same amount but for a cent, to somebody else', ledger: `${DUPLICATE}\n2026-04-01 refund 480.01 Cigna`, findings: found, says: '$480.01' },
    { name: 'the register does not say the payee', ledger: `${DUPLICATE}\nregister 20 2026-04-01`, findings: found, says: '$20.00' },
    { name: 'no payee proved: any row of the register', ledger: `${DUPLICATE}\nregister 20 2026-04-01 payee=Other`, unexplained: 480, says: '$20.00' },
    { name: 'the same amount is posted', ledger: `${DUPLICATE}\n2026-04-01 refund 480 Aetna`, findings: found, says: 'A refund of $480.00 is already posted' },
    { name: 'another amount to the same payer', ledger: `${DUPLICATE}\n2026-04-01 refund 100 Aetna`, findings: found, says: 'A refund of $100.00' },
    { name: 'the same amount, payee not said', ledger: `${DUPLICATE}\n2026-04-01 refund 480 none`, findings: found, says: '$480.00' },
    { name: 'the same amount to somebody else', ledger: `${DUPLICATE}\n2026-04-01 refund 480 Cigna`, findings: found, says: '$480.00' },
    {
      name: 'a check in the register, posted nowhere (C20a)',
      ledger: `${DUPLICATE}\nregister 480 2026-04-01 payee=AETNA check=9`,
      findings: found,
      says: 'register shows $480.00',
    },
    {
      name: 'a pending request of another amount',
      ledger: `${DUPLICATE}\nregister 500 2026-04-01 payee=Aetna status=pending`,
      findings: found,
      says: '$500.00',
    },
    { name: 'an unexplained credit with any refund', ledger: `${DUPLICATE}\n2026-04-01 refund 20 patient`, unexplained: 460, says: '$20.00' },
  ],
  silent: [
    { name: 'a refund taken back alone', ledger: `${DUPLICATE}\n2026-04-09 refund -480 Aetna\nregister 1 2026-01-01 payee=Other`, findings: found },
    {
      name: 'two cents apart and to somebody else',
      ledger: `${DUPLICATE}\n2026-04-01 refund 480.02 Cigna\nregister 1 2026-01-01 payee=Other`,
      findings: found,
    },
    { name: 'a check spelt canceled', ledger: `${DUPLICATE}\nregister 480 2026-04-01 payee=Aetna status=canceled`, findings: found },
    {
      name: 'the refund was voided',
      ledger: `${DUPLICATE}\n2026-04-01 refund 480 Aetna\n2026-04-09 refund -480 Aetna\nregister 1 2026-01-01 payee=Other`,
      findings: found,
    },
    { name: 'another payee, another amount', ledger: `${DUPLICATE}\n2026-04-01 refund 20 patient\nregister 1 2026-01-01 payee=Other`, findings: found },
    {
      name: 'the check in the register was stopped',
      ledger: `${DUPLICATE}\nregister 480 2026-04-01 payee=Aetna status=Stopped\nregister 1 2026-01-01 payee=Other`,
      findings: found,
    },
    { name: 'no refund is proposed', ledger: `${DUPLICATE}\n2026-04-01 refund 480 Aetna`, findings: ['C02 posting-error 480 none party=Aetna'] },
    { name: "the register's check is another account's", ledger: `${DUPLICATE}\naccount A2\nregister 480 2026-04-01 payee=Aetna`, findings: found },
  ],
  untestable: [{ name: 'no register beside the ledger', ledger: DUPLICATE, findings: found, missing: 'register' }],
});
