/** Which keys get which class on which sheet (design.md 8). */
import { highlightEdits } from '../../src/outputs/highlight';
import type { KeyedSheet, SheetKey } from '../../src/outputs/highlight';
import { credit, open, review } from './review';

const key = (raw: string | number, account: number, facility = ''): SheetKey => ({ raw, account, facility });
const sheet = (keys: readonly SheetKey[], more: Partial<KeyedSheet> = {}): KeyedSheet => ({
  sheet: 'Accounts',
  role: 'accounts',
  keyColumn: 0,
  facilityColumn: -1,
  amountColumns: [4],
  firstRow: 1,
  rowCount: 10,
  firstColumn: 0,
  columnCount: 6,
  keys,
  ...more,
});
const BOTH = review([credit(), open()]);

describe('highlightEdits', () => {
  it("colours every raw form of an account with the account's class, and no other account", () => {
    const { edits, problems } = highlightEdits(BOTH, [sheet([key('00123', 0), key('00123 ', 0), key(7, 1), key('8', 2)])]);
    expect(edits[0]?.keys).toEqual([
      { value: '00123', class: 'true-overpayment' },
      { value: '00123 ', class: 'true-overpayment' },
      { value: 7, class: 'needs-review' },
    ]);
    expect(problems).toEqual([]);
  });

  it('leaves transactions alone while there is an accounts sheet, else colours key and amount cells', () => {
    const tx = sheet([key('00123', 0)], { sheet: 'Tx', role: 'transactions' });
    expect(highlightEdits(BOTH, [sheet([key('00123', 0)]), tx]).edits.map((edit) => edit.sheet)).toEqual(['Accounts']);
    expect(highlightEdits(BOTH, [tx]).edits[0]).toMatchObject({ sheet: 'Tx', onlyColumns: [0, 4] });
  });

  it('makes a Problem of a key over 255 characters as Excel looks it up', () => {
    const fits = 'x'.repeat(255);
    expect(highlightEdits(BOTH, [sheet([key(fits, 0)])]).problems).toEqual([]);
    for (const raw of [`${fits}x`, `${'x'.repeat(254)}*`]) {
      const { edits, problems } = highlightEdits(BOTH, [sheet([key(raw, 0)])]);
      expect(edits).toEqual([]);
      expect(problems).toMatchObject([{ code: 'key-too-long', sheet: 'Accounts' }]);
    }
  });

  it('makes a Problem of keys that differ only in case, unless they have the same class', () => {
    // ab1 is in credit, AB1 is not: the look-up would colour both.
    const { edits, problems } = highlightEdits(BOTH, [sheet([key('ab1', 0), key('AB1', 2)])]);
    expect(edits).toEqual([]);
    expect(problems).toMatchObject([{ code: 'key-case' }]);
    expect(highlightEdits(BOTH, [sheet([key('ab1', 0), key('AB1', 0)])]).problems).toEqual([]);
    // A number and a text that look alike are told apart.
    expect(highlightEdits(BOTH, [sheet([key('123', 0), key(123, 2)])]).edits[0]?.keys).toEqual([{ value: '123', class: 'true-overpayment' }]);
  });

  it('joins facility and key, so that the same number in two houses is two keys', () => {
    const { edits } = highlightEdits(BOTH, [sheet([key('1', 0, 'North'), key('1', 2, 'South'), key(1, 1, 'North')], { facilityColumn: 2 })]);
    expect(edits[0]?.keys).toEqual([
      { value: "North|'1", class: 'true-overpayment' },
      { value: 'North|1', class: 'needs-review' },
    ]);
  });
});
