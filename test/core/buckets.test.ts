/** The balance of each party's part (domain.md 1.6): by transfers, else as listed. Charges 1000, contractual 400, Aetna 480, 120 moved. */
import { BASE, inDollars, nameOf, viewOf } from './viewing';

function parts(text: string): string {
  const account = viewOf(text);
  const { buckets } = account.terms;
  return buckets === null ? 'not known' : [...buckets].map(([party, cents]) => `${nameOf(account, party)} ${inDollars(cents)}`).join(', ');
}
const moved = '\n2026-02-01 payment 480 Aetna\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient';
const listed = (columns: string): string => `account A1 ${columns}\n2026-01-05 charge 1000\n2026-02-01 payment 480 Aetna`;

describe('the parts of an account', () => {
  it.each<[string, string, string]>([
    ['charges and write-offs of nobody stand with the payer', `${BASE.replace('400 Aetna', '400 none')}${moved}`, 'Aetna 0, Patient 120'],
    ['the patient’s own charge stands with the patient', `${BASE}\n2026-01-06 charge 30 patient${moved}`, 'Aetna 0, Patient 150'],
    ['a write-off of the patient’s debt stands with the patient', `${BASE}${moved}\n2026-03-01 baddebt 50 none`, 'Aetna 0, Patient 70'],
    ['a payer’s write-off with the payer it names', `${BASE}${moved}\n2026-03-01 writeoff 50 Cigna`, 'Aetna 0, Patient 120, Cigna -50'],
    ['money from nobody: not known', `${BASE}${moved}\n2026-03-01 payment 50 none`, 'not known'],
    ['nothing from nobody changes nothing', `${BASE}${moved}\n2026-03-01 payment 0 none`, 'Aetna 0, Patient 120, nobody 0'],
    ['transfers that move nothing', `${BASE}\n2026-02-01 transfer -120 patient\n2026-02-01 transfer 120 patient`, 'not known'],
    ['no transfers', BASE, 'not known'],
    ['as listed', listed('payer1=Aetna insBalance=400 ptBalance=120'), 'Aetna 400, Patient 120'],
    ['one of them is not listed', listed('payer1=Aetna insBalance=400'), 'not known'],
    ['the other is not listed', listed('payer1=Aetna ptBalance=120'), 'not known'],
    ['two payers share what is listed', listed('payer1=Aetna payer2=Cigna insBalance=400 ptBalance=120'), 'not known'],
  ])('%s', (_name, text, expected) => expect(parts(text)).toBe(expected));
});
