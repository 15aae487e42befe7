/** Which accounts get a view at all (design.md 5), told from the columns alone: the numbers of those that may hold a credit. */
import { candidatesOf } from '../../src/core/candidates';
import { balancesOf } from '../../src/core/ledgerIndex';
import { ledgerOf } from './harness';

function screened(text: string): number[] {
  const ledger = ledgerOf(text);
  return candidatesOf(ledger, balancesOf(ledger).listed, 1);
}
const head = (account = 'A1', columns = 'payer1=Aetna'): string => `account ${account} ${columns}\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna`;
const pay = (amount: number, who: string, more = ''): string => `\n2026-02-02 payment ${amount} ${who} ${more}`;
const moved = '\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient';
const even = `${pay(480, 'Aetna')}${pay(120, 'patient')}`;
const hidden = `${pay(560, 'Aetna')}${pay(40, 'patient')}`; // the payer 80 over, the patient 80 short

describe('an account may hold a credit', () => {
  it.each<[string, string, number[]]>([
    ['in credit by a cent', `${head()}${even}${pay(0.01, 'patient')}`, [0]],
    ['not at nothing', `${head()}${even}`, []],
    ['not while open', head(), []],
    ['the second of three', `${head()}${even}\n${head('A2')}${even}${pay(5, 'patient')}\n${head('A3')}${even}`, [1]],
    ['a part below nothing, where transfers tell the parts', `${head()}${hidden}${moved}`, [0]],
    ['not where nothing was moved', `${head()}${hidden}`, []],
    ['not where all parts are even', `${head()}${even}${moved}`, []],
    ['each account by itself', `${head()}${even}${moved}\n${head('A2')}${hidden}${moved}\n${head('A3')}${even}${moved}`, [1]],
    ['charges of nobody are nobody’s where no payer is listed: the payer stands below nothing', `${head('A1', '')}${even}${moved}`, [0]],
    [
      'what nobody paid too much is no party’s',
      'account A1\n2026-01-05 charge 80 patient\n2026-02-01 payment 80 none\n2026-02-01 transfer 5 patient\n2026-02-01 transfer -5 none',
      [],
    ],
    ['a remittance line', `${head()}${even}\nremit Aetna 480 2026-02-01 claim=CL1`, [0]],
    ['not the remittance line of another', `${head()}${even}\n${head('A2')}${even}\nremit Aetna 480 2026-02-01 claim=CL1`, [1]],
    ['a listed patient part below nothing', `${head('A1', 'payer1=Aetna ptBalance=-5')}${even}`, [0]],
    ['a listed insurance part below nothing', `${head('A1', 'payer1=Aetna insBalance=-5')}${even}`, [0]],
    ['not listed parts of nothing', `${head('A1', 'payer1=Aetna ptBalance=0 insBalance=0')}${even}`, []],
    ['a listed estimate of what the payer owes', `${head('A1', 'payer1=Aetna expected=600 patientResp=120')}${even}\n${head('A2')}${even}`, [0]],
    ['not an estimate without the share', `${head('A1', 'payer1=Aetna expected=600')}${even}`, []],
    ['not a share without the estimate', `${head('A1', 'payer1=Aetna patientResp=120')}${even}`, []],
    ['nor beside a listed part of nothing', `${head('A1', 'payer1=Aetna expected=600 ptBalance=0')}${even}`, []],
  ])('%s', (_name, text, expected) => expect(screened(text)).toEqual(expected));
});

describe('behind a balance of nothing', () => {
  it.each<[string, string, number[]]>([
    ['a stated allowed amount', `${head()}${pay(480, 'Aetna', 'allowed=600')}${pay(120, 'patient')}`, [0]],
    ['a stated share', `${head()}${pay(480, 'Aetna', 'pr=120')}${pay(120, 'patient')}`, [0]],
    ['not where both show it plainly settled', `${head()}${pay(480, 'Aetna', 'allowed=600 pr=120')}${pay(120, 'patient')}`, []],
    ['both, and somebody paid too much', `${head()}${pay(400, 'Aetna', 'allowed=600 pr=120')}${pay(200, 'patient')}`, [0]],
    ['not values beside the patient’s payment', `${head()}${pay(480, 'Aetna')}${pay(120, 'patient', 'allowed=600 pr=120')}`, []],
    ['not values beside a contractual', `${head().replace('400 Aetna', '400 Aetna allowed=600 pr=120')}${even}`, []],
    [
      'not another account’s values',
      `${head()}${even}\n${head('A2')}${pay(470, 'Aetna', 'allowed=600 pr=130')}${pay(130, 'patient')}${pay(0, 'Aetna', 'allowed=1')}`,
      [1],
    ],
    [
      'two payments of payers where claim numbers are',
      `${head()}${pay(240, 'Aetna', 'claim=CL1')}${pay(240, 'Aetna', 'claim=CL1')}${pay(120, 'patient')}`,
      [0],
    ],
    ["two of them where the payer's numbers are", `${head()}${pay(240, 'Aetna', 'icn=I1')}${pay(240, 'Aetna', 'icn=I1')}${pay(120, 'patient')}`, [0]],
    ['not where neither is', `${head()}${pay(240, 'Aetna')}${pay(240, 'Aetna')}${pay(120, 'patient')}`, []],
    ['not one', `${head()}${pay(480, 'Aetna', 'claim=CL1')}${pay(120, 'patient')}`, []],
    ['not one and two of the patient', `${head()}${pay(480, 'Aetna', 'claim=CL1')}${pay(60, 'patient')}${pay(60, 'patient')}`, []],
    [
      'not one on each of two accounts',
      `${head()}${pay(480, 'Aetna', 'claim=CL1')}${pay(120, 'patient')}\n${head('A2')}${pay(480, 'Aetna', 'claim=CL2')}${pay(120, 'patient')}`,
      [],
    ],
    ['not one and its takeback', `${head()}${pay(480, 'Aetna', 'claim=CL1')}\n2026-02-05 takeback 480 Aetna\n2026-02-06 writeoff 600 none`, []],
    ['not where the share is stated elsewhere only', `${head()}${even}\n${head('A2')}${pay(480, 'Aetna', 'pr=120')}${pay(120, 'patient')}`, [1]],
    ['nor the allowed amount', `${head()}${even}\n${head('A2')}${pay(480, 'Aetna', 'allowed=600')}${pay(120, 'patient')}`, [1]],
  ])('%s', (_name, text, expected) => expect(screened(text)).toEqual(expected));
});
