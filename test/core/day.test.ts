import { addDays, day, dayOf, fromIso, NO_DAY, toIso } from '../../src/core/day';

describe('days', () => {
  it.each([
    ['1901-01-01', 367],
    ['2000-01-01', 36526],
    ['2024-02-29', 45351],
    ['9999-12-31', 2_958_465],
  ])('%s is %i', (iso, serial) => {
    expect(fromIso(iso)).toBe(serial);
    expect(toIso(day(serial))).toBe(iso);
  });
  it.each(['1900-12-31', '2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', 'x2026-01-01', '2026-01-01T00', '2026-1-1', ''])(
    '"%s" is none',
    (text) => expect(fromIso(text)).toBeNull(),
  );
  it('has no year 10000', () => expect(dayOf(10_000, 1, 1)).toBeNull());
  it('0 is not known', () => expect([day(0), toIso(NO_DAY)]).toEqual([0, null]));
  it('runs from 1 March 1900 to the end of 9999', () => {
    expect([day(61), day(2_958_465)]).toEqual([61, 2_958_465]);
    for (const serial of [60, -1, 2_958_466, 100.5]) expect(() => day(serial)).toThrow(RangeError);
  });
  it('counts over the end of a leap February', () => expect(toIso(addDays(day(45351), 1))).toBe('2024-03-01'));
});
