/** A workbook with letters to write: two refunds signed and addressed, and a payer's request that came too late. Invented people. */
import type { SessionTools } from '../../src/app/createSession';
import type { Scan } from '../../src/app/session';
import type { Book } from '../../src/host/workbook';
import { bookOf } from '../excel/book';
import type { Cell } from '../excel/book';
import { AS_OF, desk, never, silent, type } from './billing';
import type { Desk } from './billing';

const D = 45_900; // 2025-08-31
const EARLY = 45_600; // 2024-11-04
const twice = (account: string, day: number): Cell[][] => [
  [account, day, day, 'Charge', 500, '', '', ''],
  [account, day, day + 20, 'Contractual Adjustment', -100, 'Harbor Mutual', '', ''],
  [account, day, day + 20, 'Insurance Payment', -400, 'Harbor Mutual', `CHK${account}A`, `CLM-${account}`],
  [account, day, day + 50, 'Insurance Payment', -400, 'Harbor Mutual', `CHK${account}B`, `CLM-${account}`],
];
/** 00123 and T9: 400.00 paid twice by Harbor Mutual. 7: the patient paid 1,345.10 for 100.00. */
const TRANSACTIONS: Cell[][] = [
  ['Account', 'Service Date', 'Post Date', 'Transaction Type', 'Amount', 'Payer', 'Check #', 'Claim Number'],
  ...twice('00123', D),
  ...twice('T9', EARLY),
  ['7', D, D, 'Charge', 100, '', '', ''],
  ['7', D, D + 5, 'Patient Payment', -1345.1, '', 'CARD 1', ''],
];
const ACCOUNTS: Cell[][] = [
  ['Account', 'Patient', 'Balance', 'Primary Payer', 'Patient State', 'Member ID'],
  ['00123', 'Invented, Ana', -400, 'Harbor Mutual', 'OR', '-77A'],
  ['T9', 'Invented, Cy', -400, 'Harbor Mutual', 'TX', '0042'],
  ['7', '=Bo+1', -1245.1, '', 'OR', ''],
];

export interface LetterDesk extends Desk {
  readonly publish: () => Promise<Scan>;
}

/** `more`: further rows below those of the two sheets. */
export const letterBook = (more: { readonly accounts?: Cell[][]; readonly transactions?: Cell[][] } = {}): Book =>
  bookOf({ Accounts: [...ACCOUNTS, ...(more.accounts ?? [])], Transactions: [...TRANSACTIONS, ...(more.transactions ?? [])] });

/** Reviewed, approved, signed and addressed; `publish` once more writes the letters. */
export async function letterDesk(book = letterBook(), tools: Partial<SessionTools> = {}): Promise<LetterDesk> {
  const opened = await desk(book, tools);
  const { excel, session } = opened;
  const publish = async (): Promise<Scan> => {
    const scan = await opened.scan();
    await session.publish(scan, 'Kim', silent, never());
    return scan;
  };
  await publish();
  type(excel, 'Credits', '00123', 'Status', 'Approved');
  type(excel, 'Credits', '7', 'Status', 'Approved');
  type(excel, 'Credits', 'T9', 'Decision', 'Dispute');
  await publish();
  for (const account of ['00123', '7']) {
    type(excel, 'Refunds', account, 'Prepared by', 'Ann Lee');
    type(excel, 'Refunds', account, 'Approved by', 'Bea Moss');
    type(excel, 'Refunds', account, 'Approved on', AS_OF);
  }
  for (const [payee, line] of [
    ['Harbor Mutual', 'PO Box 12'],
    ['=Bo+1', '-2 Low St'],
  ] as const)
    for (const [heading, value] of Object.entries({ 'Address 1': line, City: 'Salem', State: 'OR', ZIP: '01234' }))
      type(excel, 'Payees', payee, heading, value);
  return { ...opened, publish };
}
