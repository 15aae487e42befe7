/** X12 835 in the forms of exports.md hazard 19. Amounts stated by hand from the segments. */
import { is835, parse835 } from '../../src/intake/x12';
import { balances, readWhole, table } from './support';

const ISA = 'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *250101*1200*^*00501*000000001*0*P*:~';
const SEGMENTS = [
  'GS*HP*PAYER*PROVIDER*20250101*1200*1*X*005010X221A1',
  'ST*835*0001',
  'BPR*I*530*C*ACH*CCP*01*999*DA*123*1512345678**01*888*DA*456*20250115',
  'TRN*1*EFT900*1512345678',
  'N1*PR*INVENTED HEALTH PLAN',
  'CLP*A100*1*1000*480*120*12*ICN1',
  'NM1*QC*1*TESTER*MARA',
  'SVC*HC:99213*600*300',
  'DTM*472*20241220',
  'CAS*CO*45*200',
  'CAS*PR*1*100',
  'LQ*HE*N781',
  'SVC*HC:85025*400*180',
  'CAS*CO*45*190*1*253*10',
  'CAS*PR*2*20',
  'CLP*A200*22*-100*-50*0*12*ICN2',
  'CAS*CO*45*-50',
  'CLP*A300*1*200*200**12*ICN3',
  'AMT*I*5.25',
  'PLB*1234567890*20251231*WO:A100*100*72:A100*-0',
  'SE*20*0001',
  'GE*1*1',
  'IEA*1*000000001',
];
const file = (end: string, isa = ISA): string => isa + end.replace('~', '') + SEGMENTS.map((s) => s + end).join('');
const claims = (text: string): (string | number | boolean | null)[][] =>
  parse835(text)
    .sheets[0]!.values.slice(1)
    .map((row) => [...row]);

describe('parse835', () => {
  // A100: CO-45 200 + 190, CO-253 10, PR 100 + 20; 1000 - 480 = 520 = 400 + 120.
  const a100 = [
    'A100',
    'TESTER, MARA',
    'INVENTED HEALTH PLAN',
    '1',
    'ICN1',
    'EFT900',
    '2025-01-15',
    '2024-12-20',
    1000,
    480,
    '',
    120,
    390,
    10,
    '',
    '',
    '',
    'CO-45 PR-1 CO-253 PR-2',
    'N781',
    530,
    '',
    '',
  ];
  const forms: readonly (readonly [string, string])[] = [
    ['one line', file('~')],
    ['a segment a line', file('~\r\n')],
    ['a byte-order mark and blank lines', `\ufeff\n\n${file('~\n\n')}`],
    [
      'no ISA at all',
      SEGMENTS.slice(1)
        .map((s) => `${s}~`)
        .join('\n'),
    ],
    ['an ISA that is not fixed-width', file('~', 'ISA*00**00**ZZ*PAYER*ZZ*PROVIDER*250101*1200*^*00501*1*0*P*:~')],
    ['> as component separator', file('~', ISA.replace('*:~', '*>~')).replaceAll('HC:', 'HC>').replaceAll('WO:', 'WO>').replaceAll('72:', '72>')],
    ['segments ended by line breaks only', file('\n', ISA.replace('~', '\n'))],
  ];
  it.each(forms)('reads %s', (_, text) => {
    expect(is835(text)).toBe(true);
    const rows = claims(text);
    expect(rows.map((r) => r[0])).toEqual(['A100', 'A200', 'A300', 'A100', 'A100']);
    expect(rows[0]).toEqual(a100);
    expect(rows[1]?.slice(3, 10)).toEqual(['22', 'ICN2', 'EFT900', '2025-01-15', '', -100, -50]);
    expect(rows[2]?.[15]).toBe(5.25);
    expect(rows[3]?.slice(-2)).toEqual(['WO', 100]);
    // 480 - 50 + 200 - 100 = 530.
    expect(parse835(text).problems).toEqual([]);
  });

  it('reads several interchanges of one file', () => {
    expect(claims(file('~') + file('~'))).toHaveLength(10);
  });
  it('says what is cut off, and reads the rest', () => {
    const text = file('~').replace('CLP*A200*22*-100*-50*0*12*ICN2~CAS*CO*45*-50~', 'CLP*A200*22~');
    expect(claims(text).map((r) => r[0])).toEqual(['A100', 'A300', 'A100', 'A100']);
    expect(parse835(text).problems.map((p) => [p.code, p.row])).toEqual([
      ['x12-unreadable', 17],
      ['x12-out-of-balance', 21],
    ]);
  });
  it('says when the payment is not the claims less provider adjustments', () => {
    expect(parse835(file('~').replace('BPR*I*530', 'BPR*I*531')).problems.map((p) => p.code)).toEqual(['x12-out-of-balance']);
  });
  it('says when adjustments are far above the charge', () => {
    expect(parse835(file('~').replace('CAS*CO*45*200', 'CAS*CO*45*90000')).problems.map((p) => p.code)).toEqual(['x12-out-of-balance']);
  });
  it('counts adjustments given at both levels once', () => {
    const text = file('~').replace('NM1*QC*1*TESTER*MARA~', 'CAS*CO*45*390*1*253*10~CAS*PR*1*100**2*20~NM1*QC*1*TESTER*MARA~');
    expect(claims(text)[0]?.slice(11, 14)).toEqual([120, 390, 10]);
  });
  it('reads a provider adjustment out of line, and says so', () => {
    const text = file('~').replace('WO:A100*100*72:A100*-0', '*WO:A100*100');
    expect(claims(text)[3]?.slice(-2)).toEqual(['WO', 100]);
    expect(parse835(text).problems.map((p) => p.code)).toEqual(['x12-unreadable']);
  });
  it.each(['', 'hello', 'ISA', 'ISA*', 'ST*835*', '~~~', 'ISA*00*CLP~'])('never throws on %j', (text) => {
    expect(parse835(text).problems.length).toBeGreaterThan(0);
  });

  it('joins a ledger as what the payer said', () => {
    const ledger = table(
      'Account|Type|Date|Payer|Amount\nA100|Charge|45650||1000\nA100|Insurance Payment|45672|Invented Health Plan|-480\nA100|Contractual|45672||-400\nA200|Charge|45650||100\nA200|Payment|45651||-100\nA300|Charge|45650||200\nA300|Payment|45672||-200',
    );
    const reading = readWhole([{ name: 'Ledger', values: ledger }, ...parse835(file('~')).sheets]);
    expect(reading.sheets.map((s) => s.role)).toEqual(['transactions', 'remittance', 'ignored']);
    expect(balances(reading.ledger)).toEqual({ A100: '120.00', A200: '0.00', A300: '0.00' });
    expect(reading.ledger.remittances.map((r) => [r.claim, r.account, r.status, r.paid, r.patientResp, r.contractual, r.sequestration, r.plb])).toEqual([
      ['', 0, 0, -10000, NaN, NaN, NaN, 'WO'],
      ['', 0, 0, 0, NaN, NaN, NaN, '72'],
      ['', 0, 1, 48000, 12000, 39000, 1000, ''],
      ['', 1, 22, -5000, 0, -5000, NaN, ''],
      ['', 2, 1, 20000, NaN, NaN, NaN, ''],
    ]);
    expect(reading.ledger.parties[reading.ledger.remittances[2]!.party]?.name).toBe('Invented Health Plan');
  });
});
