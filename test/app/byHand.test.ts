/** A person works on Credits with Excel's own means; the next publish keeps every word (design.md 7), over the embedded Excel. */
import fc from 'fast-check';
import { AS_OF, billing, column, desk, never, shown, silent, type, usersSheets } from './billing';
import type { Desk } from './billing';
import type { Day } from '../../src/core/day';
import { sheetOf } from '../excel/book';

let opened: Desk;
const LATER = (AS_OF + 28) as Day;
const publish = async (asOf: Day): ReturnType<Desk['session']['publish']> => opened.session.publish(await opened.scan({ asOf }), 'Kim', silent, never());
/** Works on the table as a person would. */
async function byHand(work: (table: Excel.Table, context: Excel.RequestContext) => void, sheet = 'Credits'): Promise<void> {
  await Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem(sheet).tables.getItemAt(0), context);
    await context.sync();
  });
}
const idOf = (table: Excel.Table, row: number): Excel.Range => table.columns.getItem('Credit id').getDataBodyRange().getCell(row, 0);

beforeEach(async () => {
  opened = await desk(billing());
  await publish(AS_OF);
  type(opened.excel, 'Credits', '7', 'Note', 'asked Bo');
  type(opened.excel, 'Credits', '00123', 'Note', 'double posting, told Kim');
  type(opened.excel, 'Credits', '00123', 'Status', 'In review');
});
afterEach(() => opened.excel.close());

async function expectWords(sheet = 'Credits'): Promise<void> {
  const made = await publish(LATER);
  expect(made.sheets[0]).toMatchObject({ role: 'credits', sheet, appended: 0 });
  expect(column(opened.excel, sheet, 'Note')).toMatchObject({ '7': 'asked Bo', '00123': 'double posting, told Kim' });
  expect(column(opened.excel, sheet, 'Status')).toMatchObject({ '00123': 'In review', '7': 'New' });
  expect(column(opened.excel, sheet, 'Change')).toMatchObject({ '00123': 'unchanged', '7': 'unchanged' });
}

describe('after work by hand', () => {
  it('sorted the other way round', async () => {
    await byHand((table) => table.sort.apply([{ key: 0, ascending: false }]));
    await expectWords();
  });

  it('with the sheet renamed and moved to the front', async () => {
    await byHand((_table, context) => {
      const sheet = context.workbook.worksheets.getItem('Credits');
      sheet.name = 'Work list';
      sheet.position = 0;
    });
    await expectWords('Work list');
  });

  it('with the sheet copied: the copy stays as it is, and it is said whose it looks like', async () => {
    await byHand((_table, context) => void context.workbook.worksheets.getItem('Credits').copy('End'));
    // Its links are calculated, as Excel does at once.
    opened.excel.settle();
    const copy = JSON.stringify(usersSheets(opened.excel, ['Credits (2)']));
    await expectWords();
    expect(JSON.stringify(usersSheets(opened.excel, ['Credits (2)']))).toBe(copy);
    const { problems } = await opened.session.preview(await opened.scan({ asOf: LATER }));
    expect(problems.filter(({ sheet }) => sheet === 'Credits (2)').map(({ code }) => code)).toEqual(['sheet-half-ours']);
  });

  it('with a filter on: nothing is written until it is off, and then no word is lost', async () => {
    await byHand((table) => table.columns.getItem('Status').filter.applyValuesFilter(['In review']));
    await expect(publish(LATER)).rejects.toMatchObject({ name: 'HostFailure' });
    await byHand((table) => table.clearFilters());
    await expectWords();
  });

  it('with a column of their own between ours, filled and kept', async () => {
    await byHand((table) => void table.columns.add(3, [['My team'], ['North'], ['South']]));
    const team = column(opened.excel, 'Credits', 'My team');
    await expectWords();
    expect(column(opened.excel, 'Credits', 'My team')).toEqual(team);
    expect(Object.values(team).toSorted()).toEqual(['North', 'South']);
  });

  it('with our headings renamed', async () => {
    await byHand((table) => {
      table.columns.getItem('Amount').name = 'How much';
    });
    await expectWords();
    expect(column(opened.excel, 'Credits', 'How much')).toEqual({ '00123': '400', '7': '45' });
  });

  it('with all ids wiped', async () => {
    await byHand((table) => {
      table.columns.getItem('Credit id').getDataBodyRange().clear('Contents');
    });
    await expectWords();
    expect(column(opened.excel, 'Credits', 'Credit id')['7']).toMatch(/^7\/patient:.*\/1$/);
  });

  it('with one id copied over the other', async () => {
    await byHand((table) => idOf(table, 1).copyFrom(idOf(table, 0)));
    await expectWords();
    expect(new Set(Object.values(column(opened.excel, 'Credits', 'Credit id'))).size).toBe(2);
  });

  it('with a row copied below: the copy stays with its words, marked, and both stay so', async () => {
    await byHand((table) => {
      const copy = table.rows.add();
      copy.getRange().copyFrom(table.rows.getItemAt(0).getRange());
    });
    const notes = (): string[] => rowsOf('Note');
    const before = notes();
    expect(before).toHaveLength(3);
    await publish(LATER);
    expect(notes()).toEqual(before);
    expect(rowsOf('Change').toSorted()).toEqual(['not matched', 'unchanged', 'unchanged']);
    await publish(LATER);
    expect(rowsOf('Change').toSorted()).toEqual(['not matched', 'unchanged', 'unchanged']);
  });

  it('all of it in one workbook, one after the other, in an order drawn by chance', async () => {
    let sheet = 'Credits';
    const edits: Readonly<Record<string, () => Promise<void>>> = {
      sort: () => byHand((table) => table.sort.apply([{ key: 2, ascending: true }]), sheet),
      rename: async () => {
        const before = sheet;
        sheet = `${before} of Kim`;
        await byHand((_table, context) => (context.workbook.worksheets.getItem(before).name = sheet), before);
      },
      copy: () => byHand((_table, context) => void context.workbook.worksheets.getItem(sheet).copy('Beginning'), sheet),
      filter: async () => {
        await byHand((table) => table.columns.getItem('Status').filter.applyValuesFilter(['In review']), sheet);
        await expect(publish(LATER)).rejects.toMatchObject({ name: 'HostFailure' });
        await byHand((table) => table.clearFilters(), sheet);
      },
      add: () => byHand((table) => void table.columns.add(5, [['My team'], ['North'], ['South']]), sheet),
      wipe: () => byHand((table) => table.columns.getItem('Credit id').getDataBodyRange().clear('Contents'), sheet),
      steal: () => byHand((table) => idOf(table, 1).copyFrom(idOf(table, 0)), sheet),
    };
    const drawn = fc.sample(fc.shuffledSubarray(Object.keys(edits), { minLength: 7 }), { numRuns: 1, seed: 5 }).flat();
    expect(drawn).toHaveLength(7);
    for (const [place, name] of drawn.entries()) {
      await edits[name]!();
      if (place % 2 === 0) await expectWords(sheet);
    }
  });

  it('remembers Not a credit until the amount moves', async () => {
    type(opened.excel, 'Credits', '7', 'Decision', 'Not a credit');
    await publish(LATER);
    expect(column(opened.excel, 'Credits', 'Set aside')).toEqual({ '00123': '', '7': 'not a credit at 45.00' });
    expect(column(opened.excel, 'Credits', 'Decision')['7']).toBe('Not a credit');
  });
});

/** A column of Credits from top to bottom. */
function rowsOf(heading: string): string[] {
  const sheet = sheetOf(opened.excel, 'Credits');
  const { area } = sheet.tables[0]!;
  const places = Array.from({ length: area.columns }, (_, c) => area.column + c);
  const place = places.find((c) => sheet.cells.get(area.row, c) === heading) ?? -1;
  return Array.from({ length: area.rows - 1 }, (_, r) => shown(sheet.cells.get(area.row + 1 + r, place)));
}
