/** Payer letters and Patient letters over the embedded Excel: who gets one, and every word of it as text. */
import { cellsOf, sheetOf } from '../excel/book';
import { column, type } from './billing';
import { letterDesk } from './letterBook';
import type { LetterDesk } from './letterBook';

let opened: LetterDesk;
beforeAll(async () => {
  opened = await letterDesk();
});
afterAll(() => opened.excel.close());

/** The rows of a letter sheet by heading; the headings stand in the first row. */
function letters(name: string): Record<string, string>[] {
  const [headings = [], ...rows] = cellsOf(opened.excel, name);
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
}
const names = (): string[] => opened.excel.workbook.sheets.map((sheet) => sheet.name);

it('before the signatures were read there is the dispute alone: it pays nothing', () => {
  expect(letters('Payer letters').map((letter) => [letter['Kind'], letter['AccountNo']])).toEqual([['Dispute', 'T9']]);
  expect(names()).not.toContain('Patient letters');
  expect(column(opened.excel, 'Payees', 'Payee kind')['Harbor Mutual']).toBe('Payer');
});

it('a payer refund, and a dispute of a request past its time', async () => {
  await opened.publish();
  expect(column(opened.excel, 'Refunds', 'State')).toEqual({ '7': 'Ready', '00123': 'Ready' });
  const [refund, dispute, ...others] = letters('Payer letters');
  expect(others).toEqual([]);
  expect(refund).toMatchObject({
    Kind: 'Refund',
    LetterDate: 'January 31, 2026',
    PayerName: 'Harbor Mutual',
    PayerAttn: 'Overpayment/Refund Department',
    PayerAddr1: 'PO Box 12',
    PayerZip: '01234',
    PatientName: 'Ana Invented',
    MemberId: '-77A',
    AccountNo: '00123',
    ClaimNo: 'CLM-00123',
    DosFrom: 'August 31, 2025',
    PaidAmount: '$400.00',
    // 50 days after August 31.
    PaidDate: 'October 20, 2025',
    OrigCheckNo: 'CHK00123B',
    RefundAmount: '$400.00',
    RefundAmountWords: 'Four hundred and 00/100 dollars',
    RefundCheckNo: 'enclosed',
    ReasonText: 'This claim was paid more than once.',
    CalcText: 'Paid $800.00, due $400.00, difference $400.00.',
    SignerName: '[Signer name]',
  });
  // Paid December 24, 2024 in Texas: 180 days on is June 22, 2025.
  expect(dispute).toMatchObject({
    Kind: 'Dispute',
    AccountNo: 'T9',
    RefundAmount: '$400.00',
    ReasonText: 'The time to request this refund ended on June 22, 2025.',
  });
});

it('a patient refund: texts that look like formulas stay text', () => {
  const [letter] = letters('Patient letters');
  expect(letter).toMatchObject({
    Salutation: 'Dear =Bo+1:',
    PayeeName: '=Bo+1',
    PayeeAddr1: '-2 Low St',
    PaidTotal: '$1,345.10',
    ResponsibilityTotal: '$100.00',
    AppliedElsewhere: '$0.00',
    RefundAmount: '$1,245.10',
    RefundAmountWords: 'One thousand two hundred forty-five and 10/100 dollars',
    RefundMethodText: 'by check',
    ExpectedBy: 'March 2, 2026',
  });
  const { cells } = sheetOf(opened.excel, 'Patient letters');
  for (let c = 0; c < 23; c++) expect(cells.formula(1, c)).toBe('');
  const values = Array.from({ length: 23 }, (_, c) => cells.get(1, c));
  expect(values.filter((value) => value !== null && typeof value !== 'string')).toEqual([]);
});

it('the reason is the one of the policy sheet, the check number the one of Refunds; a cleared check has no letter any more', async () => {
  const policy = sheetOf(opened.excel, 'Credit policy');
  const rows = cellsOf(opened.excel, 'Credit policy');
  const at = rows.findIndex((row) => row[0] === 'LT-reason:C01:payer');
  policy.cells.set(at, rows.find((row) => row[0] === 'policy_id')!.indexOf('value'), 'We were paid two times.');
  type(opened.excel, 'Refunds', '00123', 'Check no', '10234');
  await opened.publish();
  expect(letters('Payer letters')[0]).toMatchObject({ RefundCheckNo: '10234', ReasonText: 'We were paid two times.' });
  type(opened.excel, 'Refunds', '00123', 'Check cleared on', 46_053);
  await opened.publish();
  expect(letters('Payer letters').map((letter) => letter['Kind'])).toEqual(['Dispute']);
});
