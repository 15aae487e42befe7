import { shareReduction } from '../../src/core/shareReduction';
import { BASE, viewOf } from './viewing';

const pay = (columns: string, day = '2026-02-01', who = 'Aetna'): string => `\n${day} payment 40 ${who} ${columns}`;
const remit = (columns: string, day = '2026-02-01', who = 'Aetna'): string => `\nremit ${who} 40 ${day} ${columns}`;

describe('how far reprocessing lowered the share', () => {
  it.each<[string, string, number]>([
    ['from 120 to 80', `${BASE}${pay('claim=C1 pr=120')}${pay('claim=C1 pr=80', '2026-03-01')}`, 4000],
    ['by the day, whatever the rows', `${BASE}${pay('claim=C1 pr=80', '2026-03-01')}${pay('claim=C1 pr=120')}`, 4000],
    [
      'the last word counts: 120, 60, 100',
      `${BASE}${pay('claim=C1 pr=120')}${pay('claim=C1 pr=60', '2026-03-01')}${pay('claim=C1 pr=100', '2026-04-01')}`,
      2000,
    ],
    ['raised is not lowered', `${BASE}${pay('claim=C1 pr=80')}${pay('claim=C1 pr=120', '2026-03-01')}`, 0],
    ['another claim', `${BASE}${pay('claim=C1 pr=120')}${pay('claim=C2 pr=80', '2026-03-01')}`, 0],
    ['another line of the claim', `${BASE}${pay('claim=C1 line=1 pr=120')}${pay('claim=C1 line=2 pr=80', '2026-03-01')}`, 0],
    ['another payer', `${BASE}${pay('claim=C1 pr=120')}${pay('claim=C1 pr=80', '2026-03-01', 'Cigna')}`, 0],
    ['no claim number: the service day', `${BASE}${pay('service=2026-01-05 pr=120')}${pay('service=2026-01-05 pr=80', '2026-03-01')}`, 4000],
    ['another service day', `${BASE}${pay('service=2026-01-05 pr=120')}${pay('service=2026-01-06 pr=80', '2026-03-01')}`, 0],
    ['a payment that states no share says nothing', `${BASE}${pay('claim=C1 pr=120')}${pay('claim=C1', '2026-03-01')}`, 0],
    ['a share beside a contractual says nothing', `${BASE}${pay('claim=C1 pr=120')}\n2026-03-01 contractual 1 Aetna claim=C1 pr=80`, 0],
    [
      'a reversed payment counts as what was said first',
      `${BASE}${pay('claim=C1 pr=120')}\n2026-02-05 reversal 40 Aetna${pay('claim=C1 pr=80', '2026-03-01')}`,
      4000,
    ],
    [
      'of two claims together: 40 less and 10 more',
      `${BASE}${pay('claim=C1 pr=120')}${pay('claim=C2 pr=10')}${pay('claim=C1 pr=80', '2026-03-01')}${pay('claim=C2 pr=20', '2026-03-01')}`,
      3000,
    ],
    [
      'on remittance lines, whatever stands beside the payments',
      `${BASE}${remit('claim=C1 pr=120')}${remit('claim=C1 pr=90', '2026-03-01')}${pay('claim=C1 pr=120')}${pay('claim=C1 pr=10', '2026-05-01')}`,
      3000,
    ],
    ['a line of another claim', `${BASE}${remit('claim=C1 pr=120')}${remit('claim=C2 pr=90', '2026-03-01')}`, 0],
    ["another payer's line", `${BASE}${remit('claim=C1 pr=120')}${remit('claim=C1 pr=90', '2026-03-01', 'Cigna')}`, 0],
    ['a reversal line says nothing', `${BASE}${remit('claim=C1 pr=120')}${remit('claim=C1 pr=0 status=22', '2026-03-01')}`, 0],
    ['nor a provider-level line', `${BASE}${remit('claim=C1 pr=120')}${remit('claim=C1 pr=0 plb=WO', '2026-03-01')}`, 0],
    ['nor a line without a share', `${BASE}${remit('claim=C1 pr=120')}${remit('claim=C1', '2026-03-01')}`, 0],
    ['nothing without the column', `${BASE}${pay('claim=C1')}`, 0],
  ])('%s', (_name, text, expected) => expect(shareReduction(viewOf(text))).toBe(expected));
});
