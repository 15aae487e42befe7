/** The small invented ledger of the hazard files and of the workbooks in use: 400.00 and 45.00 in credit. Dates are days of January 2026. */
export const LISTING = [
  ['Account', 'Patient', 'Balance'],
  ['00123', 'Invented, Ana', -400],
  ['00124', 'Invented, Bo', -45],
  ['00125', 'Invented, Cy', 250.5],
];
export const HEADINGS = ['Account', 'Post Date', 'Transaction Type', 'Amount', 'Payer'];
const POSTINGS = [
  ['00123', 5, 'Charge', 500, ''],
  ['00123', 25, 'Contractual Adjustment', -100, 'Harbor Mutual'],
  ['00123', 25, 'Insurance Payment', -400, 'Harbor Mutual'],
  ['00123', 27, 'Insurance Payment', -400, 'Harbor Mutual'],
  ['00124', 5, 'Charge', 100, ''],
  ['00124', 12, 'Patient Payment', -145, ''],
  ['00125', 14, 'Charge', 250.5, ''],
];
export const JANUARY_2026 = 46_022;
export const withDates = (dateOf) => POSTINGS.map(([account, day, ...rest]) => [account, dateOf(day), ...rest]);
export const serials = withDates((day) => JANUARY_2026 + day);
