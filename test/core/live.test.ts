/** Which reversal undoes which posting (domain.md 2.1 step 2). "2=3": rows 2 and 3 are a pair; what is left is live. */
import { rowsOf, viewOf } from './viewing';

function pairs(text: string): string {
  const account = viewOf(`account A1 payer1=Aetna\n${text}`);
  const found = [...account.partner].map(([one, other]) => rowsOf(account, [one, other])).filter(([one, other]) => (one as number) < (other as number));
  expect(account.live.some((tx) => account.partner.has(tx))).toBe(false);
  expect(account.live.length + account.partner.size).toBe(account.all.length);
  return found
    .map((pair) => pair.join('='))
    .sort()
    .join(' ');
}
const paid = '2026-02-01 payment 480 Aetna';
const two = `${paid} check=1 claim=C1 icn=I1 txnId=T1\n2026-02-03 payment 480 Aetna check=2 claim=C2 icn=I2 txnId=T2\n`;

describe('a reversal undoes', () => {
  it.each<[string, string, string]>([
    ['a payment of the same check', `${paid} check=1\n2026-02-10 reversal 480 Aetna check=1`, '2=3'],
    ['a payment a cent larger', `${paid}\n2026-02-10 reversal 479.99 Aetna`, '2=3'],
    ['a payment a cent smaller', `${paid}\n2026-02-10 reversal 480.01 Aetna`, '2=3'],
    ['none two cents larger', `${paid}\n2026-02-10 reversal 479.98 Aetna`, ''],
    ['none two cents smaller', `${paid}\n2026-02-10 reversal 480.02 Aetna`, ''],
    ['none of a later day', `${paid}\n2026-01-31 reversal 480 Aetna`, ''],
    ['one of the same day', `${paid}\n2026-02-01 reversal 480 Aetna`, '2=3'],
    ["none of another payer's", `${paid}\n2026-02-10 reversal 480 Cigna`, ''],
    ['the one it names', `${two}2026-02-10 reversal 480 Aetna reversalOf=T1`, '2=4'],
    ['the one it names, a cent apart', `${two}2026-02-10 reversal 480.01 Aetna reversalOf=T1`, '2=4'],
    ['the one it names even where its own check says another', `${two}2026-02-10 reversal 480 Aetna reversalOf=T1 check=2`, '2=4'],
    ['not the one it names when the amount is two cents apart', `${paid} txnId=T1\n2026-02-10 reversal 480.02 Aetna reversalOf=T1`, ''],
    ['one of its amount where the named one is not there', `${paid} txnId=T1\n2026-02-10 reversal 480 Aetna reversalOf=T9`, '2=3'],
    ['the one of its check', `${two}2026-02-10 reversal 480 Aetna check=1`, '2=4'],
    ['the one of its claim', `${two}2026-02-10 reversal 480 Aetna claim=C1`, '2=4'],
    ["the one of the payer's claim number", `${two}2026-02-10 reversal 480 Aetna icn=I1`, '2=4'],
    ['the latest where nothing names one', `${two}2026-02-10 reversal 480 Aetna`, '3=4'],
    ['none where its check is none of theirs', `${two}2026-02-10 reversal 480 Aetna check=9`, ''],
    ['one without a check, then', `${two}2026-02-04 payment 480 Aetna\n2026-02-10 reversal 480 Aetna check=9`, '4=5'],
    ['a payment of its exact amount before a later one a cent apart', `${paid}\n2026-02-03 payment 480.01 Aetna\n2026-02-10 reversal 480 Aetna`, '2=4'],
    ['one a cent smaller before one a cent larger', `2026-02-01 payment 479.99 Aetna\n2026-02-03 payment 480.01 Aetna\n2026-02-10 reversal 480 Aetna`, '2=4'],
    ['each payment once', `${paid}\n2026-02-10 reversal 480 Aetna\n2026-02-11 reversal 480 Aetna`, '2=3'],
    [
      'a payment for whom a later reversal has the check: that one goes first',
      `${paid} check=1\n2026-02-10 reversal 480 Aetna\n2026-02-11 reversal 480 Aetna check=1`,
      '2=4',
    ],
    ['payments and their reversals in turn', `${two}2026-02-10 reversal 480 Aetna check=2\n2026-02-11 reversal 480 Aetna check=1`, '2=5 3=4'],
    ['nothing of nothing', `2026-02-01 payment 0 Aetna\n2026-02-10 reversal 0 Aetna`, ''],
  ])('%s', (_name, rows, expected) => expect(pairs(rows)).toBe(expected));
});

describe('of the kinds of posting', () => {
  it.each<[string, string, string]>([
    ["a payer's takeback comes on a later check", `${paid} check=1\n2026-03-01 takeback 480 Aetna check=7`, '2=3'],
    ['a takeback with the sign of a payment undoes nothing', `${paid}\n2026-03-01 takeback -480 Aetna`, ''],
    ['a payment below zero is a reversal', `${paid}\n2026-03-01 payment -480 Aetna`, '2=3'],
    ['a deposit and its return', '2026-02-01 deposit 480 patient\n2026-03-01 deposit -480 patient', '2=3'],
    ['interest and its return', '2026-02-01 interest 6.31 Aetna\n2026-03-01 interest -6.31 Aetna', '2=3'],
    ['a deposit undone by a reversal', '2026-02-01 deposit 480 patient\n2026-03-01 reversal 480 patient', '2=3'],
    ['interest undone by a reversal', '2026-02-01 interest 6.31 Aetna\n2026-03-01 reversal 6.31 Aetna', '2=3'],
    ['a refund and its void', '2026-02-01 refund 50 patient\n2026-03-01 refund -50 patient', '2=3'],
    ['a void undoes no payment', '2026-02-01 payment 50 patient\n2026-03-01 refund -50 patient', ''],
    ['a refund undoes nothing', '2026-02-01 payment 50 patient\n2026-03-01 refund 50 patient', ''],
    ['a contractual and its reversal', '2026-02-01 contractual 400 Aetna\n2026-03-01 adjreversal 400 Aetna', '2=3'],
    ['a contractual and a debit of its kind', '2026-02-01 contractual 400 Aetna\n2026-03-01 contractual -400 Aetna', '2=3'],
    ['a write-off and a debit of another kind', '2026-02-01 writeoff 400 Aetna\n2026-03-01 charity -400 Aetna', '2=3'],
    ['an adjustment reversal undoes no payment', `${paid}\n2026-03-01 adjreversal 480 Aetna`, ''],
    ['a payment reversal undoes no write-off', '2026-02-01 contractual 400 Aetna\n2026-03-01 reversal 400 Aetna', ''],
    ['a reversal of an adjustment with the sign of one can be undone itself', '2026-02-01 adjreversal -40 Aetna\n2026-03-01 adjreversal 40 Aetna', '2=3'],
    ['two write-offs are none', '2026-02-01 contractual 400 Aetna\n2026-03-01 contractual 400 Aetna', ''],
    ['a charge and its credit stay', '2026-02-01 charge 100\n2026-03-01 chargecredit 100', ''],
    ['transfers stay', '2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 Aetna', ''],
  ])('%s', (_name, rows, expected) => expect(pairs(rows)).toBe(expected));
});
