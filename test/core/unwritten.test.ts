/** A write-off that is still to be posted is nobody's debt: the story asks for the posting, and asks nobody for the money. */
import { storyOf } from '../../src/core/story';
import { creditOf, reviewOf } from './harness';

const rows = (contractual: string, patient: string): string =>
  `account A1 payer1=Aetna\n2026-01-05 charge 1000${contractual}\n2026-02-01 payment 480 Aetna check=1 claim=C allowed=600 pr=120${patient}\n2026-03-01 payment 480 Aetna check=2 claim=C allowed=600 pr=120`;
const told = (text: string) => {
  const { ledger, policy, ...reviewed } = reviewOf(text);
  return storyOf(ledger, policy, creditOf({ ledger, policy, ...reviewed })!);
};
const paid = '\n2026-02-20 payment 120 patient';

describe('the story of an account with a shortfall', () => {
  it('asks for the write-off of 400 that was never posted: 1000 − 960 − 120 = −80', () => {
    const { sentence, postings } = told(rows('', paid));
    expect(postings).toEqual(['Refund $480.00 to Aetna (row 5 of Transactions).', 'Post the missing write-off of $400.00.']);
    expect(sentence).toContain('$400.00 of write-off is not posted yet.');
    expect(sentence).not.toContain('still owed');
  });
  it('tells it apart from what the patient owes: 150 not written off and 20 not paid', () => {
    const { sentence, postings } = told(rows('\n2026-02-01 contractual 250 Aetna', paid.replace('120', '100')));
    expect(postings.slice(1)).toEqual(['Collect $20.00 from the patient.', 'Post the missing write-off of $150.00.']);
    expect(sentence).toContain('$20.00 is still owed to the provider. $150.00 of write-off is not posted yet.');
  });
  it('asks for none where all is written off', () => {
    const { sentence, postings } = told(rows('\n2026-02-01 contractual 400 Aetna', ''));
    expect(postings.slice(1)).toEqual(['Collect $120.00 from the patient.']);
    expect(sentence).not.toContain('write-off');
  });
});
