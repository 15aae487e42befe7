/** Small books that leave a question open, one or more for every kind of assumption, and what holds of every assumption. */
import { choiceWord, reachOf } from '../../src/intake/corrections';
import { assumed, readBook, table } from './support';
import type { Options, Rows } from './support';

export type TestBook = Readonly<Record<string, Rows>>;

export const ASKING: Readonly<Record<string, TestBook>> = {
  filled: { Tx: table('Acct|Type|Date|Amount\n1|Charge|45001|100\n|Payment|45002|-60\n|Payment|45003|-60\n2|Charge|45001|5\n|Payment|45003|-6') },
  payers: {
    Tx: table('Acct|Type|Payer|Date|Amount\n1|Charge||1/2/23|100\n1|Payment|BCBS TX|1/3/23|-60\n1|Payment|Blue Cross Blue Shield of Texas|1/4/23|-60'),
  },
  facilities: {
    Tx: table(
      'Facility|Acct|Patient|Type|Date|Amount\nN|1|Doe, A|Charge|45001|10\nN|1|Doe, A|Payment|45002|-10\nS|1|Roe, B|Charge|45001|7\nS|1|Roe, B|Payment|45002|-9',
    ),
  },
  split: {
    Accounts: table('Acct|Patient|Payer|Balance\n1|A, B|Aetna|-5\n1|A, B|Cigna|-3\n2|C, D|Aetna|0'),
    Tx: table('Acct|Type|Date|Amount\n1|Charge|45001|10\n1|Payment|45002|-18\n2|Charge|45001|1\n2|Payment|45002|-1'),
  },
  totals: {
    Accounts: table('Acct|Patient|Total Charges|Balance\n1|A, B|100|-5\n2|C, D|50|0'),
    Payments: table('Acct|Payer|Check #|Paid Date|Payment\n1|Aetna|7|45002|105\n2|Aetna|7|45002|50'),
  },
  decimals: {
    Tx: table('Acct|Type|Date|Amount\n1|Charge|1/2/2023|1.234,50\n1|Payment|2/3/2023|1,234.50\n2|Charge|13/2/2023|1,234\n2|Payment|2/13/2023|1,234', true),
  },
  doubled: { Tx: table('Acct #|Date|Type|Amount|Amount\n1|45001|Charge|100|3\n1|45002|Payment|-90|3\n1|45003|ZQADJ|-5|3\n2|45001|Charge|40|3') },
  typeless: { Tx: table('Acct|Type|Date|Amount\n1|Charge|45001|100\n1|Insurance Payment|45002|-60\n1||45003|-50\n2|Charge|45001|5') },
  sheets: {
    North: table('Acct|Patient|Type|Date|Amount\n1|Doe, A|Charge|45001|10\n1|Doe, A|Payment|45002|-10'),
    South: table('Acct|Patient|Type|Date|Amount\n1|Roe, B|Charge|45001|7\n1|Roe, B|Payment|45002|-9'),
  },
  creditsListed: {
    Accounts: table('Acct|Patient|Balance\n1|A, B|20\n2|C, D|5\n3|E, F|7'),
    Tx: table('Acct|Type|Date|Amount\n1|Charge|45001|10\n1|Payment|45002|-30\n2|Charge|45001|10\n2|Payment|45002|-15\n3|Charge|45001|10\n3|Payment|45002|-17'),
  },
  payerless: {
    Accounts: table('Acct|Patient|Payer|Balance\n1|A, B|Aetna|-20\n2|C, D|Cigna|0'),
    Tx: table('Acct|Type|Date|Amount\n1|Charge|45001|100\n1|Insurance Payment|45002|-120\n2|Charge|45001|10\n2|Insurance Payment|45002|-10'),
  },
  paidWithWriteOffs: {
    Detail: table(
      'Acct #|DOS|CPT|Charges|Paid|Adjustments|Balance\n1|45001|99213|100|80|30|20\n1|45001|85025|40|40|15|0\n2|45002|99214|50|50|10|0\n2|45003|99215|70|75|20|-5\n3|45003|99215|60|40|15|20\n3|45004|99213|30|30|9|0',
    ),
  },
  remittance: {
    Ledger: table(
      'Account|Type|Date|Amount\nP1|Charge|45001|300\nP1|Payment|45020|-186.75\nP2|Charge|45001|100\nP2|Payment|45020|-90\nP3|Charge|45001|50\nP3|Payment|45020|-45.50',
    ),
    Remit: table('Patient Control Number|ICN|Claim Status|Billed|Paid|PR Amt\nP1|I1|1|30000|18675|0\nP2|I2|1|10000|9000|1000\nP3|I3|1|5000|4550|450'),
  },
  remittanceLines: {
    Ledger: table(
      'Account|Type|Date|Amount\nP1|Charge|45001|300\nP1|Payment|45020|-200\nP1|Contractual|45020|-100\nP2|Charge|45001|90\nP2|Payment|45020|-60\nP2|Contractual|45020|-30\nP3|Charge|45001|70\nP3|Payment|45020|-50\nP3|Contractual|45020|-20',
    ),
    Remit: table(
      'Patient Control Number|ICN|Claim Status|ChargeAmount|PaymentAmount|LineChargeAmount|LinePaidAmount|Group Code|Reason Code|Adj1Amount\nP1|I1|1|300|200|100|80|CO|45|20\nP1|I1|1|300|200|200|120|CO|45|80\nP2|I2|1|90|60|50|30|CO|45|20\nP2|I2|1|90|60|40|30|CO|45|10\nP3|I3|1|70|50|30|20|CO|45|10\nP3|I3|1|70|50|40|30|CO|45|10',
    ),
  },
};

/** At least two answers, the one in use among them; every other one changes the reading, is shown as chosen, and can be kept without a word of the workbook. */
export function expectOtherAnswers(book: TestBook, options: Options = {}): void {
  const reading = readBook(book, options);
  const before = JSON.stringify(reading);
  for (const { key, chosen, choices } of reading.assumptions) {
    expect([key, new Set(choices).size >= 2, choices.includes(chosen)]).toEqual([key, true, true]);
    // Kinds are many: the first few stand for all.
    for (const other of choices.filter((choice) => choice !== chosen).slice(0, 4)) {
      const again = readBook(book, { ...options, corrections: { ...options.corrections, [key]: other } });
      expect([key, other, assumed(again, key) ?? other, JSON.stringify(again) !== before]).toEqual([key, other, other, true]);
      expect([key, other, reachOf(key) === 'field' || choiceWord(key, other) !== null]).toEqual([key, other, true]);
    }
  }
}
