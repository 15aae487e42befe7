import { CAUSE_WORDS } from '../../src/core/words';
import { CLASS_WORDS, RESOLUTION_WORDS } from '../../src/outputs/words';
import { CAUSE_WORD, CLASS_WORD, RESOLUTION_WORD, counted, dayWord, fieldWord } from '../../src/taskpane/words';
import { dayOf, NO_DAY } from '../../src/core/day';

describe('the words of the pane', () => {
  it('are those of the worksheets: one table', () => {
    expect(CLASS_WORD).toBe(CLASS_WORDS);
    expect(RESOLUTION_WORD).toBe(RESOLUTION_WORDS);
    expect(CAUSE_WORD).toBe(CAUSE_WORDS);
  });

  it('count in plain English', () => {
    expect(counted(1, 'row')).toBe('1 row');
    expect(counted(0, 'row')).toBe('0 rows');
    expect(counted(12_345, 'row')).toBe('12,345 rows');
  });

  it('give a day without a time zone', () => {
    expect(dayWord(dayOf(2026, 3, 1) ?? NO_DAY)).toBe('Mar 1, 2026');
    expect(dayWord(NO_DAY)).toBe('');
  });

  it('turn a field into words', () => {
    expect(fieldWord('insuranceBalance')).toBe('Insurance balance');
    expect(fieldWord('post_date')).toBe('Post date');
  });
});
