/** The ribbon buttons over the embedded Excel: the same review as the pane, and a word on *Credit message* when they stop (design.md 2). */
import { clearHighlights, highlightCredits, MOST_ROWS, TIME_LIMIT } from '../../src/commands/ribbon';
import type { Session } from '../../src/app/session';
import { AS_OF, billing, desk, never, silent } from '../app/billing';
import type { Desk } from '../app/billing';
import { bookOf, cellsOf, HandTimers, realTimers, sheetOf } from '../excel/book';

describe('ribbon commands', () => {
  let opened: Desk;
  afterEach(() => opened.excel.close());
  const rules = (): string[] => sheetOf(opened.excel, 'Accounts').conditionalFormats.map((rule) => rule.formula);
  const message = (): string[] => cellsOf(opened.excel, 'Credit message').map((row) => row[0] ?? '');

  it('colour the same accounts as the pane, and say nothing when all is well', async () => {
    opened = await desk(billing());
    await highlightCredits(opened.session, { asOf: AS_OF }, realTimers);
    const fromRibbon = JSON.stringify([rules(), cellsOf(opened.excel, 'Credit keys').slice(3)]);
    expect(opened.excel.workbook.sheets.map((sheet) => sheet.name)).toEqual(['Accounts', 'Transactions', 'Credit keys']);
    await opened.session.highlight(await opened.scan(), silent, never());
    expect(JSON.stringify([rules(), cellsOf(opened.excel, 'Credit keys').slice(3)])).toBe(fromRibbon);
    await clearHighlights(opened.session, realTimers);
    expect(rules()).toEqual([]);
    expect(opened.excel.workbook.sheets).toHaveLength(2);
  });

  it('say why on Credit message when there is nothing to review, once and in one place', async () => {
    opened = await desk(bookOf({ List: [['Name'], ['Ana']] }));
    await highlightCredits(opened.session, { asOf: AS_OF }, realTimers);
    const first = message();
    expect(first[0]).toBe('Credit message');
    expect(first.length).toBeGreaterThan(2);
    await highlightCredits(opened.session, { asOf: AS_OF }, realTimers);
    expect(message()).toEqual(first);
    expect(opened.excel.workbook.sheets).toHaveLength(2);
  });

  it("put Excel's refusal in plain words, and take an older message back", async () => {
    opened = await desk(billing());
    opened.excel.faults.fail(3, 'AccessDenied');
    await highlightCredits(opened.session, { asOf: AS_OF }, realTimers);
    expect(message()[1]).toContain('protected');
    await highlightCredits(opened.session, { asOf: AS_OF }, realTimers);
    expect(message()).toEqual(['Credit message', 'Done.']);
  });

  it('send large workbooks to the pane', async () => {
    opened = await desk(billing());
    const look = await opened.session.look({ asOf: AS_OF });
    const [sheet] = look.plan.sheets;
    const large: Session = {
      ...opened.session,
      look: () => Promise.resolve({ ...look, plan: { ...look.plan, sheets: [{ ...sheet!, dataRows: MOST_ROWS + 1 }] } }),
    };
    await highlightCredits(large, { asOf: AS_OF }, realTimers);
    expect(message()[1]).toContain('100,001 rows');
    expect(message()[2]).toContain('Open the pane');
    expect(rules()).toEqual([]);
  });

  it('give up after a minute and say so', async () => {
    opened = await desk(billing());
    const timers = new HandTimers();
    const look = await opened.session.look({ asOf: AS_OF });
    opened.excel.faults.neverSettle(1);
    const running = highlightCredits({ ...opened.session, look: () => Promise.resolve(look) }, { asOf: AS_OF }, timers);
    await new Promise((resolve) => setTimeout(resolve, 100));
    timers.pass(TIME_LIMIT);
    await running;
    expect(message()[1]).toContain('longer than a minute');
  });
});
