/** Text files as rows: what becomes an amount or a date, and what stays the text it is. */
import { fromIso } from '../../src/core/day';
import { readTextTable, textOfBytes } from '../../src/intake/textFile';

const lines = (...rows: string[]): string => rows.join('\r\n');
const column = (text: string, at: number): unknown[] => readTextTable(text)!.rows.map((row) => row[at]);

describe('readTextTable', () => {
  it('keeps account numbers as text and makes amounts and dates of what reads one way', () => {
    const table = readTextTable(
      lines('Account,Post Date,Amount,Check #', '00123,2026-01-05,"1,234.50",0099', '7,2026-01-06,-100.00,E1', '8,2026-01-07,(12.30),', ''),
    );
    expect(table).toEqual({
      kinds: ['text', 'date', 'money', 'text'],
      head: 1,
      rows: [
        ['Account', 'Post Date', 'Amount', 'Check #'],
        ['00123', fromIso('2026-01-05'), 1234.5, '0099'],
        ['7', fromIso('2026-01-06'), -100, 'E1'],
        ['8', fromIso('2026-01-07'), -12.3, ''],
      ],
    });
  });

  it('decides the order of day and month by the whole column, and leaves the text where no value decides', () => {
    expect(column(lines('Account,Post Date', '1,01/02/2026', '2,01/13/2026'), 1)).toEqual(['Post Date', fromIso('2026-01-02'), fromIso('2026-01-13')]);
    expect(column(lines('Account,Post Date', '1,01/02/2026', '2,13/01/2026'), 1)).toEqual(['Post Date', fromIso('2026-02-01'), fromIso('2026-01-13')]);
    expect(column(lines('Account,Post Date', '1,01/02/2026', '2,03/04/2026'), 1)).toEqual(['Post Date', '01/02/2026', '03/04/2026']);
    expect(column(lines('Account,Post Date', '1,01/13/2026', '2,13/01/2026'), 1)).toEqual(['Post Date', '01/13/2026', '13/01/2026']);
  });

  it.each([
    ['a word among the amounts', ['12.00', 'see note'], 'see note'],
    ['an amount that could be a thousand', ['12.00', '1.234'], '1.234'],
  ])('leaves a column as it is for %s', (_, values, stays) => {
    expect(column(lines('Account,Amount', ...values.map((value) => `1,${value}`)), 1)).toContain(stays);
    expect(readTextTable(lines('Account,Amount', ...values.map((value) => `1,${value}`)))!.kinds).toEqual(['text', 'text']);
  });

  it('keeps a time of day and short years as they are', () => {
    expect(column(lines('Account,Post Date', '1,2026-01-05 14:30'), 1)[1]).toBe('2026-01-05 14:30');
    expect(column(lines('Account,Post Date', '1,1/13/26'), 1)[1]).toBe('1/13/26');
  });

  it('finds the heading under title lines, and tabs, semicolons and bars', () => {
    for (const mark of ['\t', ';', '|']) {
      const table = readTextTable(lines('Ledger of January', '', ['Account', 'Amount'].join(mark), ['01', '5.00'].join(mark), ['02', '6.00'].join(mark)));
      expect(table).toMatchObject({ kinds: ['text', 'money'], head: 3 });
      expect(table!.rows.slice(3)).toEqual([
        ['01', 5],
        ['02', 6],
      ]);
    }
  });

  it('says no to more rows than a sheet has, and takes exactly as many', () => {
    expect(readTextTable('1\n'.repeat(1_048_577))).toBeNull();
    expect(readTextTable('1\n'.repeat(1_048_576))?.rows).toHaveLength(1_048_576);
  });
});

describe('textOfBytes', () => {
  const word = 'Müller – 5 €';
  const wide = (little: boolean, mark: boolean): Uint8Array =>
    Uint8Array.from(
      Array.from(mark ? `\ufeff${word}` : word).flatMap((char) => {
        const code = char.charCodeAt(0);
        return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );
  it.each([
    ['UTF-8', new TextEncoder().encode(word)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${word}`)],
    ['UTF-16 little-endian with its mark', wide(true, true)],
    ['UTF-16 big-endian with its mark', wide(false, true)],
    // M FC l l e r _ 96 _ 5 _ 80
    ['Windows-1252', Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80])],
  ])('reads %s', (_, bytes) => expect(textOfBytes(bytes)).toBe(word));
});
