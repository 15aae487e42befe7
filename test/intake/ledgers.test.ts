/** Whole readings: listings, proofs, refusals, corrections, payers, remittance columns, registers. Totals by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { PATIENT_PARTY } from '../../src/core/ledger';
import { sampleOf } from '../../src/intake/readSheets';
import { plan } from '../../src/intake/plan';
import type { CellValue } from '../../src/intake/contract';
import { POLICY, assumed, balances, codes, incomplete, kinds, listed, readBook, table, totals } from './support';

const csv = (name: string): CellValue[][] => Papa.parse<CellValue[]>(readFileSync(join(__dirname, '../fixtures/synthea', `${name}.csv`), 'utf8').trim()).data;
const TX =
  'Acct #|Type|Date|Payer|Amount\n1|Charge|45001||100\n1|Payment|45010|Aetna|-120\n2|Charge|45001||50\n2|Payment|45010|Self Pay|-20\n3|Charge|45002||10\n3|Payment|45003|SELF|-10';

describe('Synthea, as its own export writes it', () => {
  it('claims_transactions alone: 561 claims, all 0.00', () => {
    const reading = readBook({ claims_transactions: csv('claims_transactions') });
    expect(reading.refused).toBeNull();
    expect(reading.grain).toBe('claim');
    expect(totals(reading.ledger)).toEqual({ charges: '1219867.22', payments: '1219867.22', adjustments: '0.00', refunds: '0.00' });
    expect(reading.ledger.accounts.count).toBe(561);
    expect(new Set(Object.values(balances(reading.ledger)))).toEqual(new Set(['0.00']));
    expect(reading.problems).toEqual([]);
  });
  it('with claims: the one claim whose listing disagrees is reported', () => {
    const reading = readBook({ claims_transactions: csv('claims_transactions'), claims: csv('claims') });
    expect(reading.sheets.map((s) => [s.role, s.matched])).toEqual([
      ['transactions', 1],
      ['accounts', 1],
    ]);
    // 169.10 + 42.28 still open in the listing, 0.00 in the ledger.
    expect(reading.problems.map((p) => [p.code, p.sheet, p.message])).toEqual([
      ['balance-differs', 'claims', 'Listed 211.38, the transactions add up to 0.00.'],
    ]);
  });
});

describe('listings', () => {
  it.each([
    ['120.00-', ['20.00-', '30.00', '0.00']],
    ['parentheses', ['(20.00)', '30.00', '0.00']],
    ['CR', ['20.00 CR', '30.00', '0.00']],
  ])('a credit written %s is a credit', (_, [a, b, c]) => {
    const reading = readBook({
      Accounts: [
        ['Acct #', 'Patient', 'Balance'],
        ['1', 'A, B', a as string],
        ['2', 'C, D', b as string],
        ['3', 'E, F', c as string],
      ],
      Tx: table(TX),
    });
    expect(listed(reading.ledger)).toEqual({ '1': '-20.00', '2': '30.00', '3': '0.00' });
    expect(codes(reading)).toEqual([]);
  });
  it('credits listed as positive numbers beside debits: the postings tell which is which, and it is said (P18)', () => {
    const reading = readBook({ Accounts: table('Acct #|Patient|Balance\n1|A, B|20\n2|C, D|30\n3|E, F|0'), Tx: table(TX) });
    expect(listed(reading.ledger)).toEqual({ '1': '-20.00', '2': '30.00', '3': '0.00' });
    expect(assumed(reading, 'balanceSign:Accounts')).toBe('without sign');
  });
  it('a whole listing turned: credits positive, debits negative', () => {
    const reading = readBook({ Accounts: table('Acct #|Patient|Balance\n1|A, B|20\n2|C, D|-30\n3|E, F|0'), Tx: table(TX) });
    expect(listed(reading.ledger)).toEqual({ '1': '-20.00', '2': '30.00', '3': '0.00' });
    expect(assumed(reading, 'balanceSign:Accounts')).toBe('credit positive');
    expect(balances(reading.ledger)).toEqual({ '1': '-20.00', '2': '30.00', '3': '0.00' });
  });
  it('a Credit Balance column beside the balance', () => {
    const reading = readBook({ Accounts: table('Acct #|Patient|Balance|Credit Balance\n1|A, B|0|20\n2|C, D|30|0\n3|E, F|0|0'), Tx: table(TX) });
    expect(listed(reading.ledger)).toEqual({ '1': '-20.00', '2': '30.00', '3': '0.00' });
    expect(codes(reading)).toEqual([]);
  });
  it('accounts only: credits are listed with nothing to explain them', () => {
    const reading = readBook({
      List: table('Account Number|Patient Name|Primary Payer|Total Balance\n9001|A, B|Medicare|-120.5\n9002|C, D|Aetna|75\nTotal|||-45.5'),
    });
    expect(reading.refused).toBeNull();
    expect([reading.ledger.tx.count, reading.ledger.hasListing]).toEqual([0, true]);
    expect(listed(reading.ledger)).toEqual({ '9001': '-120.50', '9002': '75.00' });
  });
  it('a credit balance report of positive amounts only', () => {
    const reading = readBook({ 'Credit Balances': table('Account|Patient|Balance\n1|A, B|20\n2|C, D|30') });
    expect(listed(reading.ledger)).toEqual({ '1': '-20.00', '2': '-30.00' });
    expect(assumed(reading, 'balanceSign:Credit Balances')).toBe('credit positive');
  });
  it('the insurance and patient parts make the balance', () => {
    const reading = readBook({ Accounts: table('Acct #|Patient|Ins Bal|Pat Bal\n1|A, B|-20|0\n2|C, D|0|30\n3|E, F|0|0'), Tx: table(TX) });
    expect(listed(reading.ledger)).toEqual({ '1': '-20.00', '2': '30.00', '3': '0.00' });
    expect(Array.from(reading.ledger.accounts.money.insBalance)).toEqual([-2000, 0, 0]);
    expect(codes(reading)).toEqual([]);
  });
  it('a balance that disagrees is a problem with its row', () => {
    const reading = readBook({ Accounts: table('Acct #|Patient|Balance\n1|A, B|-20\n2|C, D|31\n3|E, F|0'), Tx: table(TX) });
    expect(reading.problems.map((p) => [p.code, p.row])).toEqual([['balance-differs', 3]]);
  });
  it('an account listed twice with different balances is not judged; listed by payer its parts are added', () => {
    const twice = readBook({ Accounts: table('Acct #|Patient|Balance\n1|A, B|-20\n1|A, B|-25\n2|C, D|30\n3|E, F|0'), Tx: table(TX) });
    expect(codes(twice)).toEqual(['listed-twice']);
    expect(incomplete(twice.ledger, '1')).not.toBe('');
    const split = readBook({
      Accounts: table('Acct #|Patient|Payer|Balance\n1|A, B|Aetna|-50\n1|A, B|Self|30\n2|C, D|Aetna|30\n3|E, F|Aetna|0'),
      Tx: table(TX),
    });
    expect(listed(split.ledger)).toEqual({ '1': '-20.00', '2': '30.00', '3': '0.00' });
    expect(codes(split)).toEqual([]);
  });
  it('payments only beside accounts with totals: the totals stand for the missing postings, and it is said', () => {
    const reading = readBook({
      Accounts: table('Acct #|Patient|Total Charges|Adjustments|Balance\n1|A, B|100|40|-20\n2|C, D|50|0|30\n3|E, F|10|0|0'),
      Payments: table('Acct #|Payment Date|Payer|Check #|Payment Amount\n1|45010|Aetna|E1|80\n2|45010|Aetna|E1|20\n3|45003|SELF|77|10'),
    });
    expect(Object.values(totals(reading.ledger))).toEqual(['160.00', '110.00', '40.00', '0.00']);
    expect(balances(reading.ledger)).toEqual({ '1': '-20.00', '2': '30.00', '3': '0.00' });
    expect(assumed(reading, 'totals:Accounts')).toBe('charges and adjustments');
    expect(codes(reading)).toEqual([]);
  });
  it('postings and accounts in one sheet: the balance beside the rows is the listing', () => {
    const reading = readBook({
      Both: table(
        'Acct #|Patient|Balance|Type|Date|Amount\n1|A, B|-20|Charge|45001|100\n1|A, B|-20|Payment|45010|-120\n2|C, D|30|Charge|45001|50\n2|C, D|30|Payment|45010|-20',
      ),
    });
    expect(reading.sheets[0]?.role).toBe('mixed');
    expect(listed(reading.ledger)).toEqual({ '1': '-20.00', '2': '30.00' });
  });
  it('a running balance proves signs and is no listing', () => {
    const reading = readBook({
      Tx: table('Acct #|Type|Date|Amount|Balance\n1|Charge|45001|100|100\n1|Payment|45010|120|-20\n2|Charge|45001|50|50\n2|Payment|45010|20|30'),
    });
    expect(balances(reading.ledger)).toEqual({ '1': '-20.00', '2': '30.00' });
    expect(reading.ledger.hasListing).toBe(false);
  });
});

describe('kinds and parties', () => {
  it('payments that raise the balance are reversals or takebacks', () => {
    const reading = readBook({
      Tx: table(
        'Acct #|Type|Date|Payer|Amount\n1|Charge|45001||100\n1|Insurance Payment|45010|Aetna|-100\n1|Insurance Payment|45020|Aetna|100\n1|Patient Payment|45010||-20\n1|Patient Payment|45020||20\n1|NSF|45030||20\n1|Interest|45030|Aetna|-1\n1|Write off reversal|45031||5',
      ),
    });
    expect(kinds(reading.ledger)).toEqual(['Charge', 'Payment', 'Takeback', 'Payment', 'PaymentReversal', 'PaymentReversal', 'Interest', 'AdjustmentReversal']);
  });
  it('spellings of one payer are joined, both names kept; the patient is no payer (P20)', () => {
    const reading = readBook({
      Accounts: table('Acct #|Patient|Primary Payer|Balance\n1|A, B|BCBS TX|-20\n2|C, D|Humana Medicare Advantage|0'),
      Tx: table(
        'Acct #|Type|Date|Payer|Amount\n1|Charge|45001||100\n1|Payment|45010|Blue Cross of Texas|-60\n1|Payment|45011|BCBS TX|-60\n2|Charge|45001||30\n2|Payment|45002|HUMANA MEDICARE ADVANTAGE|-20\n2|Payment|45002|SELF PAY|-10',
      ),
    });
    expect(reading.ledger.parties.slice(2).map((p) => [p.aliases, p.payerClass, p.federal])).toEqual([
      [['BCBS TX', 'Blue Cross of Texas'], 'commercial', false],
      [['HUMANA MEDICARE ADVANTAGE', 'Humana Medicare Advantage'], 'medicare-advantage', true],
    ]);
    expect(Array.from(reading.ledger.tx.party).filter((p) => p === PATIENT_PARTY)).toHaveLength(1);
    expect(assumed(reading, 'payer:BCBS TX')).toBe('BCBS TX = Blue Cross of Texas');
  });
  it('an insurance payment without a name is the only payer of its account, and it is said', () => {
    const reading = readBook({
      Accounts: table('Acct #|Patient|Primary Payer|Balance\n1|A, B|Aetna|-20\n2|C, D|Cigna|50'),
      Tx: table('Acct #|Type|Date|Amount\n1|Charge|45001|100\n1|Insurance Payment|45010|-120\n2|Charge|45001|60\n2|Patient Payment|45001|-10'),
    });
    expect(Array.from(reading.ledger.tx.party)).toEqual([0, 2, 0, 1]);
    expect(assumed(reading, 'party:Tx')).toBe("the account's only payer");
  });
  it('an unknown type is asked; the account is not judged until it is mapped', () => {
    const rows = table('Acct #|Type|Date|Amount\n1|Charge|45001|100\n1|Payment|45010|-90\n1|Zorp|45011|-10\n2|Charge|45001|5\n2|Payment|45002|-5');
    const reading = readBook({ Tx: rows });
    expect(codes(reading)).toEqual(['type-unknown']);
    expect([incomplete(reading.ledger, '1') !== '', incomplete(reading.ledger, '2')]).toEqual([true, '']);
    const mapped = readBook({ Tx: rows }, { corrections: { 'type:Tx:Zorp': 'Contractual' } });
    expect(codes(mapped)).toEqual([]);
    expect(Object.values(totals(mapped.ledger))).toEqual(['105.00', '95.00', '10.00', '0.00']);
  });
  it('remittance columns beside the postings', () => {
    const reading = readBook({
      Tx: table(
        'Acct #|Type|Date|Payer|Amount|Billed|Allowed|Patient Resp|Contractual|CARC|ICN\n1|Charge|45001||1000||||||\n1|Insurance Payment|45010|Aetna|-480|1000|600|120|400|CO-45|I9\n1|Contractual|45010|Aetna|-400||||||',
      ),
    });
    expect(Object.values(totals(reading.ledger))).toEqual(['1000.00', '480.00', '400.00', '0.00']);
    const { money } = reading.ledger.tx;
    expect([money.billed[1], money.allowed[1], money.patientResp[1], money.remitContractual[1]]).toEqual([100000, 60000, 12000, 40000]);
    expect(Number.isNaN(money.allowed[0])).toBe(true);
  });
  it('a refund register is kept beside the ledger, in no balance', () => {
    const reading = readBook({
      Tx: table(TX),
      'Refund register': table('Account|Payee|Check No|Issue Date|Amount|Status\n1|Aetna|R100|45050|20|Cleared\n77|Cigna|R101|45051|5|Issued'),
    });
    expect(reading.ledger.register.map((r) => [r.account, r.payee, r.cents, r.check, r.status, r.row])).toEqual([
      [0, 'Aetna', 2000, 'R100', 'Cleared', 2],
      [-1, 'Cigna', 500, 'R101', 'Issued', 3],
    ]);
    expect(balances(reading.ledger)).toEqual({ '1': '-20.00', '2': '30.00', '3': '0.00' });
  });
  it('bank returns listed on a sheet of their own change nothing', () => {
    const reading = readBook({ Tx: table(TX), 'Bank returns': table('Account|Date|Check #|Amount\n3|45020|77|10') });
    expect(balances(reading.ledger)['3']).toBe('0.00');
    expect(kinds(reading.ledger)).toContain('BankReturn');
  });
});

describe('refusals', () => {
  it.each([
    ['empty-workbook', {}],
    ['empty-workbook', { Sheet1: [] }],
    [
      'empty-workbook',
      {
        Sheet1: [
          ['', ''],
          ['', null],
        ],
      },
    ],
    ['no-money-columns', { Sheet1: table('Name|Colour\nA|red\nB|blue') }],
    ['no-money-columns', { Notes: [['Please call back']] }],
    ['remittance-only', { Remit: table('Patient Control Number|ICN|Claim Status|Billed|Paid|PR Amt\n1|I1|1|10|5|5\n2|I2|1|10|5|5') }],
    ['no-type', { Data: table('Account|Date|Amount\n1|45001|10\n1|45002|20\n2|45001|7') }],
    ['no-charges', { Payments: table('Account|Date|Payment Amount\n1|45001|10\n1|45002|20\n2|45001|7') }],
  ])('%s', (code, book) => {
    const reading = readBook(book);
    expect(reading.refused?.code).toBe(code);
    expect(reading.refused?.remedy).not.toBe('');
  });
  it('a level the sheets do not carry', () => {
    expect(readBook({ Tx: table(TX) }, { grain: 'visit' }).refused?.code).toBe('no-such-grain');
  });
});

describe('corrections', () => {
  it('column: another column is taken', () => {
    const book = { Tx: table('Acct #|Date|Type|Amount|Adj. Amount\n1|45001|Charge|1|100\n1|45002|Payment|1|-90\n2|45001|Charge|1|40') };
    const reading = readBook(book, { corrections: { 'column:Tx:amount': 'Adj. Amount' } });
    expect(Object.values(totals(reading.ledger))).toEqual(['140.00', '90.00', '0.00', '0.00']);
  });
  it('sign, dayfirst, balanceSign', () => {
    const rows = table('Acct #|Type|Post Date|Amount\n1|Charge|01/02/2025|100\n1|Payment|03/04/2025|-90\n1|Adjustment|03/04/2025|5', true);
    const reading = readBook({ Tx: rows }, { corrections: { 'sign:Tx:Adjustment': 'turned', 'dayfirst:Tx:Post Date': 'day first' } });
    expect(balances(reading.ledger)).toEqual({ '1': '5.00' });
    // 1 February and 3 April 2025.
    expect(Array.from(reading.ledger.tx.day.postDay)).toEqual([45689, 45750, 45750]);
    const list = readBook(
      { Accounts: table('Account|Patient|Balance\n1|A, B|20\n2|C, D|-30') },
      { corrections: { 'balanceSign:Accounts': 'credit positive' } },
    );
    expect(listed(list.ledger)).toEqual({ '1': '-20.00', '2': '30.00' });
  });
  it('role: a sheet is left out', () => {
    expect(plan([sampleOf({ name: 'Tx', values: table(TX) })], { policy: POLICY, corrections: { 'role:Tx': 'ignored' } }).sheets[0]?.role).toBe('ignored');
  });
  it('sheets of our own are not read', () => {
    const planned = plan([sampleOf({ name: 'Credits', values: table(TX), own: true }), sampleOf({ name: 'Tx', values: table(TX) })], { policy: POLICY });
    expect(planned.sheets.map((s) => [s.role, s.columns.length > 0])).toEqual([
      ['own', false],
      ['transactions', true],
    ]);
  });
});
