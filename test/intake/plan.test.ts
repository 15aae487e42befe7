/** What a plan says before anything is read: places, reasons, choices. */
import type { SheetSample } from '../../src/intake/contract';
import { plan } from '../../src/intake/plan';
import { sampleOf } from '../../src/intake/readSheets';
import { POLICY, balances, codes, readBook, table } from './support';

const TX = table('Acct #|Type|Date|Amount\n1|Charge|45001|100\n1|Payment|45002|-120');
const planOf = (...samples: SheetSample[]) => plan(samples, { policy: POLICY });

describe('plan', () => {
  it('takes the place of an Excel table that does not begin at A1', () => {
    const sheet = [['', '', '', '', '', ''], ['', 'note', '', '', '', ''], ...TX.map((row) => ['', '', ...row])];
    const sample = { ...sampleOf({ name: 'T', values: sheet }), tables: [{ name: 'Postings', row: 2, column: 2, rows: 3, columns: 4 }] };
    const [part] = planOf(sample).sheets;
    expect([part?.role, part?.headerRow, part?.firstDataRow, part?.dataRows]).toEqual(['transactions', 3, 3, 2]);
    expect(part?.columns.map((c) => [c.field, c.column])).toEqual([
      ['account', 2],
      ['type', 3],
      ['postDay', 4],
      ['amount', 5],
    ]);
  });
  it('counts rows and columns from where the used range begins', () => {
    const sample = { ...sampleOf({ name: 'T', values: TX }), firstRow: 10, firstColumn: 3 };
    const [part] = planOf(sample).sheets;
    expect([part?.headerRow, part?.firstDataRow, part?.dataRows, part?.columns[0]?.column]).toEqual([11, 11, 2, 3]);
  });
  it('names the other column where two have one heading', () => {
    const [part] = planOf(sampleOf({ name: 'T', values: table('Acct #|Type|Date|Amount|Amount\n1|Charge|45001|100|7') })).sheets;
    expect(part?.columns.find((c) => c.field === 'amount')).toMatchObject({ heading: 'Amount (D)', alternatives: ['Amount (E)'], confidence: 'medium' });
  });
  it('every sheet has its reason, also one that is left out', () => {
    const planned = planOf(sampleOf({ name: 'Notes', values: [['hello']] }), sampleOf({ name: 'Tx', values: TX }));
    expect(planned.sheets.map((s) => [s.sheet, s.role, s.why !== ''])).toEqual([
      ['Notes', 'ignored', true],
      ['Tx', 'transactions', true],
    ]);
  });
  it('reads a heading in two rows', () => {
    const [part] = planOf(
      sampleOf({
        name: 'T',
        values: [
          ['Account', '', 'Charges', 'Payments', ''],
          ['Number', 'DOS', 'Amount', 'Check #', 'Amount'],
          ['1', 45001, 100, 45002, 50],
          ['1', 45003, 10, 45004, 60],
        ],
      }),
    ).sheets;
    expect([part?.headerRow, part?.columns.map((c) => c.field)]).toEqual([2, ['account', 'serviceDay', 'charge', 'check', 'payment']]);
  });
});

describe('sheets that belong together', () => {
  it('a sheet a facility with the same numbers for other patients: the sheet is part of the key', () => {
    const reading = readBook({
      North: table('Acct #|Patient|Type|Date|Amount\n1|ADAMS, AL|Charge|45001|100\n1|ADAMS, AL|Payment|45002|-120'),
      South: table('Acct #|Patient|Type|Date|Amount\n1|BAKER, BO|Charge|45001|50\n1|BAKER, BO|Payment|45002|-40'),
    });
    expect(balances(reading.ledger)).toEqual({ 'North/1': '-20.00', 'South/1': '10.00' });
  });
  it('what is known about accounts without amounts joins them', () => {
    const reading = readBook({
      Tx: table('Acct #|Type|Date|Amount\n1|Charge|45001|100\n1|Payment|45002|-120\n2|Charge|45001|5\n2|Payment|45002|-5'),
      Coverage: table('Acct #|Coverage From|Coverage To|QMB\n1|44900|45300|Y\n2|44900|45300|N'),
    });
    expect(reading.sheets.map((s) => s.role)).toEqual(['transactions', 'accounts']);
    expect([Array.from(reading.ledger.accounts.day.coverageTo), reading.ledger.hasListing, codes(reading)]).toEqual([[45300, 45300], false, []]);
  });
});
