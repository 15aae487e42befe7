import { exemptBy } from '../../src/core/exempt';
import { STATED, viewOf } from './viewing';

const medicare = (columns: string, paid = ''): string =>
  `payer Medicare class=medicare\naccount A1 payer1=Medicare ${columns}\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Medicare\n2026-02-01 payment 480 Medicare claim=CL1${paid}`;

describe('a patient whom nobody may charge', () => {
  it.each<[string, string, 'codes' | 'flag' | null]>([
    ['remark N781 beside stated amounts', medicare('', `${STATED} remark=N781`), 'codes'],
    ['reason OA-209 on a posting that states nothing', medicare('', ' carc=OA-209'), 'codes'],
    ['remark N782 on a posting that states nothing', medicare('', ' remark=N782'), 'codes'],
    ['remark N783 on a line of a remittance', `${medicare('')}\nremit Medicare 480 2026-02-01 claim=CL1 allowed=600 pr=120 codes=N783`, 'codes'],
    ['another remark', medicare('', ' remark=N432'), null],
    ['no code at all', medicare(''), null],
    ...['Y', 'yes', 'TRUE', '1', 'x', 'QMB', 'qmb only', ' Y '].map((flag): [string, string, 'flag'] => [
      `marked "${flag}"`,
      medicare(`qmb="${flag}"`),
      'flag',
    ]),
    ...['N', 'no', 'Yesterday', 'not yes', '10', 'ex-QMB'].map((flag): [string, string, null] => [`marked "${flag}"`, medicare(`qmb="${flag}"`), null]),
    ...['spend-down', 'Spend down', 'SPENDDOWN', 'share of cost', 'ABN signed', 'non-covered', 'noncovered', 'Non covered notice'].map(
      (flag): [string, string, null] => [`marked QMB and "${flag}"`, medicare(`qmb=Y flags="${flag}"`), null],
    ),
    ['marked QMB and "abnormal"', medicare('qmb=Y flags=abnormal'), 'flag'],
  ])('%s', (_name, text, expected) => expect(exemptBy(viewOf(text))).toBe(expected));
});
