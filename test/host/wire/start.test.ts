import { newWorkbook } from '../../../src/host/workbook';
import { startExcel, type EmbeddedExcel } from '../../../src/host/node';

let excel: EmbeddedExcel;
beforeAll(async () => {
  const workbook = newWorkbook('book.xlsx');
  workbook.addSheet('Data');
  excel = await startExcel(workbook);
});
afterAll(() => excel.close());

describe('the embedded Excel in Node', () => {
  it('answers the genuine client: write, read, formula', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.getRange('A1:B2').values = [
        ['Account', 'Amount'],
        ['00123', '=2*21'],
      ];
      const range = sheet.getRange('A1:B2').load('values');
      await context.sync();
      expect(range.values).toEqual([
        ['Account', 'Amount'],
        [123, 42],
      ]);
    });
  });
  it('gives errors of the client in this realm', async () => {
    const failed = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Nope').load('name');
      await context.sync();
    });
    await expect(failed).rejects.toBeInstanceOf(Error);
    await expect(failed).rejects.toMatchObject({ code: 'ItemNotFound' });
  });
  it('says Office is ready, and which sets it supports', async () => {
    expect(await Office.onReady()).toEqual({ host: 'Excel', platform: 'OfficeOnline' });
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
  });
});
