import { notCovering } from '../../src/core/coverage';
import { BASE, nameOf, viewOf } from './viewing';

const of = (text: string): string[] => {
  const account = viewOf(text);
  return [...notCovering(account)].map((party) => nameOf(account, party));
};

describe('a payer that did not cover the service', () => {
  it.each<[string, string, string[]]>([
    ['by reason 27 on a posting', `${BASE}\n2026-02-01 payment 480 Aetna carc=27`, ['Aetna']],
    ['by reason 26 on a memo', `${BASE}\n2026-02-01 memo 0 Cigna carc=CO-26`, ['Cigna']],
    ["not by a code on the patient's posting", `${BASE}\n2026-02-01 payment 480 patient carc=27\n2026-02-01 payment 480 none carc=27`, []],
    ['by a line of a remittance', `${BASE}\nremit Aetna 0 2026-04-01 claim=CL1 codes=26`, ['Aetna']],
    ['by such a line with its group', `${BASE}\nremit Aetna 0 2026-04-01 claim=CL1 codes=45,CO-27`, ['Aetna']],
    ['not by a code in which it stands', `${BASE}\nremit Aetna 0 2026-04-01 claim=CL1 codes=N27X,126,CO-272`, []],
    ['not by such a code with letters inside it', `${BASE}\nremit Aetna 0 2026-04-01 claim=CL1 codes=2X7,2-6`, []],
    ['not by another reason', `${BASE}\n2026-02-01 payment 480 Aetna carc=45\nremit Aetna 0 2026-04-01 claim=CL1 codes=22`, []],
    ['not where no column says', BASE, []],
  ])('%s', (_name, text, expected) => expect(of(text)).toEqual(expected));
});
