/** The sample workbook as layouts, and its truth. */
import { aboutSheet } from './about';
import type { Layout } from './layout';
import { makePractice } from './practice';
import { accountsSheet, refundChecksSheet, remittancesSheet, transactionsSheet } from './sheets';
import { truthOf } from './truthFile';
import type { Truth } from './truthFile';

export function makeSample(): { readonly sheets: readonly Layout[]; readonly truth: Truth } {
  const practice = makePractice();
  const truth = truthOf(practice);
  const sheets = [
    accountsSheet(practice),
    transactionsSheet(practice),
    remittancesSheet(practice),
    refundChecksSheet(practice),
    aboutSheet(practice, truth.transactions),
  ];
  return { sheets, truth };
}
