/** Who pays first (domain.md 1.1): as listed, then by the first payment, then by name; accident payers before all, TRICARE and CHIP after other plans, Medicaid after all. */
import { nameOf, viewOf } from './viewing';

const of = (text: string): string => {
  const account = viewOf(text);
  return `${account.payers.map((party) => nameOf(account, party)).join(' ')}${account.payerOrderListed ? ', listed' : ''}`;
};
const pay = (who: string, day: string, kind = 'payment'): string => `\n2026-${day} ${kind} 100 ${who}`;

describe('the order of payers', () => {
  it.each<[string, string, string]>([
    ['as listed, whoever paid first', `account A1 payer1=Aetna payer2=Cigna${pay('Cigna', '01-05')}${pay('Aetna', '02-01')}`, 'Aetna Cigna, listed'],
    ['listed, and nobody paid', 'account A1 payer1=Aetna', 'Aetna, listed'],
    ['nobody', `account A1${pay('patient', '01-05')}`, ''],
    ['a patient listed as a payer is none', `account A1 payer1=patient payer2=Aetna${pay('Aetna', '02-01')}`, 'Aetna, listed'],
    ['by the first payment where none is listed', `account A1${pay('Zenith', '01-05')}${pay('Aetna', '02-01')}${pay('Zenith', '03-01')}`, 'Zenith Aetna'],
    ['a deposit counts as a payment', `account A1${pay('Zenith', '01-05', 'deposit')}${pay('Aetna', '02-01')}`, 'Zenith Aetna'],
    ['a write-off does not', `account A1${pay('Zenith', '01-05', 'contractual')}${pay('Aetna', '02-01')}`, 'Aetna Zenith'],
    ['of one day by name', `account A1${pay('Zenith', '02-01')}${pay('Aetna', '02-01')}${pay('Molina', '02-01')}`, 'Aetna Molina Zenith'],
    ['of those that never paid by name', `account A1${pay('Zenith', '01-05', 'contractual')}${pay('Aetna', '01-06', 'contractual')}`, 'Aetna Zenith'],
    ['one that is not listed comes after those that are', `account A1 payer1=Zenith${pay('Aetna', '01-05')}${pay('Zenith', '02-01')}`, 'Zenith Aetna'],
    ['a payment that was reversed is none', `account A1${pay('Zenith', '01-05')}${pay('Zenith', '01-06', 'reversal')}${pay('Aetna', '02-01')}`, 'Aetna Zenith'],
    ['accident payers before the listed ones', `payer Comp class=workers-comp\naccount A1 payer1=Aetna payer2=Comp`, 'Comp Aetna, listed'],
    [
      'TRICARE and CHIP after other plans, before Medicaid',
      `payer Tricare class=tricare\npayer Medicaid class=medicaid\naccount A1 payer1=Tricare payer2=Medicaid payer3=Aetna`,
      'Aetna Tricare Medicaid, listed',
    ],
    ['CHIP after other plans', `payer Kids class=chip\naccount A1 payer1=Kids payer2=Aetna`, 'Aetna Kids, listed'],
    [
      'Medicaid after all',
      `payer Medicaid class=medicaid\npayer Plan class=medicaid-managed\naccount A1 payer1=Medicaid payer2=Plan payer3=Aetna`,
      'Aetna Medicaid Plan, listed',
    ],
    [
      'auto and liability too',
      `payer Auto class=auto\npayer Claims class=liability\naccount A1 payer1=Aetna payer2=Claims payer3=Auto`,
      'Claims Auto Aetna, listed',
    ],
  ])('%s', (_name, text, expected) => expect(of(text)).toBe(expected));
});
