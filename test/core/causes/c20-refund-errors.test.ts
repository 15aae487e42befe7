import { causeTable } from '../harness';
import { aetna480, proposes, SETTLED } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;
const twice = `${settled}
2026-03-01 payment 480 Aetna check=1002 claim=CL1`;

causeTable('C20', {
  fires: [
    {
      name: '(a) to the payer under a name that no list has: the one party that paid 480 too much',
      ledger: `${twice}
register 480 2026-03-20 payee="AETNA INC" check=900`,
      findings: ['C20a posting-error 480.00 none medium'],
    },
    {
      name: '(a) the register shows a check that is not posted',
      ledger: `${twice}
register 480 2026-03-20 payee=Aetna check=900`,
      findings: ['C20a posting-error 480.00 none medium'],
    },
    {
      name: '(a) to the patient',
      ledger: `${settled}
2026-03-01 payment 120 patient
register 120 2026-03-20 payee="Doe, Ann" check=901`,
      findings: ['C20a posting-error 120.00 none medium'],
    },
    {
      name: '(a) with the liabilities stated: high',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 150 patient
register 30 2026-03-20 payee="Doe, Ann" check=901`,
      findings: ['C20a posting-error 30.00 none high'],
    },
    {
      name: '(c) refunded although the payer had withheld it (P12)',
      ledger: `${twice}
2026-04-10 refund 480 Aetna
remit Aetna -480 2026-04-01 plb=WO`,
      findings: ['C20c posting-error 480.00 none medium'],
      shortfall: '480.00',
    },
    {
      name: '(b) refunded twice to the patient on an account that is in credit for the payer',
      ledger: `${twice}
2026-03-10 refund 30 patient
2026-03-12 refund 30 patient
2026-03-20 payment 30 patient`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C20b posting-error 30.00 none medium'],
      shortfall: '60.00',
    },
    {
      // Posted: −480. Posting what was withheld brings it to 0, and the payer still holds 480 that it got twice.
      name: '(c) where nothing tells what anybody owes: what went out twice is owed to us again all the same',
      ledger: `account A1
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-25 payment 480 Aetna check=1002 claim=CL1
2026-03-25 refund 480 Aetna
remit Aetna -480 2026-03-20 plb=WO claim=CL1`,
      findings: ['C14 posting-error 480.00 none low', 'C20c posting-error 480.00 none low'],
      shortfall: '480.00',
    },
  ],
  silent: [
    {
      name: '(a) posted and voided: the register row lacks no posting',
      ledger: `${twice}
2026-03-20 refund 480 Aetna check=900
2026-04-02 refund -480 Aetna check=900
register 480 2026-03-20 payee=Aetna check=900`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: '(a) to the patient by name, who paid nothing too much: not the payer’s refund',
      ledger: `${twice.replace('account A1', 'account A1 patient="Doe, Ann" guarantorName="Doe, Bob"')}
register 480 2026-03-20 payee="Doe, Ann" check=900`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'nothing tells what anybody owes, and the refund is another amount than what was withheld',
      ledger: `account A1
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-25 payment 480 Aetna check=1002 claim=CL1
2026-03-25 refund 479.99 Aetna
remit Aetna -480 2026-03-20 plb=WO claim=CL1`,
    },
    {
      name: 'the refund is posted',
      ledger: `${twice}
2026-03-20 refund 480 Aetna
register 480 2026-03-20 payee=Aetna check=900`,
      findings: [],
    },
    {
      name: 'the check was voided',
      ledger: `${twice}
register 480 2026-03-20 payee=Aetna check=900 status=Voided`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'two refunds for two overpayments',
      ledger: `${settled}
2026-03-01 payment 30 patient
2026-03-02 payment 30 patient
2026-03-10 refund 30 patient
2026-03-12 refund 30 patient`,
      findings: [],
    },
    {
      name: 'a refund and no takeback',
      ledger: `${twice}
2026-04-10 refund 480 Aetna`,
      findings: [],
    },
    {
      name: 'a takeback and no refund is C14',
      ledger: `${twice}
remit Aetna -480 2026-04-01 plb=WO`,
      findings: ['C14 posting-error 480.00 none medium'],
    },
  ],
});

const twicePaid = `${SETTLED}${aetna480(1002, '2026-03-01')}`; // row 6

proposes('C20', [
  [
    'of two register rows the one that is not posted, whichever comes first',
    `${twicePaid}\n2026-03-20 refund 380 Aetna\nregister 100 2026-03-20 payee=Aetna\nregister 380 2026-03-20 payee=Aetna`,
    'a posting-error 100.00 of Aetna remittance high claims 6,4',
  ],
  [
    'a refund posted as money in is not posted',
    `${twicePaid}\n2026-03-20 refund -480 Aetna\nregister 480 2026-03-20 payee=Aetna`,
    'a posting-error 480.00 of Aetna remittance high claims 6,4',
  ],
  [
    'to another name of the payer',
    `payer Aetna alias="Aetna Life"\n${twicePaid}\nregister 480 2026-03-20 payee="AETNA LIFE"`,
    'a posting-error 480.00 of Aetna remittance high claims 6,4',
  ],
]);
