/** What *About* says of this build; a test compares it with package.json. */
export const VERSION = '1.0.0';
export const CHANGES: readonly string[] = [
  'How sure is this? tests the review on a copy of your own accounts.',
  'Last month’s reviewed file is carried over: decisions, notes, owners, clock starts.',
  'Dispute a payer that asks too late or has its money already.',
  'Decide each credit in the pane or in the sheet: each shows what the other says.',
  'Decide everything a filter shows, with a preview; undo the last decision.',
  'My worklist, due soonest first, with what was cleared this week.',
  'Filters by cause, payer, age and deadline.',
  'Write sheets on the ribbon.',
  'Names can be hidden while the screen is shared.',
];
