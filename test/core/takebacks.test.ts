import { unpostedTakebacks } from '../../src/core/takebacks';
import { BASE, inDollars, nameOf, viewOf } from './viewing';

const paid = `${BASE}\n2026-02-01 payment 480 Aetna check=1`;
const WO = '\nremit Aetna -480 2026-04-01 plb=WO';
const found = (text: string): string[] => {
  const account = viewOf(text);
  return unpostedTakebacks(account).map(({ party, cents, words }) => `${nameOf(account, party)} ${inDollars(cents)} ${words}`);
};

describe('a takeback that is not posted', () => {
  it.each<[string, string, string[]]>([
    ['a provider-level WO', `${paid}${WO}`, ['Aetna 480 provider-level WO']],
    ['a WO whose sign is turned round', `${paid}\nremit Aetna 480 2026-04-01 plb=WO`, ['Aetna 480 provider-level WO']],
    ['a forwarding balance that takes', `${paid}\nremit Aetna -480 2026-04-01 plb=FB`, ['Aetna 480 provider-level FB']],
    ['not one that gives', `${paid}\nremit Aetna 480 2026-04-01 plb=FB`, []],
    ['not one of nothing', `${paid}\nremit Aetna 0 2026-04-01 plb=FB`, []],
    ['no other provider-level line', `${paid}\nremit Aetna -480 2026-04-01 plb=L6`, []],
    ['nor one with the status of a reversal', `${paid}\nremit Aetna -480 2026-04-01 plb=L6 status=22`, []],
    ['a claim reversed', `${paid}\nremit Aetna -480 2026-04-01 claim=CL1 status=22`, ['Aetna 480 claim status 22']],
    ['not one that was never paid', `${paid}\nremit Aetna 0 2026-04-01 claim=CL1 status=22`, []],
    ['not a claim paid', `${paid}\nremit Aetna 480 2026-04-01 claim=CL1`, []],
    ['posted', `${paid}${WO}\n2026-04-02 takeback 480 Aetna`, []],
    ['posted as a reversal', `${paid}${WO}\n2026-04-02 reversal 480 Aetna`, []],
    ['refunded, not posted', `${paid}${WO}\n2026-04-02 refund 480 Aetna`, ['Aetna 480 provider-level WO']],
    ['posted a cent less', `${paid}${WO}\n2026-04-02 takeback 479.99 Aetna`, ['Aetna 480 provider-level WO']],
    ["posted as another payer's", `${paid}${WO}\n2026-04-02 takeback 480 Cigna`, ['Aetna 480 provider-level WO']],
    ['two of them, one posted', `${paid}${WO}${WO}\n2026-04-02 takeback 480 Aetna`, ['Aetna 480 provider-level WO']],
    [
      'two of them, both posted beside another',
      `${paid}${WO}${WO}\n2026-04-01 takeback 3 Aetna\n2026-04-02 takeback 480 Aetna\n2026-04-03 takeback 480 Aetna`,
      [],
    ],
    ['taken into account by a line 72 of the amount', `${paid}${WO}\nremit Aetna 480 2026-05-01 plb=72`, []],
    ['a line 72 of another amount', `${paid}${WO}\nremit Aetna 479.99 2026-05-01 plb=72`, ['Aetna 480 provider-level WO']],
    ["another payer's line 72", `${paid}${WO}\nremit Cigna 480 2026-05-01 plb=72`, ['Aetna 480 provider-level WO']],
    ['without any line', paid, []],
  ])('%s', (_name, text, expected) => expect(found(text)).toEqual(expected));
});
