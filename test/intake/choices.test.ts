/** What a person may change: every assumption can be answered another way, and words that name a party or a bank return are heeded. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../src/intake/contract';
import { REACH } from '../../src/intake/corrections';
import { ASKING, expectOtherAnswers } from './asking';
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
  it.each(Object.entries(ASKING))('%s', (_, book) => {
    expect(readBook(book).assumptions.length).toBeGreaterThan(0);
    expectOtherAnswers(book);
  });
  it('a row without any label, and one told by its description alone', () => {
    const rows = 'Acct|Type|Description|Date|Amount\n1|Charge||45001|100\n1|Insurance Payment||45002|-60\n1|||45003|-50\n1||Zorp|45003|-5';
    const chosen = { 'type:Tx:': 'Payment', 'type:Tx:Zorp': 'WriteOff' };
    expect(kinds(readBook({ Tx: table(rows) }).ledger)).toEqual(['Charge', 'Payment', 'Unknown', 'Unknown']);
    expect(kinds(readBook({ Tx: table(rows) }, { corrections: chosen }).ledger)).toEqual(['Charge', 'Payment', 'Payment', 'WriteOff']);
  });
});

it('every kind of correction that intake heeds is one that can be kept', () => {
  const folder = join(__dirname, '../../src/intake');
  const source = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'corrections.ts')
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const found = source.flatMap((text) =>
    [...text.matchAll(/(?:\bkey(?::| =) |orrections(?:\?\.)?\[|prefix = |chosenFor\(\w*(?:\.\w+)*, )['`](\w+)[:']/g)].map((match) => match[1]),
  );
  expect([...new Set(found), 'grain'].toSorted()).toEqual(Object.keys(REACH).toSorted());
});
