/** One correction of every kind: kept as a setting and in a profile without a word of the workbook, applied again, shown, and forgotten. */
import { forget, memoryOf, recall, remember, textOf } from '../../src/app/memory';
import { createLocalAnalyst } from '../../src/app/localAnalyst';
import { fitProfile, parseProfile, profileOf, profileText } from '../../src/app/profile';
import type { CellValue, Plan, SheetSample } from '../../src/intake/contract';
import { CHOICE_WORDS, hashed, kindOfKey, REACH, reachOf } from '../../src/intake/corrections';
import { FIELDS } from '../../src/intake/fields';
import { ASKING } from '../intake/asking';
import type { TestBook } from '../intake/asking';
import { assumed, AS_OF, readBook } from '../intake/support';

const sampleOf = ([name, head]: readonly [string, readonly (readonly CellValue[])[]]): SheetSample => ({
  name,
  head,
  tail: [],
  formats: [],
  firstRow: 0,
  firstColumn: 0,
  rowCount: head.length,
  columnCount: head[0]?.length ?? 0,
  tables: [],
  visibility: 'visible',
  own: false,
  date1904: false,
});
const planOf = (book: TestBook, corrections: Readonly<Record<string, string>> = {}): Promise<Plan> =>
  createLocalAnalyst().plan(Object.entries(book).map(sampleOf), { asOf: AS_OF, policyRows: [], corrections });

/** Names as no word of ours has them, so that a leak shows. */
const odd = (book: TestBook): TestBook => Object.fromEntries(Object.entries(book).map(([name, rows]) => [`${name} ZQ`, rows]));
/** The answer that is not in use, for every question; of many the last but one. */
function answers(book: TestBook): Record<string, string> {
  const open = readBook(book).assumptions.map(({ key, chosen, choices }) => [key, choices.find((choice) => choice !== chosen) ?? ''] as const);
  return Object.fromEntries(open);
}
/** As a key comes back: its label or payer only as a hash. */
function hashedKey(key: string): string {
  if (key.startsWith('payer:')) return `payer:${hashed(key.slice('payer:'.length))}`;
  const [kind = '', sheet = '', ...rest] = key.split(':');
  return reachOf(key) === 'label' ? `${kind}:${sheet}:${hashed(rest.join(':'))}` : key;
}

/** Kinds that no question stands for. */
const MORE: Readonly<Record<string, Readonly<Record<string, string>>>> = { doubled: { 'role:Tx ZQ': 'mixed', grain: 'account' } };
const made = Object.entries(ASKING).map(([name, book]): { name: string; sheets: TestBook; corrections: Readonly<Record<string, string>> } => {
  const sheets = odd(book);
  // Without its column of types no type or sign is asked about.
  const asked = Object.fromEntries(Object.entries(answers(sheets)).filter(([key]) => key !== 'column:Tx ZQ:type'));
  return { name, sheets, corrections: { ...asked, ...MORE[name] } };
});

/** What stands in the setting's text besides hashes, positions, field names and words of ours. */
function strange(kept: string): string[] {
  const { sheets } = JSON.parse(kept) as { sheets: Record<string, Record<string, string>> };
  const fields = [...Object.keys(FIELDS), 'facility', 'sheet'];
  const isCode = (code: string): boolean => {
    const [kind = '', rest, ...more] = code.split('/');
    return Object.hasOwn(REACH, kind) && more.length === 0 && (rest === undefined || /^(#[0-9a-f]{16}|@\d+)$/.test(rest) || fields.includes(rest));
  };
  const isValue = (value: string): boolean => /^@\d+$/.test(value) || CHOICE_WORDS.has(value);
  return Object.entries(sheets).flatMap(([place, codes]) => [
    ...(/^(all\.[0-9a-f]{16}|[0-9a-f]{16}\.\d+\.\d+)$/.test(place) ? [] : [place]),
    ...Object.entries(codes).flatMap(([code, value]) => [...(isCode(code) ? [] : [code]), ...(isValue(value) ? [] : [value])]),
  ]);
}

it('sees a text of the workbook in what is kept', () => {
  const kept = (place: string, code: string, value: string): string => JSON.stringify({ sheets: { [place]: { [code]: value } } });
  const place = '0123456789abcdef.1.1';
  expect(strange(kept(place, 'column/amount', '@3'))).toEqual([]);
  expect(strange(kept('May', 'column/amount', '@3'))).toEqual(['May']);
  expect(strange(kept(place, 'type/ZQADJ', 'Payment'))).toEqual(['type/ZQADJ']);
  expect(strange(kept(place, 'column/amount', 'Amount Q'))).toEqual(['Amount Q']);
});

it('the books below ask about every kind there is', () => {
  expect([...new Set(made.flatMap(({ corrections }) => Object.keys(corrections).map(kindOfKey)))].toSorted()).toEqual(Object.keys(REACH).toSorted());
});

describe.each(made)('$name', ({ sheets, corrections }) => {
  const heeded = Object.fromEntries(Object.entries(corrections).filter(([key]) => key !== 'grain'));
  it('comes back from the settings, which hold no text of the workbook', async () => {
    const plan = await planOf(sheets);
    const { memory, left } = remember({}, plan, corrections);
    expect(left).toEqual([]);
    const kept = textOf(memory);
    expect(strange(kept)).toEqual([]);
    expect(kept).not.toMatch(/ZQ|BCBS|Aetna/);
    const recalled = recall(memoryOf(kept), plan, {});
    expect(Object.keys(recalled).toSorted()).toEqual(Object.keys(corrections).map(hashedKey).toSorted());
    const { grain, ...again } = recalled;
    expect(grain).toBe(corrections['grain']);
    expect(readBook(sheets, { corrections: again })).toEqual(readBook(sheets, { corrections: heeded }));
    const plain = JSON.stringify(readBook(sheets));
    for (const [key, value] of Object.entries(again))
      expect([key, JSON.stringify(readBook(sheets, { corrections: { [key]: value } })) !== plain]).toEqual([key, true]);
  });

  it('is forgotten, one by one, by the key as it is shown', async () => {
    const plan = await planOf(sheets);
    const { memory } = remember({}, plan, corrections);
    for (const key of Object.keys(recall(memory, plan, {}))) {
      const { [key]: gone, ...others } = recall(memory, plan, {});
      expect(gone).toBeDefined();
      expect(recall(forget(memory, plan, [key]), plan, {})).toEqual(others);
    }
    expect(textOf(forget(memory, plan, Object.keys(corrections)))).toBe('');
  });

  it('comes back from a profile', async () => {
    const plan = await planOf(sheets);
    const profile = parseProfile(profileText(profileOf(await planOf(sheets, heeded), corrections, null)));
    expect(profile.grain).toBe(corrections['grain'] ?? null);
    const fit = fitProfile(profile, plan);
    expect(fit.problems).toEqual([]);
    const again = readBook(sheets, { corrections: fit.corrections });
    for (const [key, value] of Object.entries(heeded)) expect([key, assumed(again, key) ?? value]).toEqual([key, value]);
    expect(JSON.stringify(again.ledger)).toBe(JSON.stringify(readBook(sheets, { corrections: heeded }).ledger));
  });
});
