/** An electronic remittance beside the ledger: its claims and its provider-level lines prove or disprove what the ledger says. */
import type { Report } from './contract';
import { contractBreaches } from './contract';
import { AS_OF, folder, review } from './harness';

const here = folder();
afterAll(() => here.remove());

const row = (...cells: readonly (string | number)[]): string => cells.join(',');
/** Charges 1000, allowed 600, patient 120; the payer paid 480 twice on two checks. Nothing in the ledger says that it took 480 back. */
const LEDGER = [
  'Account No,Patient Name,Post Date,Service Date,Type,Payer,Amount,Check No,Claim No',
  row('A100', '"TESTERBY, MARA"', '03/02/2026', '03/01/2026', 'Charge', '', 1000, '', 'A100'),
  row('A100', '"TESTERBY, MARA"', '03/20/2026', '03/01/2026', 'Contractual Adjustment', 'Invented Health Plan', -400, '', 'A100'),
  row('A100', '"TESTERBY, MARA"', '03/20/2026', '03/01/2026', 'Insurance Payment', 'Invented Health Plan', -480, 'EFT900', 'A100'),
  row('A100', '"TESTERBY, MARA"', '04/10/2026', '03/01/2026', 'Patient Payment', 'PATIENT', -120, '', ''),
  row('A100', '"TESTERBY, MARA"', '04/15/2026', '03/01/2026', 'Insurance Payment', 'Invented Health Plan', -480, 'EFT955', 'A100'),
  row('B200', '"MOCKRIDGE, IDA"', '03/02/2026', '03/01/2026', 'Charge', '', 250, '', 'B200'),
  row('B200', '"MOCKRIDGE, IDA"', '03/20/2026', '03/01/2026', 'Contractual Adjustment', 'Invented Health Plan', -100, '', 'B200'),
  row('B200', '"MOCKRIDGE, IDA"', '03/20/2026', '03/01/2026', 'Insurance Payment', 'Invented Health Plan', -150, 'EFT900', 'B200'),
].join('\n');
const claim = (account: string, icn: string): string[] => [`CLP*${account}*1*1000*480*120*12*${icn}`, 'DTM*232*20260301', 'CAS*CO*45*400', 'CAS*PR*1*120'];
const remittance = (check: string, date: string, paid: string, claims: readonly string[]): string =>
  [
    'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *260320*1200*^*00501*000000001*0*P*:',
    'GS*HP*PAYER*PROVIDER*20260320*1200*1*X*005010X221A1',
    'ST*835*0001',
    `BPR*I*${paid}*C*ACH*CCP*01*999*DA*123*1512345678**01*888*DA*456*${date}`,
    `TRN*1*${check}*1512345678`,
    'N1*PR*INVENTED HEALTH PLAN',
    ...claims,
    'SE*9*0001',
    'GE*1*1',
    'IEA*1*000000001',
  ].join('~\n') + '~\n';

const of = (report: Report, account: string) => report.credits.find((credit) => credit.account === account);
const run = async (...files: readonly string[]): Promise<Report> => {
  const { code, err, report } = await review([...files, ...AS_OF, '--json', '-'], here.path);
  expect([code, err]).toEqual([0, expect.any(String)]);
  expect(contractBreaches(report())).toEqual([]);
  return report();
};

describe('an 835 file', () => {
  beforeAll(() => {
    here.write('ledger.csv', LEDGER);
    here.write('first.835', remittance('EFT900', '20260320', '480', claim('A100', 'ICN1')));
    here.write('second.txt', remittance('EFT955', '20260415', '480', claim('A100', 'ICN2')));
    here.write('taken.edi', remittance('EFT990', '20260801', '0', [...claim('C300', 'ICN9'), 'PLB*1234567890*20261231*WO:A100*480']));
  });

  const duplicate = [['C01', '480.00', 'payer', 'true-overpayment']];
  const said = (report: Report) => of(report, 'A100')?.findings.map(({ cause, amount, owedTo, class: verdict }) => [cause, amount, owedTo.kind, verdict]);

  it('is read as a remittance, whatever its name, and states what the payer owes', async () => {
    here.write('again.txt', remittance('EFT955', '20260415', '480', claim('A100', 'ICN1')));
    const report = await run('ledger.csv', 'first.835', 'again.txt');
    expect(report.sheets.filter((sheet) => sheet.role === 'remittance').length).toBeGreaterThanOrEqual(2);
    expect(said(report)).toEqual(duplicate);
    expect(of(report, 'B200')).toBeUndefined();
  });

  it('for one claim under two claim control numbers is a duplicate too, not a missing charge (domain.md 2.2 C01)', async () => {
    expect(said(await run('ledger.csv', 'first.835', 'second.txt'))).toEqual(duplicate);
  });

  it('that shows the money was taken back stops the refund', async () => {
    const report = await run('ledger.csv', 'first.835', 'second.txt', 'taken.edi');
    const refunds = of(report, 'A100')?.findings.filter((finding) => finding.class === 'true-overpayment');
    expect(refunds).toEqual([]);
  });

  it('with totals that do not agree is a problem with its place', async () => {
    here.write('off.835', remittance('EFT900', '20260320', '999', claim('A100', 'ICN1')));
    const report = await run('ledger.csv', 'off.835');
    expect(report.problems.map((problem) => problem.sheet)).toContain('off');
  });

  it('is text in the copy, also where it looks like a formula', async () => {
    here.write('odd.835', remittance('=1+1', '20260320', '480', claim('A100', '=HYPERLINK(1)')));
    const { code } = await review(['ledger.csv', 'odd.835', ...AS_OF, '--out', 'copy.xlsx'], here.path);
    expect(code).toBe(0);
    const again = await review(['copy.xlsx', ...AS_OF, '--json', '-'], here.path);
    expect(again.code).toBe(0);
  });
});
