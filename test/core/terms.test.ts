/** What each party owes in the end (domain.md 1.6), with its source; how a basis is spread over primary, later payers and the patient. */
import { inDollars, nameOf, STATED, viewOf } from './viewing';

/** "Aetna 480 stated, Patient 120 stated" and the correct write-offs behind; the doubt where nothing is known. */
function owing(text: string): string {
  const account = viewOf(text);
  const { liabilities, correct, doubt, source } = account.terms;
  if (correct === null) return `${source}: ${doubt}`;
  return [
    ...[...liabilities].map(([party, owes]) => `${nameOf(account, party)} ${inDollars(owes.cents ?? Number.NaN)} ${owes.source}`),
    `write-offs ${inDollars(correct)}`,
  ].join(', ');
}
const head = (columns = '', charge = 1000): string => `account A1 payer1=Aetna payer2=Cigna payer3=Molina ${columns}\n2026-01-05 charge ${charge}`;
const base = (columns = '', charge = 1000): string => `${head(columns, charge)}\n2026-02-01 contractual 400 Aetna`;
const pay = (amount: number, who = 'Aetna', more = '', day = '2026-02-02'): string => `\n${day} payment ${amount} ${who} ${more}`;
const remit = (who: string, columns: string, paid = 0): string => `\nremit ${who} ${paid} 2026-02-02 ${columns}`;

describe('what each owes', () => {
  it.each<[string, string, string]>([
    ['derived from the ledger', `${base()}${pay(480)}`, 'Aetna 480 derived, Patient 120 derived, write-offs 400'],
    ['stated', `${base()}${pay(480, 'Aetna', `claim=A${STATED}`)}`, 'Aetna 480 stated, Patient 120 stated, write-offs 400'],
    [
      'less sequestration',
      `${base()}${remit('Aetna', `claim=A${STATED} sequestration=9.60`)}`,
      'Aetna 470.4 stated, Cigna 0 derived, Molina 0 derived, Patient 120 stated, write-offs 409.6',
    ],
    [
      'the missing charges are charges',
      `${base('', 700)}${pay(480, 'Aetna', `claim=A${STATED} billed=1000`)}`,
      'Aetna 480 stated, Patient 120 stated, write-offs 400',
    ],
    [
      'a later payer what it paid of the share',
      `${base()}${pay(480)}${pay(70, 'Cigna')}`,
      'Aetna 480 derived, Cigna 70 derived, Patient 50 derived, write-offs 400',
    ],
    [
      'a later payer no more than was left',
      `${base()}${pay(480)}${pay(170, 'Cigna')}${pay(9, 'Molina')}`,
      'Aetna 480 derived, Cigna 120 derived, Molina 0 derived, Patient 0 derived, write-offs 400',
    ],
    [
      'what it paid twice once',
      `${base()}${pay(480)}${pay(50, 'Cigna', 'claim=A check=1')}${pay(50, 'Cigna', 'claim=A check=2', '2026-03-01')}`,
      'Aetna 480 derived, Cigna 50 derived, Patient 70 derived, write-offs 400',
    ],
    [
      'nor money for another account',
      `${base()}${pay(480)}${pay(50, 'Cigna', 'claim=A')}${pay(60, 'Cigna', 'claim=Z')}\naccount A2\n2026-01-05 charge 60 claim=Z`,
      'Aetna 480 derived, Cigna 50 derived, Patient 70 derived, write-offs 400',
    ],
    [
      'a later payer’s write-off closes what is left',
      `${base()}${pay(480)}${pay(70, 'Cigna')}\n2026-03-01 contractual 30 Cigna`,
      'Aetna 480 derived, Cigna 70 derived, Patient 20 derived, write-offs 430',
    ],
    [
      'and no more than that (P5)',
      `${base()}${pay(480)}${pay(70, 'Cigna')}\n2026-03-01 contractual 350 Cigna`,
      'Aetna 480 derived, Cigna 70 derived, Patient 0 derived, write-offs 450',
    ],
    [
      'nor less than nothing',
      `${base()}${pay(480)}${pay(70, 'Cigna')}\n2026-03-01 contractual -30 Cigna`,
      'Aetna 480 derived, Cigna 70 derived, Patient 50 derived, write-offs 400',
    ],
    [
      'not where that write-off sets the allowed amount',
      `${head()}\n2026-02-01 contractual 400 Cigna${pay(480)}${pay(70, 'Cigna')}`,
      'Aetna 480 derived, Cigna 70 derived, Patient 50 derived, write-offs 400',
    ],
    [
      'a payer that did not cover nothing',
      `${base()}${pay(480)}${pay(70, 'Cigna', 'carc=27')}`,
      'Aetna 480 derived, Cigna 0 derived, Patient 120 derived, write-offs 400',
    ],
    [
      'a later payer what its remittance states',
      `${base()}${remit('Aetna', `claim=A${STATED}`)}${remit('Cigna', 'claim=A allowed=600 pr=20 priorPaid=480')}`,
      'Aetna 480 stated, Cigna 100 stated, Molina 0 derived, Patient 20 stated, write-offs 400',
    ],
    [
      'what the first denied may be owed by the next: 120 and 180 of 200, then 20',
      `${base('', 1200)}${remit('Aetna', `claim=A billed=1000${STATED}`)}${remit('Aetna', 'claim=B allowed=0 pr=0 billed=200')}${remit('Cigna', 'claim=B allowed=300 pr=0 codes=23')}${remit('Molina', 'claim=B allowed=50 pr=0 codes=23')}`,
      'Aetna 480 stated, Cigna 300 stated, Molina 20 stated, Patient 0 stated, write-offs 400',
    ],
    [
      'less of it than the share: 90 of 120, and nothing of what was denied',
      `${base('', 1200)}${remit('Aetna', `claim=A billed=1000${STATED}`)}${remit('Aetna', 'claim=B allowed=0 pr=0 billed=200')}${remit('Cigna', 'claim=B allowed=90 pr=0 codes=23')}`,
      'Aetna 480 stated, Cigna 90 stated, Molina 0 derived, Patient 30 stated, write-offs 600',
    ],
    ['the patient less what was granted', `${base()}${pay(480)}\n2026-03-01 charity 60 patient`, 'Aetna 480 derived, Patient 60 derived, write-offs 460'],
    ['nothing where nobody may charge the patient', `${base('qmb=Y')}${pay(480)}`, 'Aetna 480 derived, Patient 0 derived, write-offs 520'],
    ['all of it where there is no payer', 'account A1\n2026-01-05 charge 100', 'Patient 100 derived, write-offs 0'],
    [
      'charges that nobody speaks of, as far as the patient paid for them',
      `${base('', 1480)}${remit('Aetna', `claim=A billed=1000${STATED}`)}${pay(300, 'patient')}`,
      'Aetna 480 stated, Cigna 0 derived, Molina 0 derived, Patient 300 stated, write-offs 700',
    ],
    [
      'and no further: 120 and 480',
      `${base('', 1480)}${remit('Aetna', `claim=A billed=1000${STATED}`)}${pay(700, 'patient')}`,
      'Aetna 480 stated, Cigna 0 derived, Molina 0 derived, Patient 600 stated, write-offs 400',
    ],
    [
      'less what the payer paid for them',
      `${base('', 1480)}${remit('Aetna', `claim=A billed=1000${STATED}`)}${pay(200, 'Aetna', 'claim=B')}${pay(700, 'patient')}`,
      'Aetna 680 stated, Cigna 0 derived, Molina 0 derived, Patient 400 stated, write-offs 400',
    ],
    [
      'the payer no more of them than there are',
      `${base('', 1480)}${remit('Aetna', `claim=A billed=1000${STATED}`)}${pay(900, 'Aetna', 'claim=B')}`,
      'Aetna 960 stated, Cigna 0 derived, Molina 0 derived, Patient 120 stated, write-offs 400',
    ],
    [
      'after a charge credit at a percent of charge: 0.8 of each',
      `${base('planType=percent')}${pay(480)}\n2026-03-01 chargecredit 200`,
      'Aetna 384 derived, Patient 96 derived, write-offs 320',
    ],
    ['at a percent of charge without a charge credit', `${base('planType=percent')}${pay(480)}`, 'Aetna 480 derived, Patient 120 derived, write-offs 400'],
    [
      'after a charge credit at a fixed price',
      `${base('planType=DRG')}${pay(480)}\n2026-03-01 chargecredit 200`,
      'Aetna 480 derived, Patient 120 derived, write-offs 200',
    ],
    [
      'as listed: an estimate',
      `${head('expected=600 patientResp=120')}${pay(1100)}${pay(30, 'Cigna')}`,
      'Aetna 480 listed, Cigna 30 listed, Patient 90 listed, write-offs 400',
    ],
  ])('%s', (_name, text, expected) => expect(owing(text)).toBe(expected));

  it.each<[string, string, string]>([
    [
      'a charge credited on a plan that is not known',
      `${base()}${pay(480)}\n2026-03-01 chargecredit 200`,
      'a charge was credited after payment and the plan type is not given',
    ],
    ['all charges credited', `${base('planType=DRG')}${pay(480)}\n2026-03-01 chargecredit 1000`, 'all charges were credited after payment'],
    ['no transactions', 'account A1 payer1=Aetna', 'no transactions to explain the balance'],
    ['no charges', 'account A1 payer1=Aetna\n2026-02-01 payment 5 Aetna', 'no charges are posted'],
    ['paid more than charged', `${head()}${pay(1100)}`, 'what each party owes cannot be computed without the remittance'],
    ['the share is not listed', `${head('expected=600')}${pay(1100)}`, 'what each party owes cannot be computed without the remittance'],
    ['the expected amount is not listed', `${head('patientResp=120')}${pay(1100)}`, 'what each party owes cannot be computed without the remittance'],
    [
      'listed, and no payer',
      'account A1 expected=600 patientResp=120\n2026-01-05 charge 1000\n2026-01-06 unknown 0',
      'what each party owes cannot be computed without the remittance',
    ],
  ])('nothing is known: %s', (_name, text, doubt) => expect(owing(text)).toBe(`unknown: ${doubt}`));

  it('nothing of what is not known is claimed to be', () => {
    const { terms } = viewOf('account A1 payer1=Aetna');
    expect([terms.shareProven, terms.primary, terms.missing, terms.unheard, terms.allowed, terms.share, terms.liabilities.size]).toEqual([
      false,
      0,
      0,
      0,
      null,
      null,
      0,
    ]);
    expect(viewOf(`${head('expected=600 patientResp=120')}${pay(1100)}`).terms.shareProven).toBe(true);
  });
});
