/** What a person may change: every assumption can be answered another way, and words that name a party or a bank return are heeded. */
import type { Reading } from '../../src/intake/contract';
import { assumed, balances, kinds, readBook, table } from './support';

const parties = (reading: Reading): string[] => Array.from(reading.ledger.tx.party).map((party) => reading.ledger.parties[party]?.name ?? '');

describe('ids under the heading of a person', () => {
  const rows = (who: string): string => `Acct|Guarantor|Type|Date|Amount\n1|${who}|Charge|45001|100\n1|${who}|Payment|45002|-120`;
  it('are a number where the values are numbers, a name where they are names', () => {
    const numbers = readBook({ Tx: table(rows('G-1001')) });
    expect(numbers.sheets[0]?.columns).toMatchObject({ guarantor: 'Guarantor' });
    expect(assumed(numbers, 'column:Tx:guarantorName')).toBe('none');
    expect(readBook({ Tx: table(rows('Doe, Jane')) }).sheets[0]?.columns).toMatchObject({ guarantorName: 'Guarantor' });
    const chosen = readBook({ Tx: table(rows('G-1001')) }, { corrections: { 'column:Tx:guarantorName': 'Guarantor' } });
    expect(chosen.sheets[0]?.columns).toMatchObject({ guarantorName: 'Guarantor' });
    expect(chosen.sheets[0]?.columns).not.toHaveProperty('guarantor');
  });
});

describe('a bank return said by the description alone', () => {
  it('is a notice without an amount, a reversal with one', () => {
    const rows = table(`Acct|Type|Description|Date|Amount\n1|Charge||45001|100\n1|Patient Payment|Check|45002|-100
1|Adjustment|Bank Return|45009|0\n1|Other|NSF|45009|0\n2|Charge||45001|50\n2|Patient Payment|Check|45002|-50\n2|Adjustment|Returned check|45009|50`);
    const reading = readBook({ Tx: rows });
    expect(kinds(reading.ledger)).toEqual(['Charge', 'Payment', 'BankReturn', 'BankReturn', 'Charge', 'Payment', 'PaymentReversal']);
    expect(balances(reading.ledger)).toEqual({ '1': '0.00', '2': '50.00' });
  });
});

describe('a transfer named after a party', () => {
  it('moves the part of that party, whatever the payer column says', () => {
    const reading = readBook({
      Accounts: table('Acct|Patient|Primary Payer|Secondary Payer|Balance\n1|A, B|Aetna|Cigna|60'),
      Tx: table(`Acct|Type|Payer|Date|Amount\n1|Charge||45001|100\n1|Insurance Payment|Aetna|45002|-40
1|Transfer to Patient|Aetna|45003|-20\n1|Transfer to Patient|Aetna|45003|20\n1|Transfer to Secondary|Aetna|45003|-30\n1|Transfer to Secondary|Aetna|45003|30`),
    });
    expect(parties(reading).slice(2)).toEqual(['Aetna', 'Patient', 'Aetna', 'Cigna']);
  });
});

describe('every assumption has another answer', () => {
  const books: Readonly<Record<string, Readonly<Record<string, ReturnType<typeof table>>>>> = {
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
  };
  it.each(Object.entries(books))('%s', (name, book) => {
    const reading = readBook(book);
    expect(reading.assumptions.length).toBeGreaterThan(0);
    for (const { key, chosen, choices } of reading.assumptions) {
      expect([name, key, new Set(choices).size >= 2, choices.includes(chosen)]).toEqual([name, key, true, true]);
      for (const other of choices.filter((choice) => choice !== chosen)) {
        const again = readBook(book, { corrections: { [key]: other } });
        expect([key, other, assumed(again, key) ?? other]).toEqual([key, other, other]);
      }
    }
  });
});
