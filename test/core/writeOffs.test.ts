/** Which write-offs on the patient's side hold (domain.md 1.6, A*), and what was reversed in part. Charges 1000, contractual 400, Aetna 480: the patient owes 120. */
import { holds, onPatientSide, overshoot, paidAfter, reversedInPart, validPatientWriteOffs } from '../../src/core/writeOffs';
import { BASE, inDollars, viewOf } from './viewing';

const owed = `${BASE}\n2026-02-01 payment 480 Aetna check=1`; // rows 2 to 4
/** What holds of the posting in row 5 (dollars), and "patient" where it stands on the patient's side. */
function ofRow5(rows: string): string {
  const account = viewOf(`${owed}\n${rows}`);
  const tx = account.all.find((each) => account.ledger.tx.row[each] === 5)!;
  return `${inDollars(holds(account, tx))}${onPatientSide(account, tx) ? ' patient' : ''}`;
}

describe('of a write-off', () => {
  it.each<[string, string, string]>([
    ['a bad debt that nobody paid', '2026-03-01 baddebt 120 patient', '120 patient'],
    ['a bad debt of which 50 was paid after', '2026-03-01 baddebt 120 patient\n2026-03-02 payment 50 patient', '70 patient'],
    ['a bad debt paid, and more', '2026-03-01 baddebt 120 patient\n2026-03-02 payment 150 patient', '0 patient'],
    ['what was paid before it does not count', '2026-03-01 baddebt 120 patient\n2026-02-20 payment 50 patient', '120 patient'],
    ['a small balance that was paid after all', '2026-03-01 smallbalance 4 none\n2026-03-02 payment 4 patient', '0 patient'],
    ['a self-pay discount beside insurance that paid', '2026-03-01 discount 20 patient', '0 patient'],
    ['charity', '2026-03-01 charity 60 patient', '60 patient'],
    ['charity given back', '2026-03-01 charity -60 patient', '-60 patient'],
    ["a write-off in the patient's name", '2026-03-01 writeoff 120 patient', '120 patient'],
    ['as far as it goes past zero it wrote off nothing: 120 − 150', '2026-03-01 writeoff 150 patient', '120 patient'],
    ['past zero altogether', '2026-02-20 payment 120 patient\n2026-03-01 writeoff 30 patient'.split('\n').reverse().join('\n'), '0 patient'],
    ["a payer's write-off is none of the patient's", '2026-03-01 writeoff 120 Aetna', '120'],
    ["a reversal in the patient's name", '2026-03-01 adjreversal 30 patient', '-30 patient'],
    ["a payer's reversal", '2026-03-01 adjreversal 30 Aetna', '-30'],
    ["a contractual in the patient's name is the payer's all the same", '2026-03-01 contractual 30 patient', '30'],
  ])('%s', (_name, rows, expected) => expect(ofRow5(rows)).toBe(expected));

  it('a self-pay discount holds while no listed payer paid', () => {
    const account = viewOf('account A1 payer1=Aetna\n2026-01-05 charge 100\n2026-01-06 discount 20 patient');
    expect(holds(account, account.all[1]!)).toBe(2000);
  });
  it('together they are at most what was owed, and never below nothing', () => {
    const account = viewOf(`${owed}\n2026-03-01 charity 60 patient\n2026-03-02 baddebt 30 patient`);
    expect([validPatientWriteOffs(account, 12000), validPatientWriteOffs(account, 8000)]).toEqual([9000, 8000]);
    expect(validPatientWriteOffs(viewOf(`${owed}\n2026-03-01 adjreversal 30 patient`), 12000)).toBe(0);
  });
  it('the overshoot is what stands below zero right after it, at most all of it', () => {
    const account = viewOf('account A1\n2026-01-05 charge 100\n2026-01-06 writeoff 130 none\n2026-01-07 writeoff 20 none');
    expect(account.all.map((tx) => overshoot(account, tx))).toEqual([0, 3000, 2000]);
  });
  it('counts what the patient paid after it, not with an earlier rank', () => {
    const account = viewOf(
      `${owed}\n2026-03-01 payment 20 patient\n2026-03-01 baddebt 100 patient\n2026-03-02 payment 30 patient\n2026-03-03 payment 40 Aetna check=2`,
    );
    const debt = account.all.find((tx) => account.ledger.tx.row[tx] === 6)!;
    expect(paidAfter(account, debt)).toBe(3000);
  });
  it("what was reversed in part: debits on the payer's side, contractuals below zero too", () => {
    const rows = '\n2026-03-01 adjreversal 30 Aetna\n2026-03-02 contractual -15 Aetna\n2026-03-03 adjreversal 7 patient\n2026-03-04 adjreversal -2 Aetna';
    expect(reversedInPart(viewOf(`${owed}${rows}`))).toBe(4500);
  });
});
