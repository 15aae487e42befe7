/** Limits, refusals and trouble: office-js.md 1.1 to 1.4, 1.8 and wire.md 9. */
import { codeOf, onSheet, openBook, valuesOf, write, type Opened } from './book';

let opened: Opened;
beforeEach(async () => {
  opened = await openBook(['Data', 'Other']);
});
afterEach(() => opened.excel.close());

describe('sizes (office-js.md 1.1)', () => {
  const block = (rows: number): string[][] => Array.from({ length: rows }, () => ['x'.repeat(1000)]);
  it('a request over 5 MB is RequestPayloadSizeLimitExceeded on the web, and nothing of it is done', async () => {
    expect(await codeOf(write('A1:A5001', block(5001)))).toBe('RequestPayloadSizeLimitExceeded');
    expect(await valuesOf('A1')).toEqual([['']]);
  });
  it('the size limit is for the web only', async () => {
    opened.excel.configure({ limits: { requestBytes: 50_000 } });
    expect(await codeOf(write('A1:A60', block(60)))).toBe('RequestPayloadSizeLimitExceeded');
    opened.excel.configure({ platform: 'desktop' });
    await write('A1:A60', block(60));
    expect(await valuesOf('A60')).toEqual([['x'.repeat(1000)]]);
  });
  it('an answer over 5 MB is ResponsePayloadSizeLimitExceeded', async () => {
    for (let row = 0; row < 160; row++) opened.book.sheets[0]?.cells.set(row, 0, 'x'.repeat(32_000));
    expect(await codeOf(valuesOf('A1:A160'))).toBe('ResponsePayloadSizeLimitExceeded');
    expect(await valuesOf('A1:A150')).toHaveLength(150);
  });
  it('a read over 5,000,000 cells hands back values === null without an error (#6781)', async () => {
    expect(await valuesOf('A1:F1000000')).toBeNull();
  });
  it('or throws, where the host is set so', async () => {
    opened.excel.configure({ limits: { overReadCells: 'throw' } });
    expect(await codeOf(valuesOf('A1:F1000000'))).toBe('RangeExceedsLimit');
  });
  it('an address over 8,192 characters is InvalidArgument; length counts, not areas (#5198)', async () => {
    const areas = (count: number): string => Array.from({ length: count }, (_, index) => `A${index + 1}:ZZ${index + 1}`).join(',');
    const load = (address: string): Promise<unknown> => onSheet((sheet) => void sheet.getRanges(address).load('areaCount'));
    expect(areas(900).length).toBeGreaterThan(8192);
    expect(await codeOf(load(areas(900)))).toBe('InvalidArgument');
    await load(areas(700));
  });
  it('one operation may not touch more than 33,554,000 cells on the web (OperationCellsExceedLimit)', async () => {
    expect(await codeOf(write('A1:ZZ100000', 1))).toBe('OperationCellsExceedLimit');
  });
  it('whole columns read as null and cannot be written [docs: ranges-unbounded] (#4792)', async () => {
    expect(await valuesOf('A:A')).toBeNull();
    expect(await codeOf(write('A:A', 1))).toBe('InvalidArgument');
  });
  it('setCellProperties fails between 80,000 and 90,000 cells on the web (#2564)', async () => {
    opened.excel.configure({ limits: { cellProperties: 3 } });
    const colour = { format: { fill: { color: '#FF0000' } } };
    const paint = (address: string, rows: number): Promise<void> =>
      onSheet((sheet) => {
        sheet.getRange(address).setCellProperties(Array.from({ length: rows }, () => [colour]));
      });
    await paint('A1:A3', 3);
    expect(await codeOf(paint('A1:A4', 4))).toBe('GeneralException');
  });
  it('settings over the limit are InvalidArgument (#3957)', async () => {
    const failed = onSheet((_, context) => void context.workbook.settings.add('k', 'x'.repeat(1_000_001)));
    expect(await codeOf(failed)).toBe('InvalidArgument');
  });
  it('custom property text is cut at 255 characters (#4530)', async () => {
    await onSheet((sheet) => void sheet.customProperties.add('k', 'x'.repeat(300)));
    expect(opened.book.sheets[0]?.customProperties.get('k')).toHaveLength(255);
  });
  it('RangeAreas.cellCount is -1 past 2^31-1 [ref:rangeareas]', async () => {
    const count = await onSheet(async (sheet, context) => {
      const areas = sheet.getRanges('A1:XFD1048576').load('cellCount');
      await context.sync();
      return areas.cellCount;
    });
    expect(count).toBe(-1);
  });
  it('too many requests at once are ActivityLimitReached', async () => {
    opened.excel.configure({ limits: { concurrentRequests: 0 } });
    expect(await codeOf(valuesOf('A1'))).toBe('ActivityLimitReached');
  });
});

describe('shapes and names', () => {
  it('an array of another shape is InvalidArgument', async () => {
    expect(await codeOf(write('A1:B2', [[1, 2]]))).toBe('InvalidArgument');
    expect(await codeOf(write('A1:B1', [[1, 2, 3]]))).toBe('InvalidArgument');
    const large = Array.from({ length: 2000 }, () => [1]);
    expect(await codeOf(write('A1:A1999', large))).toBe('InvalidArgument');
  });
  it('an unknown property in load() is an error of the host, not of the client (wire.md 5)', async () => {
    expect(await codeOf(onSheet((sheet) => void sheet.getRange('A1').load('valuez')))).toBe('ApiNotFound');
  });
  it('only what was selected comes back: reading more throws PropertyNotLoaded', async () => {
    const read = onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1').load('values');
      await context.sync();
      return range.text;
    });
    expect(await codeOf(read)).toBe('PropertyNotLoaded');
  });
  it('a missing sheet is ItemNotFound; OrNullObject gives a null object whose children are null too (wire.md 6)', async () => {
    expect(await codeOf(write('A1', 1, 'Nope'))).toBe('ItemNotFound');
    const nulls = await onSheet(async (_, context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Nope').load('name');
      const range = sheet.getRange('A1').load('values');
      await context.sync();
      return [sheet.isNullObject, range.isNullObject];
    });
    expect(nulls).toEqual([true, true]);
  });
  it.each(['', 'x'.repeat(32), 'a/b', 'a\\b', 'a?b', 'a*b', 'a:b', 'a[b', 'a]b', "'a", "a'", 'History'])(
    'no sheet can be called %j (office-js.md 1.1)',
    async (name) => {
      expect(await codeOf(onSheet((_, context) => void context.workbook.worksheets.add(name).load('name')))).toBe('InvalidArgument');
    },
  );
  it('a sheet name that is taken is ItemAlreadyExists, whatever its case', async () => {
    expect(await codeOf(onSheet((_, context) => void context.workbook.worksheets.add('DATA').load('name')))).toBe('ItemAlreadyExists');
  });
  it('a member of a later set cannot run on this client (wire.md 10)', () => {
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
  });
  it('with the floor at 1.9 the client itself refuses customProperties of 1.12 (wire.md 10)', async () => {
    opened.excel.configure({ excelApi: '1.9' });
    expect(await codeOf(onSheet((sheet) => void sheet.customProperties.add('a', 'b')))).toBe('ApiNotFound');
  });
});

describe('protection and reading only (office-js.md 1.4)', () => {
  it('writing to a locked cell of a protected sheet is AccessDenied', async () => {
    await onSheet((sheet) => sheet.protection.protect());
    expect(await codeOf(write('A1', 1))).toBe('AccessDenied');
  });
  it('unlocked cells can be written', async () => {
    await onSheet((sheet) => {
      sheet.getRange('B2').format.protection.locked = false;
      sheet.protection.protect();
    });
    await write('B2', 1);
    expect(await codeOf(write('B3', 1))).toBe('AccessDenied');
  });
  it('allowFormatCells lets formats through, but not values', async () => {
    await onSheet((sheet) => sheet.protection.protect({ allowFormatCells: true }));
    await onSheet((sheet) => (sheet.getRange('A1').format.fill.color = '#FF0000'));
    expect(await codeOf(write('A1', 1))).toBe('AccessDenied');
  });
  it('without it, neither formats nor conditional formats can be set', async () => {
    await onSheet((sheet) => sheet.protection.protect());
    expect(await codeOf(onSheet((sheet) => (sheet.getRange('A1').format.fill.color = '#FF0000')))).toBe('AccessDenied');
    expect(await codeOf(onSheet((sheet) => void sheet.getRange('A1').conditionalFormats.add('Custom')))).toBe('AccessDenied');
  });
  it('a protected structure blocks adding, renaming and deleting sheets', async () => {
    opened.book.structureProtected = true;
    expect(await codeOf(onSheet((_, context) => void context.workbook.worksheets.add('New').load('name')))).toBe('AccessDenied');
    expect(await codeOf(onSheet((sheet) => (sheet.name = 'Else')))).toBe('AccessDenied');
    expect(await codeOf(onSheet((sheet) => sheet.delete()))).toBe('AccessDenied');
  });
  it('protecting what is protected, and unprotecting what is not, is AccessDenied (#6784)', async () => {
    expect(await codeOf(onSheet((sheet) => sheet.protection.unprotect()))).toBe('AccessDenied');
    await onSheet((sheet) => sheet.protection.protect());
    expect(await codeOf(onSheet((sheet) => sheet.protection.protect()))).toBe('AccessDenied');
  });
  it('a read-only workbook refuses every write, and says so in workbook.readOnly', async () => {
    opened.book.readOnly = true;
    expect(await codeOf(write('A1', 1))).toBe('AccessDenied');
    const readOnly = await onSheet(async (_, context) => {
      context.workbook.load('readOnly');
      await context.sync();
      return context.workbook.readOnly;
    });
    expect(readOnly).toBe(true);
  });
  it('a chart sheet is UnsupportedSheet (office-js.md 1.2)', async () => {
    opened.book.place('Chart1', '', 'chartsheet');
    expect(await codeOf(valuesOf('A1', 'Chart1'))).toBe('UnsupportedSheet');
  });
  it('a very hidden sheet cannot be activated, nor the last visible one hidden', async () => {
    await onSheet((sheet) => (sheet.visibility = 'VeryHidden'), 'Other');
    expect(await codeOf(onSheet((sheet) => sheet.activate(), 'Other'))).toBe('InvalidOperation');
    expect(await codeOf(onSheet((sheet) => (sheet.visibility = 'Hidden')))).toBe('InvalidOperation');
  });
  it('with another workbook in front, adding, activating and selecting fail with GeneralException (office-js.md 1.8, #771)', async () => {
    opened.excel.configure({ focused: false });
    expect(await codeOf(onSheet((_, context) => void context.workbook.worksheets.add('New').load('name')))).toBe('GeneralException');
    expect(await codeOf(onSheet((sheet) => sheet.activate()))).toBe('GeneralException');
    expect(await codeOf(onSheet((sheet) => sheet.getRange('A1').select()))).toBe('GeneralException');
    await write('A1', 1);
  });
});

describe('while the user edits a cell (office-js.md 1.3)', () => {
  it('a batch fails at once with InvalidOperationInCellEditMode', async () => {
    opened.excel.setEditing(true);
    expect(await codeOf(write('A1', 1))).toBe('InvalidOperationInCellEditMode');
  });
  it('with delayForCellEdit it waits, and is done when the edit ends', async () => {
    opened.excel.setEditing(true);
    let done = false;
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('A1').values = [[5]];
      await context.sync();
      done = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toBe(false);
    opened.excel.setEditing(false);
    await waiting;
    expect(await valuesOf('A1')).toEqual([[5]]);
  });
});

describe('trouble on order (design.md 2)', () => {
  it('a write that fails midway is not rolled back (office-js.md 1.2)', async () => {
    const failed = onSheet((sheet) => {
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('A2:B2').values = [[1]];
      sheet.getRange('A3').values = [[3]];
    });
    expect(await codeOf(failed)).toBe('InvalidArgument');
    expect(await valuesOf('A1:A3')).toEqual([[1], [''], ['']]);
  });
  it('the second request fails with AccessDenied; clean-up requests are not counted', async () => {
    opened.excel.faults.fail(2, 'AccessDenied');
    await valuesOf('A1');
    expect(await codeOf(valuesOf('A1'))).toBe('AccessDenied');
    await valuesOf('A1');
    // The failed one kept no range, so it had nothing to clean up.
    expect(opened.excel.counters).toMatchObject({ requests: 3, cleanups: 2 });
  });
  it('an expired session is InvalidOrTimedOutSession for the whole request (wire.md 9)', async () => {
    opened.excel.faults.fail(1, 'InvalidOrTimedOutSession');
    expect(await codeOf(write('A1', 1))).toBe('InvalidOrTimedOutSession');
    expect(await valuesOf('A1')).toEqual([['']]);
  });
  it('a request that never settles (office-js.md 1.10)', async () => {
    opened.excel.faults.neverSettle(1);
    const first = await Promise.race([write('A1', 1).then(() => 'settled'), new Promise((resolve) => setTimeout(() => resolve('silent'), 50))]);
    expect(first).toBe('silent');
  });
  it('the user edits a cell between two requests', async () => {
    opened.excel.faults.before(2, () => opened.book.sheets[0]?.cells.set(0, 0, 'typed'));
    expect(await valuesOf('A1')).toEqual([['']]);
    // onSheet ends with a sync that holds nothing, which sends nothing: the next read is the second request.
    expect(await valuesOf('A1')).toEqual([['typed']]);
  });
  it('values of a block come back null, or one row short', async () => {
    opened.excel.faults.nullValues(1);
    expect(await valuesOf('A1:A3')).toBeNull();
    opened.excel.faults.shortBlock(1);
    expect(await valuesOf('A1:A3')).toHaveLength(2);
  });
  it('a rejecting executor gives an error without a code (wire.md 9)', async () => {
    opened.excel.faults.reject(1, 'network');
    expect(await codeOf(valuesOf('A1'))).toMatch(/network/);
  });
});

describe('filters and merged cells (office-js.md 1.4)', () => {
  async function filtered(): Promise<void> {
    await onSheet((sheet) => {
      sheet.getRange('A1:A4').values = [['n'], [1], [2], [3]];
      sheet.autoFilter.apply('A1:A4', 0, { filterOn: 'Values', values: ['1', '3'] });
    });
  }
  it('values includes rows that a filter hides; the visible view does not', async () => {
    await filtered();
    const seen = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A4').load('values');
      const view = sheet.getRange('A1:A4').getVisibleView().load('values');
      await context.sync();
      return [range.values, view.values];
    });
    expect(seen).toEqual([
      [['n'], [1], [2], [3]],
      [['n'], [1], [3]],
    ]);
  });
  it('an array written across a filter puts its first element into each visible row (#224)', async () => {
    await filtered();
    await write('A2:A4', [[7], [8], [9]]);
    expect(await valuesOf('A2:A4')).toEqual([[7], [2], [7]]);
  });
  it('deleting rows under a filter does nothing (#994)', async () => {
    await filtered();
    await onSheet((sheet) => sheet.getRange('2:2').delete('Up'));
    expect(await valuesOf('A2')).toEqual([[1]]);
  });
  it('writing through a visible view fails (#226)', async () => {
    await filtered();
    expect(await codeOf(onSheet((sheet) => (sheet.getRange('A1:A4').getVisibleView().values = [['x'], ['y'], ['z']])))).toBe('InvalidOperation');
  });
  it('only the top-left cell of a merged area holds a value', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B2').values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange('A1:B2').merge();
    });
    expect(await valuesOf('A1:B2')).toEqual([
      [1, ''],
      ['', ''],
    ]);
  });
  it('a table cannot overlap merged cells (MergedRangeConflict)', async () => {
    await onSheet((sheet) => sheet.getRange('A1:B1').merge());
    expect(await codeOf(onSheet((sheet) => void sheet.tables.add('A1:B3', true).load('name')))).toBe('MergedRangeConflict');
  });
  it('getMergedAreasOrNullObject fails above 512 areas (#5918)', async () => {
    opened.excel.configure({ limits: { mergedAreas: 1 } });
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').merge();
      sheet.getRange('A3:B3').merge();
    });
    expect(await codeOf(onSheet((sheet) => void sheet.getRange('A1:B9').getMergedAreasOrNullObject().load('address')))).toBe('GeneralException');
  });
});
