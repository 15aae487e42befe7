/** The use cases end to end over the embedded Excel: Microsoft's client, our engine, the real analyst. */
import { LEASE_NAME, STALE_AFTER } from '../../src/excel/lease';
import { bookOf, cellsOf, sheetOf } from '../excel/book';
import { ACCOUNTS, AS_OF, billing, column, desk, never, shown, silent, TRANSACTIONS, type, usersSheets } from './billing';
import type { Desk } from './billing';

let open: Desk[] = [];
const at = async (...of: Parameters<typeof desk>): Promise<Desk> => {
  const opened = await desk(...of);
  open.push(opened);
  return opened;
};
afterEach(() => {
  for (const opened of open) opened.excel.close();
  open = [];
});
const publish = async (opened: Desk): ReturnType<Desk['session']['publish']> => opened.session.publish(await opened.scan(), 'Kim', silent, never());

describe('scan', () => {
  it('finds the two credits, to the cent', async () => {
    const { scan } = await at(billing());
    const found = await scan();
    expect(found.refused).toBeNull();
    expect(found.review?.credits.map(({ key, credit }) => [key, credit]).toSorted()).toEqual([
      ['00123', 40_000],
      ['7', 4_500],
    ]);
    expect(found.review?.totals.balance).toBe(-44_500);
    expect(found.reading.sheets.map(({ name, role }) => [name, role])).toEqual([
      ['Accounts', 'accounts'],
      ['Transactions', 'transactions'],
    ]);
  });

  it('looks in three requests, asks once what the workbook remembers, and reads each sheet in one', async () => {
    const { scan, excel } = await at(billing());
    await scan();
    expect(excel.counters.requests).toBe(6);
    expect(excel.counters.cleanups).toBe(0);
  });

  it('writes nothing', async () => {
    const { scan, excel } = await at(billing());
    const before = JSON.stringify([usersSheets(excel), excel.workbook.names, excel.workbook.sheets.length]);
    await scan();
    expect(JSON.stringify([usersSheets(excel), excel.workbook.names, excel.workbook.sheets.length])).toBe(before);
  });

  it('refuses an empty workbook in plain words', async () => {
    const { scan, session } = await at(bookOf({ Sheet1: [] }));
    expect(await scan()).toMatchObject({ review: null, refused: { code: 'empty-workbook' } });
    expect((await session.look({ asOf: AS_OF })).plan.refused?.remedy).not.toBe('');
  });

  it('refuses a workbook without money, and says what to do', async () => {
    const { scan } = await at(
      bookOf({
        List: [
          ['Name', 'City'],
          ['Ana', 'Salem'],
          ['Bo', 'Dover'],
          ['Cy', 'Salem'],
        ],
      }),
    );
    const { refused, review } = await scan();
    expect(review).toBeNull();
    expect(refused?.message).not.toBe('');
    expect(refused?.remedy).not.toBe('');
  });

  it('stops when asked', async () => {
    const { session } = await at(billing());
    const stop = new AbortController();
    const scanning = session.scan({ asOf: AS_OF }, (progress) => progress.stage === 'reading' && stop.abort(), stop.signal);
    await expect(scanning).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says so when this Excel is too old', async () => {
    const { scan, excel } = await at(billing());
    excel.configure({ excelApi: '1.13' });
    await expect(scan()).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  it('notices a changed amount and a swapped row, not a changed name', async () => {
    const { scan, session, excel } = await at(billing());
    const found = await scan();
    expect(await session.unchanged(found)).toBe(true);
    const { cells } = sheetOf(excel, 'Accounts');
    cells.set(1, 1, 'Renamed, Ana');
    expect(await session.unchanged(found)).toBe(true);
    cells.set(1, 2, -401);
    expect(await session.unchanged(found)).toBe(false);
    await expect(session.highlight(found, silent, never())).rejects.toMatchObject({ code: 'SheetChanged' });
    await expect(session.publish(found, '', silent, never())).rejects.toMatchObject({ code: 'SheetChanged' });
    expect(excel.workbook.sheets).toHaveLength(2);
  });
});

describe('highlight, write, clear, remove', () => {
  it("leaves the user's sheets, names and rules as they were", async () => {
    const { scan, session, excel } = await at(billing());
    const before = JSON.stringify([usersSheets(excel), excel.workbook.names]);
    const found = await scan();
    const result = await session.highlight(found, silent, never());
    expect(result.sheets).toEqual([{ sheet: 'Accounts', keys: 2, wholeRows: true }]);
    await session.publish(found, 'Kim', silent, never());
    expect(JSON.stringify(usersSheets(excel))).not.toBe(before);
    const removal = (await session.previewRemoval()).map(({ role, typedCells }) => [role, typedCells]);
    expect(removal.toSorted()).toEqual([
      ['corrections', 0],
      ['credits', 0],
      ['log', 0],
      ['policy', 0],
      ['summary', 0],
      ['underpayments', 0],
    ]);
    const { removed } = await session.removeSheets([], silent, never());
    expect(removed.toSorted()).toEqual(['Corrections', 'Credit log', 'Credit policy', 'Credit summary', 'Credits', 'Underpayments']);
    expect(await session.clearHighlights(silent, never())).toMatchObject({ left: [] });
    expect(JSON.stringify([usersSheets(excel), excel.workbook.names])).toBe(before);
    expect(excel.workbook.sheets.map((sheet) => sheet.name)).toEqual(['Accounts', 'Transactions']);
  });

  it('highlighting twice is highlighting once', async () => {
    const { scan, session, excel } = await at(billing());
    const found = await scan();
    const state = (): unknown => excel.workbook.sheets.map((sheet) => [sheet.name, sheet.conditionalFormats.map((rule) => rule.formula)]);
    await session.highlight(found, silent, never());
    const once = JSON.stringify([state(), excel.workbook.names.map((name) => [name.name, name.formula]).toSorted()]);
    await session.highlight(found, silent, never());
    expect(JSON.stringify([state(), excel.workbook.names.map((name) => [name.name, name.formula]).toSorted()])).toBe(once);
  });

  it('a sheet protected meanwhile keeps its colours, the others are renewed, and all go once it is open again', async () => {
    const { scan, session, excel } = await at(bookOf({ East: ACCOUNTS.slice(0, 2), West: [ACCOUNTS[0]!, ...ACCOUNTS.slice(2)], Transactions: TRANSACTIONS }));
    const state = (): string => JSON.stringify([usersSheets(excel, ['East', 'West', 'Transactions']), excel.workbook.names]);
    const before = state();
    const found = await scan();
    expect((await session.highlight(found, silent, never())).sheets.map(({ sheet }) => sheet)).toEqual(['East', 'West']);
    const east = sheetOf(excel, 'East');
    const old = east.conditionalFormats.map(({ formula }) => formula);
    east.protection = { protected: true, options: {} };
    for (const times of [1, 2]) {
      const { sheets, problems } = await session.highlight(found, silent, never());
      expect([times, sheets.map(({ sheet }) => sheet)]).toEqual([times, ['West']]);
      expect(problems).toEqual([
        {
          code: 'highlight-left',
          sheet: 'East',
          row: 0,
          message: 'Older highlights on East could not be renewed.',
          remedy: 'The sheet is protected: unprotect it on the Review tab, then clear again.',
        },
      ]);
    }
    expect(east.conditionalFormats.map(({ formula }) => formula)).toEqual(old);
    const lists = excel.workbook.names.filter(({ name }) => name.startsWith('crb_keys_')).map(({ formula }) => formula);
    expect(new Set(lists).size).toBe(lists.length);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['East', 'West', 'Transactions', 'Credit keys']);
    east.protection = { protected: false, options: {} };
    expect(await session.clearHighlights(silent, never())).toMatchObject({ left: [] });
    expect(state()).toBe(before);
  });

  it('failing at any request leaves cells alone, and the next run completes it and clears without trace', async () => {
    for (let nth = 1; nth <= 13; nth++) {
      const { scan, session, excel } = await at(billing());
      const before = JSON.stringify([usersSheets(excel), excel.workbook.names]);
      const found = await scan();
      await session.unchanged(found);
      excel.faults.fail(nth, nth % 2 === 0 ? 'GeneralException' : 'InvalidOrTimedOutSession');
      await session.highlight(found, silent, never()).catch((error: unknown) => expect(error).toMatchObject({ name: 'HostFailure' }));
      excel.faults.clear();
      excel.workbook.names = excel.workbook.names.filter((name) => name.name !== LEASE_NAME);
      expect((await session.highlight(found, silent, never())).sheets).toEqual([{ sheet: 'Accounts', keys: 2, wholeRows: true }]);
      expect(sheetOf(excel, 'Accounts').conditionalFormats).toHaveLength(2);
      await session.clearHighlights(silent, never());
      expect(JSON.stringify([usersSheets(excel), excel.workbook.names])).toBe(before);
      expect(excel.workbook.sheets).toHaveLength(2);
      excel.close();
    }
  });

  it("links each row to the account's row, also after a sort", async () => {
    const opened = await at(billing());
    await publish(opened);
    const sheet = sheetOf(opened.excel, 'Credits');
    const row = cellsOf(opened.excel, 'Credits').findIndex((cells) => cells[0] === '00123');
    expect(sheet.cells.formula(row, 11)).toBe('=HYPERLINK("#\'Accounts\'!A"&MATCH("00123",\'Accounts\'!$A:$A,0),"row")');
  });

  it('selects rows on the sheet', async () => {
    const { session, excel } = await at(billing());
    await session.showInSheet([
      { sheet: 'Transactions', row: 4 },
      { sheet: 'Transactions', row: 5 },
    ]);
    expect(excel.workbook.activeSheetId).toBe(sheetOf(excel, 'Transactions').id);
    expect(excel.workbook.selection).toMatchObject({ row: 3, rows: 2 });
  });
});

describe('publish', () => {
  it('writes the two credits with the control totals above', async () => {
    const opened = await at(billing());
    const { sheets } = await publish(opened);
    expect(sheets[0]).toEqual({ role: 'credits', sheet: 'Credits', rows: 2, appended: 2 });
    expect(sheets.map((sheet) => sheet.sheet)).toEqual(opened.excel.workbook.sheets.slice(2).map((sheet) => sheet.name));
    expect(column(opened.excel, 'Credits', 'Amount')).toEqual({ '00123': '400', '7': '45' });
    expect(cellsOf(opened.excel, 'Credits')[3]?.[0]).toBe('$445.00');
  });

  it("twice is once, and a person's words stay", async () => {
    const opened = await at(billing());
    await publish(opened);
    type(opened.excel, 'Credits', '7', 'Status', 'Waiting');
    type(opened.excel, 'Credits', '7', 'Note', '=not a formula, my words');
    opened.excel.settle();
    const before = JSON.stringify(cellsOf(opened.excel, 'Credits'));
    const preview = await opened.session.preview(await opened.scan());
    expect(preview.refused).toBeNull();
    expect(preview.sheets[0]).toMatchObject({ role: 'credits', action: 'update', rows: 2, kept: 1 });
    const { sheets } = await publish(opened);
    expect(sheets[0]).toMatchObject({ rows: 2, appended: 0 });
    expect(sheets.map((sheet) => sheet.role)).toEqual(preview.sheets.map((sheet) => sheet.role));
    expect(JSON.stringify(cellsOf(opened.excel, 'Credits'))).toBe(before);
  });

  it('follows the ledger: grown, cleared and new, in place, with the words kept', async () => {
    const opened = await at(billing());
    await publish(opened);
    type(opened.excel, 'Credits', '7', 'Note', 'asked Bo');
    const accounts = sheetOf(opened.excel, 'Accounts').cells;
    const tx = sheetOf(opened.excel, 'Transactions').cells;
    // 7 pays 10.00 more; the double posting on 00123 is reversed; 16 pays 260.00 on 250.00.
    const end = TRANSACTIONS.length;
    [
      ['7', 45_930, 'Patient Payment', -10, '', 'CARD 2'],
      ['00123', 45_940, 'Payment Reversal', 400, 'Harbor Mutual', 'CHK00123'],
      ['16', 45_940, 'Patient Payment', -260, '', 'CARD 3'],
    ].forEach((row, r) => row.forEach((value, c) => value !== '' && tx.set(end + r, c, value)));
    accounts.set(1, 2, 0);
    accounts.set(2, 2, -55);
    accounts.set(ACCOUNTS.length - 1, 2, -10);
    expect((await publish(opened)).sheets[0]).toMatchObject({ rows: 3, appended: 1 });
    expect(column(opened.excel, 'Credits', 'Change')).toEqual({ '00123': 'cleared', '7': 'grown', '16': 'new' });
    expect(column(opened.excel, 'Credits', 'Amount')).toMatchObject({ '7': '55', '16': '10' });
    expect(column(opened.excel, 'Credits', 'Amount before')['7']).toBe('45');
    expect(column(opened.excel, 'Credits', 'Note')['7']).toBe('asked Bo');
  });

  it('merges again when a person types while it writes', async () => {
    const opened = await at(billing());
    await publish(opened);
    const scan = await opened.scan();
    await opened.session.unchanged(scan);
    // Look 3, lease 2, table 3: the person types before the table is read again.
    opened.excel.faults.before(9, () => type(opened.excel, 'Credits', '7', 'Note', 'typed meanwhile'));
    await opened.session.publish(scan, 'Kim', silent, never());
    expect(column(opened.excel, 'Credits', 'Note')['7']).toBe('typed meanwhile');
  });

  it("never writes over a user's own sheet named Credits", async () => {
    const opened = await at(billing({ Credits: [['my own'], ['list']] }));
    expect((await publish(opened)).sheets[0]).toMatchObject({ sheet: 'Credits (2)' });
    expect(cellsOf(opened.excel, 'Credits')).toEqual([['my own'], ['list']]);
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-Ana', '@SUM(A1)', '\tAna', '\rAna'])('keeps the patient %j as text', async (name) => {
    const book = billing();
    book.sheets[0]!.cells.set(2, 1, name);
    const opened = await at(book);
    await publish(opened);
    const sheet = sheetOf(opened.excel, 'Credits');
    const row = cellsOf(opened.excel, 'Credits').findIndex((cells) => cells[0] === '7');
    expect(sheet.cells.formula(row, 1)).toBe('');
    expect(shown(sheet.cells.get(row, 1))).toBe(name.trim());
  });

  it('refuses a read-only workbook and a protected structure, in the preview and when asked to write', async () => {
    const book = billing();
    const opened = await at(book);
    const scan = await opened.scan();
    book.structureProtected = true;
    expect((await opened.session.preview(scan)).refused).toMatchObject({ code: 'StructureProtected', remedy: expect.stringContaining('Protect Workbook') });
    await expect(opened.session.publish(scan, '', silent, never())).rejects.toMatchObject({ code: 'StructureProtected' });
    await expect(opened.session.highlight(scan, silent, never())).rejects.toMatchObject({ code: 'StructureProtected' });
    book.readOnly = true;
    expect((await opened.session.preview(scan)).refused).toMatchObject({ code: 'ReadOnly' });
    await expect(opened.session.publish(scan, '', silent, never())).rejects.toMatchObject({ code: 'ReadOnly' });
    expect(book.sheets).toHaveLength(2);
    expect(book.names).toEqual([]);
  });

  it('refuses when the control totals differ', async () => {
    const opened = await at(billing());
    const scan = await opened.scan();
    const review = { ...scan.review!, totals: { ...scan.review!.totals, hold: 1 as never } };
    await expect(opened.session.publish({ ...scan, review }, '', silent, never())).rejects.toMatchObject({ code: 'ControlTotals' });
    expect(opened.excel.workbook.sheets).toHaveLength(2);
  });
});

describe('the lease', () => {
  it('keeps a second run from writing, until it is stale', async () => {
    let now = 1_700_000_000_000;
    const book = billing();
    const opened = await at(book, { clock: { now: () => now } });
    book.names.push({ name: LEASE_NAME, formula: `"other|${now - 1_000}"`, scope: '', visible: false, comment: '' });
    const scan = await opened.scan();
    await expect(opened.session.highlight(scan, silent, never())).rejects.toMatchObject({ code: 'Busy' });
    expect(book.sheets).toHaveLength(2);
    now += STALE_AFTER;
    await opened.session.highlight(scan, silent, never());
    expect(book.names.some((name) => name.name === LEASE_NAME)).toBe(false);
  });

  it('is given back after a failure', async () => {
    const opened = await at(billing());
    const scan = await opened.scan();
    await opened.session.unchanged(scan);
    // Look 3, lease 2, then the first request of the write.
    opened.excel.faults.fail(6, 'AccessDenied');
    await expect(opened.session.publish(scan, '', silent, never())).rejects.toMatchObject({ code: 'AccessDenied' });
    expect(opened.excel.workbook.names.some((name) => name.name === LEASE_NAME)).toBe(false);
  });
});
