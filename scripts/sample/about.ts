/** The last sheet: what the sample is, in plain words. */
import { line } from './layout';
import type { Layout } from './layout';
import type { Practice } from './plant';

export function aboutSheet(practice: Practice, transactions: number): Layout {
  const causes = practice.planted.filter((p) => /^C\d\d$/.test(p.expectation.id)).length;
  const traps = practice.planted.filter((p) => p.expectation.id.startsWith('P')).length;
  const prose = (text: string) => line(text, 'prose');
  return {
    name: 'About this sample',
    frozenRows: 0,
    frozenColumns: 0,
    merged: [],
    hiddenRows: [],
    widths: [110],
    tabColor: '#7F7F7F',
    filter: null,
    rows: [
      line('About this sample', 'title'),
      prose('Every person, account, payment and check number in this workbook is invented. The surnames say so. Any likeness to a real patient is chance.'),
      [],
      line('What it is', 'heading'),
      prose(
        `An export as a billing system writes it: ${practice.accounts.length} accounts and ${transactions} transactions of one practice, a few remittance lines and the refund checks that were issued.`,
      ),
      prose(
        'Most accounts are in order. Some are in credit, and each of those has a reason: money paid twice, a posting error, a payment on the wrong account, a deposit for a visit to come.',
      ),
      prose(`${causes} accounts show a cause of a credit balance; ${traps} look like a credit, or like a refund, and are not what they seem.`),
      [],
      line('How to read it', 'heading'),
      prose('Accounts: one row an account. A balance below zero, in red, is a credit: the practice holds money that is not its own, or the books are wrong.'),
      prose('Transactions: one row a posting. Charges are positive; payments and write-offs are negative; the sum of an account’s rows is its balance.'),
      prose(
        'Remittances: what a payer said it paid, for claims under question, and money it kept back (PLB code WO: a positive PLB amount lowers the payment). Refund checks: checks that accounts payable sent.',
      ),
      [],
      line('What to try', 'heading'),
      prose('1. Open the pane and choose Find credits. Nothing on these sheets is changed by it.'),
      prose('2. Look at an account: what happened, what it is worth to the cent, who is owed, and what must be checked before money leaves.'),
      prose('3. Choose Highlight to colour the rows, and Write sheets for the worksheets the next person works from. One click takes both away again.'),
      [],
      line('Oddities left in on purpose', 'heading'),
      prose(
        'Title rows above the header, a merged band, grand totals below, two hidden rows, three balances typed as text, dates without a date format, check numbers bent by Excel,',
      ),
      prose(
        'amounts with binary noise, a payer under two names, account numbers 00123 and 123, a payment without an account, and one account whose older rows were not exported.',
      ),
    ],
  };
}
