/** Every sentence intake can say to a user: refusals here, problems below, each with its remedy (design.md 10). No patient names in them. */
import type { CellValue, Refusal } from './contract';

/** A cell as a sentence quotes it. */
export const shown = (cell: CellValue): string => `"${String(cell).slice(0, 40)}"`;
/** The choice of leaving open what the values do not show. */
export const UNDECIDED = 'not decided';

const refusal = (code: string, message: string, remedy: string): Refusal => ({ code, message, remedy });

export const REFUSALS = {
  empty: refusal('empty-workbook', 'The workbook is empty: no sheet holds values.', 'Open the export from your billing system, or add it as a sheet.'),
  noMoney: refusal(
    'no-money-columns',
    'No sheet has an account and amounts in columns that could be understood.',
    'Export a list of transactions (account, date, type, amount), or name the columns in a heading row.',
  ),
  remittanceOnly: refusal(
    'remittance-only',
    'Only remittances were found: what payers said, not what was posted.',
    'Add the transactions of your billing system beside the remittances.',
  ),
  noPayments: refusal(
    'no-payments',
    'No payment was found on any sheet, so no balance can be told from what was paid.',
    'Export transactions with payments and adjustments, not charges alone.',
  ),
  noCharges: refusal(
    'no-charges',
    'Payments were found, but no charges: every account would look like a credit.',
    'Export charges too, or add an accounts sheet with total charges.',
  ),
  period: (share: string): Refusal =>
    refusal(
      'payments-without-charges',
      `${share} of the accounts with payments have no charges in this file. It looks like one period's postings, and every such account would look like a credit.`,
      'Export all transactions of each account from its first charge, or add an accounts sheet with balances.',
    ),
  unreconciled: (share: string): Refusal =>
    refusal(
      'cannot-reconcile',
      `Only ${share} of the listed balances equal the sum of their transactions.`,
      'Export the full history of each account (not one period), check the sign of the types under Assumptions, and use balances of the same day.',
    ),
  noJoin: (share: string): Refusal =>
    refusal(
      'join-does-not-hold',
      `Only ${share} of the transaction rows belong to an account that is listed.`,
      'Check that both sheets carry the same account number as text (leading zeros kept) and cover the same accounts.',
    ),
  strangers: (share: string): Refusal =>
    refusal(
      'join-does-not-hold',
      `${share} of the transaction rows name another patient than the account they point to.`,
      'The numbers match by chance only. Choose the column that really links the two sheets.',
    ),
  grain: (grain: string): Refusal =>
    refusal('no-such-grain', `The sheets do not carry a ${grain} on their postings.`, 'Choose another level, or add the column.'),
  noType: (sheet: string): Refusal =>
    refusal(
      'no-type',
      `The amounts on ${sheet} do not say what they are: there is no type column, and the amounts all have one sign.`,
      'Add the column with the transaction type (charge, payment, adjustment), or name the sheet after what it holds.',
    ),
  noRows: refusal('no-rows', 'The sheets have headings but no rows that could be read.', 'Check filters and the export, then try again.'),
} as const;

/** Problem codes → what to do about them. The message is made where it is found, with its place. */
export const REMEDIES = {
  'amount-unreadable': 'Correct the cell, or take the row out. Until then the account is not judged.',
  'amount-ambiguous': 'Write the amount with two decimals, so that its decimal mark is clear. Until then the account is not judged.',
  'date-unreadable': 'Correct the date. The row is read without it.',
  'date-ambiguous': 'Say under Assumptions whether this column is day first or month first.',
  'no-account': 'Find the account this money belongs to. It is counted in no balance.',
  'amount-alone': 'Remove the total, or give the row its account. It is counted in no balance.',
  'type-unknown': 'Map this type under Assumptions or on the Credit policy sheet. Until then the account is not judged.',
  'id-damaged': 'Export the column as text; Excel has changed the number. Rows with it may stand on the wrong account.',
  'id-decimal': 'Export the column as text: 12.10 and 12.1 become the same number in Excel.',
  'zeros-lost': 'Export the account number as text on both sheets, so that leading zeros stay.',
  'case-differs': 'Check whether these are one account.',
  'balance-differs': 'Check for missing transactions before any refund.',
  'no-transactions': 'Export the transactions of these accounts (account, date, type, amount) and add them as a sheet. Until then no credit can be explained.',
  'listed-twice': 'Keep one row an account, of one day.',
  'payments-without-charges': 'Export the charges of these accounts too. Until then they are not judged.',
  'other-patient': 'Check which account the payment belongs to.',
  'not-listed': 'Check whether the account is missing from the listing or its number is written differently.',
  'second-heading': 'Put the second table on a sheet of its own. Rows from here on were not read.',
  'no-heading': 'Check the columns under Assumptions.',
  'remittance-unmatched': 'Check the patient control number on the remittance.',
  'units-differ': 'Check which sheet is in dollars.',
  'same-id': 'Add the facility to the transactions, so that the accounts can be told apart.',
  'too-many-sheets': 'Review fewer sheets at a time.',
  'x12-unreadable': 'Ask for the file again, or open it in a text editor and check the segment named.',
  'x12-out-of-balance': 'Check the remittance: its totals do not agree with its claims.',
} as const;
export type ProblemCode = keyof typeof REMEDIES;
