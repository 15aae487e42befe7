/** "Code" stands over procedures in one export and over kinds of posting in another: the values decide. */
import { makeSample } from '../../scripts/sample/sample';
import { meaningOfCode } from '../../src/intake/codeHeading';
import type { CellValue } from '../../src/intake/contract';
import { assumed, readBook, table } from './support';

const codes = (...values: string[]): ReadonlySet<string> => new Set(values);

it.each([
  ['procedures', codes('99213', '0001F', 'A1234', '80053-26'), 0, true, 'cpt'],
  ['short words beside a type or a procedure', codes('CHG', 'PMTPT', 'ADJCON'), 0, true, 'code'],
  ['short words that nothing explains', codes('LAB', 'XRAY', 'INJ'), 0, false, 'cpt'],
  ['words of postings alone', codes('Charge', 'Payment'), 1, false, 'code'],
  ['numbers of four digits', codes('0450', '0301'), 0, true, 'cpt'],
  ['no value', codes(), 0, true, 'cpt'],
] as const)('%s', (_, values, types, explained, meant) => expect(meaningOfCode(values, types, explained)).toBe(meant));

const LINES = [
  'Account|Date|Type|Code|CPT|Amount',
  '1|45001|Charge|CHG|99213|100',
  '1|45001|Charge|CHG|80053|20',
  '1|45009|Payment|PMTPT||-130',
  '2|45001|Charge|CHG|99214|50',
  '2|45009|Payment|PMTIN||-50',
].join('\n');

describe('a column Code', () => {
  it('is the kind of posting beside CPT, and CPT is read', () => {
    const { sheets } = readBook({ Tx: table(LINES) });
    expect(sheets[0]?.columns).toMatchObject({ type: 'Type', code: 'Code', cpt: 'CPT' });
  });

  it('is the procedure where its values are procedures', () => {
    const { sheets } = readBook({ Tx: table('Account|Date|Type|Code|Amount\n1|45001|Charge|99213|100\n1|45009|Payment||-130\n2|45001|Charge|A1234|5') });
    expect(sheets[0]?.columns).toMatchObject({ cpt: 'Code' });
    expect(sheets[0]?.columns['code']).toBeUndefined();
  });

  it('can be changed where the values decided and no other column holds procedures', () => {
    const lines = LINES.split('\n').map((line) => line.split('|').toSpliced(4, 1).join('|'));
    const found = readBook({ Tx: table(lines.join('\n')) });
    expect([found.sheets[0]?.columns['code'], assumed(found, 'column:Tx:cpt')]).toEqual(['Code', 'none']);
    const changed = readBook({ Tx: table(lines.join('\n')) }, { corrections: { 'column:Tx:cpt': 'Code' } });
    expect([changed.sheets[0]?.columns['code'], changed.sheets[0]?.columns['cpt']]).toEqual([undefined, 'Code']);
  });

  it('is read so on the transactions of the sample', () => {
    const sheet = makeSample().sheets.find(({ name }) => name === 'Transactions')!;
    const rows = sheet.rows.slice(0, 300).map((row) => row.map((cell): CellValue => cell?.value ?? ''));
    expect(readBook({ Transactions: rows }).sheets[0]?.columns).toMatchObject({ type: 'Type', code: 'Code', cpt: 'CPT' });
  });
});
