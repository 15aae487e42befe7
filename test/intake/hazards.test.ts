/** The 21 hazards of exports.md, each made small, with control totals worked out by hand in the case. */
import type { Reading } from '../../src/intake/contract';
import { expectOtherAnswers } from './asking';
import { assumed, balances, codes, dropped, incomplete, kinds, listed, readBook, readWhole, table, totals } from './support';
import type { Options, Rows } from './support';

interface Case {
  readonly hazard: number;
  readonly name: string;
  readonly book: Readonly<Record<string, Rows>>;
  readonly options?: Options;
  /** charges, payments, adjustments, refunds. */
  readonly totals?: readonly [string, string, string, string];
  readonly balances?: Readonly<Record<string, string>>;
  readonly listed?: Readonly<Record<string, string>>;
  readonly refused?: string;
  /** All problem codes, none more. */
  readonly problems?: readonly string[];
  readonly also?: (reading: Reading) => void;
}

const CASES: readonly Case[] = [
  {
    hazard: 1,
    name: 'Epic: charges +, payments and credit adjustments -, debit adjustments +; the balance is the plain sum',
    book: {
      Accounts: table('HAR|Patient|Total Balance\n1001|A, B|0\n1002|C, D|-20\n1003|E, F|50'),
      Tx: table(`HAR|Tx Type|Post Date|Amount
1001|Charge|45001|100\n1001|Payment|45010|-60\n1001|Credit Adjustment|45010|-40
1002|Charge|45001|80\n1002|Payment|45010|-110\n1002|Debit Adjustment|45011|10
1003|Charge|45001|70\n1003|Payment|45010|-20`),
    },
    // charges 100 + 80 + 70; payments 60 + 110 + 20; adjustments 40 - 10.
    totals: ['250.00', '190.00', '30.00', '0.00'],
    balances: { '1001': '0.00', '1002': '-20.00', '1003': '50.00' },
    problems: [],
  },
  {
    hazard: 1,
    name: 'Synthea: everything positive, the kind alone says the sign',
    book: { Tx: table('Acct|Type|Date|Amount\n1|CHARGE|45001|100\n1|PAYMENT|45002|60\n1|ADJUSTMENT|45003|40\n2|CHARGE|45001|50\n2|PAYMENT|45002|75') },
    totals: ['150.00', '135.00', '40.00', '0.00'],
    balances: { '1': '0.00', '2': '-25.00' },
  },
  {
    hazard: 1,
    name: 'all positive, refunds and reversals raise what is owed',
    book: {
      Tx: table(
        'Acct|Type|Date|Amount\n1|Charge|45001|100\n1|Payment|45002|130\n1|Refund|45003|30\n2|Charge|45001|50\n2|Payment|45002|50\n2|Payment Reversal|45003|50',
      ),
    },
    // payments 130 + 50 - 50, refunds 30.
    totals: ['150.00', '130.00', '0.00', '30.00'],
    balances: { '1': '0.00', '2': '50.00' },
  },
  {
    hazard: 1,
    name: 'OpenEMR: co-pays negative, other payments positive, adjustments printed negated: proved by the balances',
    book: {
      Accounts: table('Invoice|Name|Balance\n7.1|A, B|0\n7.2|C, D|0\n8.1|E, F|30\n8.2|G, H|0').map((r, i) =>
        i === 0 ? r : [`i${String(r[0])}`, ...r.slice(1)],
      ),
      Tx: table(`Invoice|Type|Date|Amount
i7.1|Charge|45001|100\ni7.1|Copay|45001|-20\ni7.1|Insurance payment|45009|50\ni7.1|Adjustment|45009|-30
i7.2|Charge|45001|100\ni7.2|Copay|45001|-15\ni7.2|Insurance payment|45009|60\ni7.2|Adjustment|45009|-25
i8.1|Charge|45001|100\ni8.1|Insurance payment|45009|70\ni8.2|Charge|45001|10\ni8.2|Copay|45001|-10`),
    },
    // payments 20 + 50 + 15 + 60 + 70 + 10 = 225; adjustments 30 + 25; 310 - 225 - 55 = 30.
    totals: ['310.00', '225.00', '55.00', '0.00'],
    balances: { 'i7.1': '0.00', 'i7.2': '0.00', 'i8.1': '30.00', 'i8.2': '0.00' },
    problems: [],
  },
  {
    hazard: 1,
    name: 'Debits and Credits in two columns',
    book: {
      Ledger: table(
        'Account|Date|Description|Debits|Credits\nA1|45001|Office visit charge|120|\nA1|45010|Insurance payment|| 90\nA1|45010|Contractual adjustment||30\nA2|45001|Charge|40|\nA2|45002|Patient payment||55',
      ),
    },
    totals: ['160.00', '145.00', '30.00', '0.00'],
    balances: { A1: '0.00', A2: '-15.00' },
  },
  {
    hazard: 1,
    name: 'credits in parentheses',
    book: { Ledger: table('Account|Date|Type|Amount\nA1|45001|Charge|$120.00\nA1|45010|Payment|($150.00)\nA1|45012|Refund|$30.00\nA2|45001|Charge|$10.00') },
    totals: ['130.00', '150.00', '0.00', '30.00'],
    balances: { A1: '0.00', A2: '10.00' },
  },
  {
    hazard: 2,
    name: 'the amount stands in another column for each type',
    book: {
      Tx: table(
        'CLAIMID|PATIENTID|TYPE|AMOUNT|PAYMENTS|ADJUSTMENTS|TRANSFERS|OUTSTANDING\nc-100|p-1|CHARGE|100|0|0||100\nc-100|p-1|PAYMENT||70|0||30\nc-100|p-1|TRANSFEROUT||0|0|30|30\nc-100|p-1|TRANSFERIN|30|0|0|30|30\nc-100|p-1|PAYMENT||30|0||0\nc-200|p-2|CHARGE|50|0|0||50\nc-200|p-2|PAYMENT||60|0||-10',
      ),
    },
    totals: ['150.00', '160.00', '0.00', '0.00'],
    balances: { 'c-100': '0.00', 'c-200': '-10.00' },
    also: (r) => expect(r.grain).toBe('claim'),
  },
  {
    hazard: 2,
    name: 'one wide row carries charge, payments and adjustments',
    book: {
      Detail: table(
        'Acct #|DOS|CPT|Charges|Ins Paid|Pt Paid|Contractual\n11|45001|99213|100|60|10|30\n11|45002|99214|200|150||40\n12|45001|99213|100|100|20|0',
      ),
    },
    // charges 400; payments 70 + 150 + 120; contractuals 70; 11: 0 + 10; 12: -20.
    totals: ['400.00', '340.00', '70.00', '0.00'],
    balances: { '11': '10.00', '12': '-20.00' },
  },
  {
    hazard: 3,
    name: 'a voided row stays in with only its void date; it is not counted, and that is said',
    book: {
      Tx: table(
        'Account|Type|Post Date|Amount|VOID_DATE\nV1|Charge|45001|100|\nV1|Payment|45002|-100|\nV1|Payment|45002|-100|45005\nV2|Charge|45001|50|\nV2|Payment|45003|-40|',
      ),
    },
    totals: ['150.00', '140.00', '0.00', '0.00'],
    balances: { V1: '0.00', V2: '10.00' },
    also: (r) => expect(dropped(r, 'Tx')).toEqual({ 'not counted: void': 1 }),
  },
  {
    hazard: 3,
    name: 'a voided row whose reversal stands beside it: both count and cancel',
    book: {
      Tx: table('Account|Type|Post Date|Amount|Void\nV1|Charge|45001|100|\nV1|Payment|45002|-100|X\nV1|Payment Reversal|45004|100|\nV1|Payment|45006|-100|'),
    },
    totals: ['100.00', '100.00', '0.00', '0.00'],
    balances: { V1: '0.00' },
  },
  {
    hazard: 3,
    name: 'system pairs and transfers move liability and change no account balance',
    book: {
      Tx: table(`HAR|Type|Post Date|Amount
1|Charge|45001|500\n1|Payment|45002|-400\n1|System Debit Adjustment|45003|100\n1|System Credit Adjustment|45003|-100\n1|Transfer In|45004|100\n1|Transfer Out|45004|-100\n1|Payment|45009|-100`),
    },
    totals: ['500.00', '500.00', '0.00', '0.00'],
    balances: { '1': '0.00' },
  },
  {
    hazard: 4,
    name: 'netting by patient would hide the overpaid visit; the account is used and the other levels are shown',
    book: { Tx: table('Account|MRN|Type|Date|Amount\n1|M1|Charge|45001|100\n1|M1|Payment|45002|-150\n2|M1|Charge|45003|100\n2|M1|Payment|45004|-50') },
    balances: { '1': '-50.00', '2': '50.00' },
    also: (r) => {
      expect(r.grain).toBe('account');
      expect(r.grains.map((g) => [g.grain, g.keys])).toEqual([
        ['account', 2],
        ['patient', 1],
      ]);
    },
  },
  {
    hazard: 4,
    name: 'the level asked for is used',
    book: { Tx: table('Account|MRN|Type|Date|Amount\n1|M1|Charge|45001|100\n1|M1|Payment|45002|-150\n2|M1|Charge|45003|100\n2|M1|Payment|45004|-50') },
    options: { grain: 'patient' },
    balances: { M1: '0.00' },
  },
  {
    hazard: 5,
    name: 'claim totals repeated on each service line of a ledger are counted once',
    book: {
      Lines: table(`Account|Claim #|CPT|DOS|Charges|Payments|Adjustments
1|C1|99213|45001|300|200|100\n1|C1|85025|45001|300|200|100\n2|C2|99214|45001|150|150|0\n2|C2|80053|45001|150|150|0\n3|C3|99215|45002|90|95|0\n3|C3|80050|45002|90|95|0`),
    },
    totals: ['540.00', '445.00', '100.00', '0.00'],
    balances: { '1': '0.00', '2': '0.00', '3': '-5.00' },
  },
  {
    hazard: 5,
    name: 'a flattened 835 repeats claim amounts and has line amounts: the lines are added, the totals are not',
    book: {
      Ledger: table('Account|Type|Date|Amount\nP1|Charge|45001|300\nP1|Payment|45020|-200\nP1|Contractual|45020|-100'),
      Remit: table(
        'Patient Control Number|ICN|Claim Status|ChargeAmount|PaymentAmount|LineChargeAmount|LinePaidAmount|Group Code|Reason Code|Adj1Amount\nP1|I1|1|300|200|100|80|CO|45|20\nP1|I1|1|300|200|200|120|CO|45|80',
      ),
    },
    balances: { P1: '0.00' },
    also: (r) => {
      expect(r.ledger.remittances).toHaveLength(1);
      expect(r.ledger.remittances[0]).toMatchObject({ billed: 30000, paid: 20000, contractual: 10000, status: 1, icn: 'I1' });
    },
  },
  {
    hazard: 6,
    name: 'five vaccines of 136.00 each are five charges, none dropped',
    book: {
      Tx: table(
        `Claim ID|Patient ID|Type|Date|Amount|CPT\n${'c-9001|p-1|CHARGE|45001|136|90460\n'.repeat(5)}${'c-9001|p-1|PAYMENT|45010|136|90460\n'.repeat(5)}`,
      ),
    },
    totals: ['680.00', '680.00', '0.00', '0.00'],
    balances: { 'c-9001': '0.00' },
  },
  {
    hazard: 6,
    name: 'de-identified IDs that are all the same do not join rows',
    book: {
      Tx: table(
        'Transaction ID|Account|Type|Date|Amount|Check #\n9999999999-999|1|Charge|45001|33|\n9999999999-999|1|Contractual|45002|-33|\n9999999999-999|2|Charge|45901|33|\n9999999999-999|2|Payment|45902|-33|777\n9999999999-999|1|Charge|45001|50|\n9999999999-999|1|Payment|45001|-50|777',
      ),
    },
    totals: ['116.00', '83.00', '33.00', '0.00'],
    balances: { '1': '0.00', '2': '0.00' },
  },
  {
    hazard: 7,
    name: 'a legend to the right, a grand total above the heading, the heading in row 6',
    book: {
      Report: [
        ['Credit balance work list', '', '', '', '', '', 'Legend', 'red = urgent'],
        ['', '', '', '', '', '', 'P', 'payer'],
        ['Run date 11/30/2026'],
        [],
        ['Grand Total', '', '', '', 170, ''],
        ['Acct #', 'Patient', 'Type', 'Post Date', 'Amount', 'Payer'],
        ['1', 'A, B', 'Charge', 45001, 200, ''],
        ['1', 'A, B', 'Payment', 45002, -250, 'Aetna'],
        ['2', 'C, D', 'Charge', 45001, 220, ''],
        ['2', 'C, D', 'Payment', 45002, -0, 'Aetna'],
      ],
    },
    totals: ['420.00', '250.00', '0.00', '0.00'],
    balances: { '1': '-50.00', '2': '220.00' },
    also: (r) => expect(r.sheets[0]?.headerRow).toBe(6),
  },
  {
    hazard: 7,
    name: 'no heading row: the columns are told by their values, and that is a problem to look at',
    book: {
      Export: table(
        'AC100|SMITH, JO|01/15/2024|Charge|250.00\nAC100|SMITH, JO|02/20/2024|Insurance Payment|-200.00\nAC100|SMITH, JO|02/20/2024|Contractual|-80.00\nAC200|DOE, AL|01/16/2024|Charge|90.50\nAC200|DOE, AL|02/17/2024|Patient Payment|-90.50',
        true,
      ),
    },
    totals: ['340.50', '290.50', '80.00', '0.00'],
    balances: { AC100: '-30.00', AC200: '0.00' },
    problems: ['no-heading'],
  },
  {
    hazard: 7,
    name: 'title, parameters, heading in row 7, and a second table beside the first',
    book: {
      Both: [
        ['Account ledger'],
        ['From 01/01/2024'],
        ['To 12/31/2024'],
        [],
        ['Clinic A'],
        [],
        ['Acct #', 'Type', 'Date', 'Amount', '', 'Account', 'Patient', 'Balance'],
        ['1', 'Charge', 45001, 100, '', '1', 'A, B', -20],
        ['1', 'Payment', 45002, -120, '', '2', 'C, D', 30],
        ['2', 'Charge', 45001, 30, '', '', '', ''],
      ],
    },
    totals: ['130.00', '120.00', '0.00', '0.00'],
    balances: { '1': '-20.00', '2': '30.00' },
    listed: { '1': '-20.00', '2': '30.00' },
  },
  {
    hazard: 7,
    name: 'page headings repeat, pages end with page lines',
    book: {
      Pages: table(
        'Acct #|Type|Date|Amount\n1|Charge|45001|100\nPage 1 of 2|||\nAcct #|Type|Date|Amount\n1|Payment|45002|-100\n2|Charge|45001|10\n2|Payment|45001|-15\nPrinted On 11/30/2026|||',
      ),
    },
    totals: ['110.00', '115.00', '0.00', '0.00'],
    balances: { '1': '0.00', '2': '-5.00' },
    problems: [],
    also: (r) => expect(dropped(r, 'Pages')).toEqual({ 'page lines': 2, 'repeated headings': 1 }),
  },
  {
    hazard: 8,
    name: 'subtotals, totals and blank separators are dropped and counted',
    book: {
      Tx: table(
        'Acct #|Patient|Type|Date|Amount\n1|A, B|Charge|45001|100\n1|A, B|Payment|45002|-130\n|A, B Total|||-30\n||||\n2|C, D|Charge|45001|60\n2|C, D|Payment|45002|-60\n|Patient total|||0\nGrand Total||||-30',
      ),
    },
    totals: ['160.00', '190.00', '0.00', '0.00'],
    balances: { '1': '-30.00', '2': '0.00' },
    problems: [],
    also: (r) => expect(dropped(r, 'Tx')).toEqual({ totals: 3, 'blank rows': 1 }),
  },
  {
    hazard: 8,
    name: 'only the first row of a group names the account: filled down, and said',
    book: {
      Tx: table(
        'Acct #|Patient|Type|Date|Amount\n1|A, B|Charge|45001|100\n||Payment|45002|-70\n||Contractual|45002|-50\n2|C, D|Charge|45001|60\n||Payment|45002|-60',
      ),
    },
    totals: ['160.00', '130.00', '50.00', '0.00'],
    balances: { '1': '-20.00', '2': '0.00' },
    also: (r) => expect(assumed(r, 'fill:Tx')).toBe('belong to the account above'),
  },
  {
    hazard: 8,
    name: 'a total without any label is seen by its amount',
    book: { Tx: table('Acct #|Type|Date|Amount\n1|Charge|45001|100\n1|Payment|45002|-70\n2|Charge|45002|11\n2|Payment|45003|-12\n|||29') },
    totals: ['111.00', '82.00', '0.00', '0.00'],
    problems: [],
  },
  {
    hazard: 9,
    name: 'one heading twice: the first is taken, and it is asked',
    book: { Tx: table('Acct #|Date|Type|Amount|Amount\n1|45001|Charge|100|0\n1|45002|Payment|-90|0\n2|45001|Charge|40|0') },
    totals: ['140.00', '90.00', '0.00', '0.00'],
    also: (r) => expect(assumed(r, 'column:Tx:amount')).toBe('Amount (D)'),
  },
  {
    hazard: 9,
    name: 'two facilities name their columns differently; both sheets are read',
    book: {
      North: table('PatientID|FirstName|Acct No|Type|Date|Amount\nP1|Ann|N1|Charge|45001|10\nP1|Ann|N1|Payment|45002|-15'),
      South: table('ID|F_Name|Account Number|Tran Type|Post Date|Trans Amt\nQ1|Bob|S1|Charge|45001|20\nQ1|Bob|S1|Payment|45002|-20'),
    },
    totals: ['30.00', '35.00', '0.00', '0.00'],
    balances: { N1: '-5.00', S1: '0.00' },
  },
  {
    hazard: 10,
    name: 'leading zeros, formula text, trailing blanks; numbers and texts in one column are one account',
    book: {
      Accounts: [
        ['Acct #', 'Patient', 'Balance'],
        ['00123', 'A, B', 0],
        ['="511687706468553"', 'C, D', -5],
        ['77 ', 'E, F', 0],
      ],
      Tx: [
        ['Acct #', 'Type', 'Date', 'Amount'],
        ['00123', 'Charge', 45001, 50],
        ['00123 ', 'Payment', 45002, -50],
        ['511687706468553', 'Charge', 45001, 20],
        ['="511687706468553"', 'Payment', 45001, -25],
        [77, 'Charge', 45001, 9],
        ['77', 'Payment', 45001, -9],
      ],
    },
    totals: ['79.00', '84.00', '0.00', '0.00'],
    balances: { '00123': '0.00', '511687706468553': '-5.00', '77': '0.00' },
    problems: [],
  },
  {
    hazard: 10,
    name: 'lost zeros, scientific notation, sixteen digits: reported, and such accounts are not judged',
    book: {
      Accounts: [
        ['Acct #', 'Patient', 'Balance'],
        ['00123', 'A, B', 0],
        ['44', 'C, D', 0],
        ['45', 'C, D', 0],
        ['46', 'C, D', 10],
      ],
      Tx: [
        ['Acct #', 'Type', 'Date', 'Amount'],
        ['00123', 'Charge', 45001, 50],
        [123, 'Payment', 45002, -50],
        ['44', 'Charge', 45001, 20],
        ['44', 'Payment', 45002, -20],
        ['45', 'Charge', 45001, 20],
        ['45', 'Payment', 45002, -20],
        ['46', 'Charge', 45001, 10],
        ['5.11688E+14', 'Payment', 45001, -25],
        [5116877064685530, 'Payment', 45001, -1],
      ],
    },
    also: (r) => {
      expect(codes(r)).toEqual(expect.arrayContaining(['id-damaged', 'zeros-lost']));
      expect(incomplete(r.ledger, '00123')).not.toBe('');
      expect(incomplete(r.ledger, '123')).not.toBe('');
      expect(incomplete(r.ledger, '44')).toBe('');
    },
  },
  {
    hazard: 10,
    name: 'keys that became decimals are a problem',
    book: { Tx: table('Invoice|Type|Date|Amount\n12.1|Charge|45001|50\n12.1|Payment|45002|-60\n12.2|Charge|45001|50\n12.2|Payment|45002|-50') },
    balances: { '12.1': '-10.00', '12.2': '0.00' },
    problems: ['id-decimal'],
  },
  {
    hazard: 11,
    name: 'the same number in two facilities is two accounts',
    book: {
      Accounts: table('Facility|Acct #|Patient|Balance\nNorth|1|A, B|-10\nSouth|1|C, D|5\nNorth|2|E, F|0'),
      Tx: table(
        'Facility|Acct #|Type|Date|Amount\nNorth|1|Charge|45001|10\nNorth|1|Payment|45002|-20\nSouth|1|Charge|45001|5\nNorth|2|Charge|45001|7\nNorth|2|Payment|45001|-7',
      ),
    },
    balances: { 'North/1': '-10.00', 'South/1': '5.00', 'North/2': '0.00' },
    problems: [],
  },
  {
    hazard: 12,
    name: 'rows that point to accounts of other patients: refused',
    book: {
      Accounts: table(`Acct #|MRN|Balance\n${[1, 2, 3, 4, 5, 6].map((n) => `${n}|M${n}|0`).join('\n')}`),
      Tx: table(
        `Acct #|MRN|Type|Date|Amount\n${[1, 2, 3, 4, 5, 6].map((n) => `${n}|M${n + 40}|Charge|45001|10\n${n}|M${n + 40}|Payment|45002|-10`).join('\n')}`,
      ),
    },
    refused: 'join-does-not-hold',
  },
  {
    hazard: 12,
    name: 'keys that meet nothing: refused with the match rate',
    book: {
      Accounts: table('Acct #|Patient|Balance\nA1|X, Y|0\nA2|Z, W|0\nA3|Q, R|0'),
      Tx: table('Acct #|Type|Date|Amount\nB1|Charge|45001|10\nB1|Payment|45002|-10\nB2|Charge|45001|10\nB2|Payment|45002|-10\nA1|Charge|45001|10'),
    },
    refused: 'join-does-not-hold',
    also: (r) => expect(r.refused?.message).toContain('20 %'),
  },
  {
    hazard: 13,
    name: 'US text with time, ISO with Z, serials with fractions, two-digit years, the literal yyyymmdd, all in one column',
    book: {
      Tx: [
        ['Acct #', 'Type', 'Post Date', 'Amount'],
        ['1', 'Charge', '10/22/2023 12:00:00 AM', 10],
        ['1', 'Payment', '2023-10-23T08:34:30Z', -4],
        ['1', 'Payment', 45223.75, -3],
        ['1', 'Payment', '10/25/23', -2],
        ['1', 'Payment', 'yyyymmdd', -1],
        ['1', 'Payment', '26-OCT-2023', -5],
      ],
    },
    // 22 October 2023 is serial 45221.
    balances: { '1': '-5.00' },
    also: (r) => expect([...r.ledger.tx.day.postDay].slice(0, 6)).toEqual([45221, 45222, 45223, 45224, 0, 45225]),
  },
  {
    hazard: 13,
    name: 'day first is decided for each column from days above 12',
    book: {
      Tx: table(
        'Acct #|Type|Service Date|Post Date|Amount\n1|Charge|03/04/2025|04/15/2025|10\n1|Payment|26/12/2025|04/03/2025|-12\n1|Payment|05/06/2025|05/06/2025|-1',
        true,
      ),
    },
    // service: 3 April, 26 December, 5 June (45750, 46017, 45813); post: 15 April, 3 April, 6 May (45762, 45750, 45783).
    also: (r) => {
      expect([...r.ledger.tx.day.serviceDay]).toEqual([45750, 46017, 45813]);
      expect([...r.ledger.tx.day.postDay]).toEqual([45762, 45750, 45783]);
      expect(assumed(r, 'dayfirst:Tx:Service Date')).toBe('day first');
    },
  },
  {
    hazard: 13,
    name: 'a column that shows both orders cannot be decided: said for each date',
    book: { Tx: table('Acct #|Type|Post Date|Amount\n1|Charge|26/12/2025|10\n1|Payment|12/26/2025|-12\n1|Payment|05/06/2025|-1', true) },
    problems: ['date-ambiguous'],
  },
  {
    hazard: 14,
    name: 'every form of amount mixed in one column',
    book: {
      Tx: [
        ['Acct #', 'Type', 'Date', 'Amount'],
        ['1', 'Charge', 45001, '$1,234.56'],
        ['1', 'Payment', 45002, '(100.00)'],
        ['1', 'Payment', 45003, '100.00-'],
        ['1', 'Payment', 45004, '100.00CR'],
        ['1', 'Payment', 45005, '<100.00>'],
        ['1', 'Refund', 45006, '50.00 DR'],
        ['1', 'Payment', 45007, -315.70001220703125],
        ['1', 'Payment', 45008, '\u00a0-\u00a0$4.56'],
        ['1', 'Charge', 45009, 0.1],
        ['1', 'Charge', 45009, 0.2],
        ['1', 'Payment', 45010, -0.3],
      ],
    },
    // charges 1234.56 + .30; payments 400 + 315.70 + 4.56 + .30 = 720.56; refunds 50; balance 564.30.
    totals: ['1234.86', '720.56', '0.00', '50.00'],
    balances: { '1': '564.30' },
  },
  {
    hazard: 14,
    name: 'European decimals are told by the column; a thousand with a dot follows it',
    book: {
      Tx: table(
        'Acct #|Type|Date|Amount\n1|Charge|45001|1.234,50\n1|Payment|45002|-1.000\n1|Payment|45003|-234,50\n2|Charge|45001|2.000\n2|Payment|45001|-2.100,00',
        true,
      ),
    },
    totals: ['3234.50', '3334.50', '0.00', '0.00'],
    balances: { '1': '0.00', '2': '-100.00' },
  },
  {
    hazard: 14,
    name: 'a column with both styles leaves 1,234 open: reported, the account is not judged',
    book: {
      Tx: table(
        'Acct #|Type|Date|Amount\n1|Charge|45001|1,234.50\n2|Charge|45001|1.234,50\n2|Payment|45003|-34,50\n3|Charge|45002|1,234\n3|Payment|45002|-1.00',
        true,
      ),
    },
    problems: ['amount-ambiguous'],
    also: (r) => expect(incomplete(r.ledger, '3')).not.toBe(''),
  },
  {
    hazard: 14,
    name: 'what is no amount is reported with its row; the account is not judged',
    book: {
      Tx: table(
        'Acct #|Type|Date|Amount\n1|Charge|45001|100\n1|Payment|45002|1oo.00\n2|Charge|45001|10\n2|Payment|45002|#REF!\n3|Charge|45001|10\n3|Payment|45002|-10',
      ),
    },
    problems: ['amount-unreadable'],
    also: (r) => {
      expect(r.problems.map((p) => p.row)).toEqual([3, 5]);
      expect([incomplete(r.ledger, '1') !== '', incomplete(r.ledger, '2') !== '', incomplete(r.ledger, '3')]).toEqual([true, true, '']);
    },
  },
  {
    hazard: 15,
    name: 'unapplied money has no account: counted apart, in no balance',
    book: {
      Tx: table(
        'Acct #|Type|Date|Payer|Amount|Comment\n1|Charge|45001||100|\n1|Payment|45002|Aetna|-100|\n|Payment|45002|Aetna|-231.50|Unapplied\n2|Charge|45001||5|\n2|Payment|45001|Aetna|-6|',
      ),
    },
    totals: ['105.00', '106.00', '0.00', '0.00'],
    problems: ['no-account'],
    also: (r) => expect(dropped(r, 'Tx')).toEqual({ 'unapplied money without an account': 1 }),
  },
  {
    hazard: 16,
    name: 'write-offs, bad debt and refunds in a list of payments are told by their method',
    book: {
      Charges: table('Account|Service Date|Charge Amount\n1|45001|200\n1|45001|50\n2|45001|100'),
      Payments: table(
        'Account|Payment Date|Payment Type|Payment Amount\n1|45002|Check|150\n1|45003|Bad Debt|50\n1|45003|Sales Adjustment|30\n1|45004|Refund|20\n2|45002|Credit Card|100',
      ),
    },
    // payments 150 + 100; adjustments 50 + 30; refunds 20: account 1: 250 - 150 - 80 + 20 = 40.
    totals: ['350.00', '250.00', '80.00', '20.00'],
    balances: { '1': '40.00', '2': '0.00' },
  },
  {
    hazard: 17,
    name: 'pending, rejected and denied payments are not paid',
    book: {
      Tx: table(
        'Account|Type|Date|Amount|Status\n1|Charge|45001|100|\n1|Payment|45002|-100|Posted\n1|Payment|45003|-100|Pending\n2|Charge|45001|40|\n2|Payment|45002|-40|Rejected\n2|Payment|45002|-10|Denied',
      ),
    },
    totals: ['140.00', '100.00', '0.00', '0.00'],
    balances: { '1': '0.00', '2': '40.00' },
    also: (r) => expect(dropped(r, 'Tx')).toEqual({ 'not counted: pending': 1, 'not counted: rejected': 1, 'not counted: denied': 1 }),
  },
  {
    hazard: 18,
    name: 'a remittance in cents beside a ledger in dollars is noticed',
    book: {
      Ledger: table(
        'Account|Type|Date|Amount\nP1|Charge|45001|300\nP1|Payment|45020|-186.75\nP2|Charge|45001|100\nP2|Payment|45020|-90\nP3|Charge|45001|50\nP3|Payment|45020|-45.50',
      ),
      Remit: table('Patient Control Number|ICN|Claim Status|Billed|Paid|PR Amt\nP1|I1|1|30000|18675|0\nP2|I2|1|10000|9000|1000\nP3|I3|1|5000|4550|450'),
    },
    problems: ['units-differ'],
    also: (r) => expect(r.ledger.remittances.map((m) => m.paid)).toEqual([18675, 9000, 4550]),
  },
  {
    hazard: 20,
    name: 'zero payments stay: they carry the denial',
    book: {
      Tx: table(
        'Account|Type|Date|Amount|CARC\n1|Charge|45001|100|\n1|Insurance Payment|45002|0|PR-1\n1|Patient Payment|45009|-100|\n2|Charge|45001|5|\n2|Patient Payment|45009|-6|',
      ),
    },
    totals: ['105.00', '106.00', '0.00', '0.00'],
    also: (r) => expect(kinds(r.ledger)).toEqual(['Charge', 'Payment', 'Payment', 'Charge', 'Payment']),
  },
  {
    hazard: 20,
    name: 'one period of postings without the charges: refused, no list of false credits',
    book: { Nov: table('Account|Type|Date|Amount\n1|Payment|45002|-100\n2|Payment|45003|-50\n3|Payment|45002|-75\n4|Charge|45001|20\n4|Payment|45009|-20') },
    refused: 'payments-without-charges',
  },
  {
    hazard: 20,
    name: 'one period beside full balances: refused, they cannot reconcile',
    book: {
      Accounts: table('Account|Patient|Balance\n1|A, B|10\n2|C, D|0\n3|E, F|0\n4|G, H|0'),
      Nov: table(
        'Account|Type|Date|Amount\n1|Charge|45002|20\n1|Payment|45002|-100\n2|Payment|45003|-50\n3|Payment|45002|-75\n4|Charge|45001|20\n4|Payment|45009|-20',
      ),
    },
    refused: 'cannot-reconcile',
  },
  { hazard: 20, name: 'charges alone: refused', book: { Tx: table('Account|Type|Date|Amount\n1|Charge|45001|20\n2|Charge|45001|30') }, refused: 'no-payments' },
  {
    hazard: 21,
    name: 'a sheet a month is one ledger',
    book: {
      Oct: table('Account|Type|Date|Amount\n1|Charge|45931|100\n2|Charge|45931|40'),
      Nov: table('Account|Type|Date|Amount\n1|Payment|45962|-130\n2|Payment|45962|-40'),
    },
    totals: ['140.00', '170.00', '0.00', '0.00'],
    balances: { '1': '-30.00', '2': '0.00' },
  },
];

const check = (test: Case, reading: Reading): void => {
  expect(reading.refused?.code ?? null).toBe(test.refused ?? null);
  if (test.totals) expect(Object.values(totals(reading.ledger))).toEqual(test.totals);
  if (test.balances) expect(balances(reading.ledger)).toEqual(test.balances);
  if (test.listed) expect(listed(reading.ledger)).toEqual(test.listed);
  if (test.problems) expect(codes(reading)).toEqual(test.problems);
  test.also?.(reading);
};

describe('hazards of exports.md', () => {
  it.each(CASES.map((c) => [c.hazard, c.name, c] as const))('hazard %i: %s', (_, __, test) => check(test, readBook(test.book, test.options)));

  // The same sheets as a csv holds them: every cell text. Damage by Excel (10) and serials (13) do not exist there.
  it.each(CASES.filter((c) => ![10, 13].includes(c.hazard)).map((c) => [c.hazard, c.name, c] as const))('hazard %i as text: %s', (_, __, test) => {
    const book = Object.fromEntries(
      Object.entries(test.book).map(([name, rows]) => [name, rows.map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : cell)))]),
    );
    check(test, readBook(book, test.options));
  });
});

it.each(CASES.map((c) => [c.hazard, c.name, c] as const))('hazard %i: every assumption has another answer: %s', (_, __, { book, options }) =>
  expectOtherAnswers(book, options),
);

describe('the 1904 system', () => {
  it('moves serials by 1,462 days', () => {
    const values = [
      ['Acct', 'Type', 'Post Date', 'Amount'],
      ['1', 'Charge', 43759, 10],
      ['1', 'Payment', 43760, -12],
    ];
    expect([...readWhole([{ name: 'Tx', values, date1904: true }]).ledger.tx.day.postDay]).toEqual([45221, 45222]);
  });
});
