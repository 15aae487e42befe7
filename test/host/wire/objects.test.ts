/** The objects of issue 2: tables, rules, names, settings, charts, links, outline, events, formulas; and the wire itself (wire.md). */
import { codeOf, onSheet, openBook, valuesOf, write, type Opened } from './book';

let opened: Opened;
beforeEach(async () => {
  opened = await openBook(['Data', 'Other']);
});
afterEach(() => opened.excel.close());

const TABLE = [
  ['Id', 'Amount'],
  ['a', 10],
  ['b', 32],
];
function withTable(): Promise<void> {
  return onSheet((sheet) => {
    sheet.getRange('A1:B3').values = TABLE;
    sheet.tables.add('A1:B3', true).name = 'crb_Credits';
  });
}

describe('tables', () => {
  it('names are unique in the workbook, start with a letter and hold no spaces (office-js.md 1.1)', async () => {
    await withTable();
    const rename = (name: string): Promise<void> => onSheet((sheet) => void (sheet.tables.getItem('crb_Credits').name = name));
    expect(await codeOf(rename('two words'))).toBe('InvalidArgument');
    expect(await codeOf(rename('1st'))).toBe('InvalidArgument');
    await write('D1:D2', [['x'], [1]]);
    const other = onSheet((sheet) => void (sheet.tables.add('D1:D2', true).name = 'CRB_CREDITS'));
    expect(await codeOf(other)).toBe('ItemAlreadyExists');
  });
  it('a table over another table is refused', async () => {
    await withTable();
    expect(await codeOf(onSheet((sheet) => void sheet.tables.add('B2:C5', true).load('name')))).toBe('OverlappingTableConflict');
  });
  it('grows with resize and keeps its headings; structured references follow', async () => {
    await withTable();
    await write('D1', [['=SUM(crb_Credits[Amount])']]);
    expect(await valuesOf('D1')).toEqual([[42]]);
    await onSheet((sheet) => {
      sheet.getRange('A4:B4').values = [['c', 100]];
      sheet.tables.getItem('crb_Credits').resize('A1:B4');
    });
    expect(await valuesOf('D1')).toEqual([[142]]);
    const [columns, formula] = await onSheet(async (sheet, context) => {
      const list = sheet.tables.getItem('crb_Credits').columns.load('items/name');
      const cell = sheet.getRange('D1').load('formulas');
      await context.sync();
      return [list.items.map((column) => column.name), cell.formulas];
    });
    expect(columns).toEqual(['Id', 'Amount']);
    // The formula keeps its structured reference.
    expect(formula).toEqual([['=SUM(crb_Credits[Amount])']]);
  });
  it('resize must keep the heading row', async () => {
    await withTable();
    expect(await codeOf(onSheet((sheet) => sheet.tables.getItem('crb_Credits').resize('A2:B5')))).toBe('InvalidArgument');
  });
  it('repeated and empty headings are made unique', async () => {
    const names = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:C2').values = [
        ['X', 'X', ''],
        [1, 2, 3],
      ];
      const columns = sheet.tables.add('A1:C2', true).columns.load('items/name');
      await context.sync();
      return columns.items.map((column) => column.name);
    });
    expect(names).toEqual(['X', 'X2', 'Column3']);
  });
  it('tells whether a filter is on, and clears it', async () => {
    await withTable();
    const state = (): Promise<unknown> =>
      onSheet(async (sheet, context) => {
        const filter = sheet.tables.getItem('crb_Credits').autoFilter.load('isDataFiltered');
        await context.sync();
        return filter.isDataFiltered;
      });
    await onSheet((sheet) => sheet.tables.getItem('crb_Credits').columns.getItem('Amount').filter.applyCustomFilter('>20'));
    expect(await state()).toBe(true);
    expect([...(opened.book.sheets[0]?.hiddenRows ?? [])]).toEqual([1]);
    await onSheet((sheet) => sheet.tables.getItem('crb_Credits').clearFilters());
    expect(await state()).toBe(false);
  });
  it('an item of ws.tables is found again through workbook.tables by id (wire.md 2)', async () => {
    await withTable();
    const name = await onSheet(async (sheet, context) => {
      const tables = sheet.tables.load('items/name');
      await context.sync();
      const address = tables.items[0]?.getRange().load('address');
      await context.sync();
      return address?.address;
    });
    expect(name).toBe('Data!A1:B3');
  });
  it('a row inserted beside it may not tear it (InsertDeleteConflict)', async () => {
    await withTable();
    expect(await codeOf(onSheet((sheet) => void sheet.getRange('A2').insert('Down').load('address')))).toBe('InsertDeleteConflict');
  });
});

describe('conditional formats', () => {
  const add = (formula: string): Promise<void> =>
    onSheet((sheet) => {
      const rule = sheet.getRange('A2:C9').conditionalFormats.add('Custom');
      rule.custom.rule.formula = formula;
      rule.custom.format.fill.color = '#FFC7CE';
    });
  it('getItemOrNullObject finds by id; a rule of another kind has no custom part (wire.md 6)', async () => {
    await add('=$A2=1');
    opened.book.sheets[0]?.conditionalFormats.push({ ...opened.book.sheets[0].conditionalFormats[0]!, id: '{B}', type: 'cellIs', priority: 2 });
    const found = await onSheet(async (sheet, context) => {
      const rules = sheet.getRange('A1:C20').conditionalFormats.load('items/type,items/customOrNullObject/rule/formula');
      const none = sheet.getRange('A1:C20').conditionalFormats.getItemOrNullObject('{Z}').load('type');
      await context.sync();
      return [rules.items.map((rule) => rule.type), rules.items.map((rule) => rule.customOrNullObject.isNullObject), none.isNullObject];
    });
    expect(found).toEqual([['Custom', 'CellValue'], [false, true], true]);
  });
  it('deletes one rule and leaves the other', async () => {
    await add('=$A2=1');
    await add('=$A2=2');
    await onSheet(async (sheet, context) => {
      const rules = sheet.getRange('A1:C20').conditionalFormats.load('items/custom/rule/formula');
      await context.sync();
      rules.items.find((rule) => rule.custom.rule.formula === '=$A2=2')?.delete();
    });
    expect(opened.book.sheets[0]?.conditionalFormats.map((rule) => rule.formula)).toEqual(['$A2=1']);
  });
  it('the list can be made to throw, as open Excel bugs do (design.md 8)', async () => {
    await add('=$A2=1');
    await add('=$A2=2');
    opened.excel.configure({ ruleLists: 'throw' });
    expect(await codeOf(onSheet((sheet) => void sheet.getRange().conditionalFormats.load('items/type')))).toBe('GeneralException');
  });
  it('copying a range takes its rules along (design.md 8: rules get copied by pasting)', async () => {
    await add('=$A2=1');
    await onSheet((sheet) => sheet.getRange('E2').copyFrom('A2:A3'));
    expect(opened.book.sheets[0]?.conditionalFormats[0]?.areas).toEqual([
      { row: 1, column: 0, rows: 8, columns: 3 },
      { row: 1, column: 4, rows: 2, columns: 1 },
    ]);
  });
});

describe('names, settings, properties', () => {
  it('a broken name has no range', async () => {
    opened.book.names.push({ name: 'crb_gone', formula: 'Nope!$A$1', scope: '', visible: false, comment: '' });
    const found = await onSheet(async (_, context) => {
      const range = context.workbook.names.getItem('crb_gone').getRangeOrNullObject().load('address');
      await context.sync();
      return range.isNullObject;
    });
    expect(found).toBe(true);
  });
  it('deleting a sheet turns references to it into #REF! (office-js.md, design.md 7)', async () => {
    await onSheet((sheet, context) => void context.workbook.names.add('crb_keys', sheet.getRange('A1:A3')).load('name'), 'Other');
    await write('A1', [['=Other!B2+1']]);
    await onSheet((sheet) => sheet.delete(), 'Other');
    expect(await valuesOf('A1')).toEqual([['#REF!']]);
    expect(opened.book.names[0]?.formula).toBe('#REF!');
  });
  it('renaming a sheet changes names and formulas that point at it', async () => {
    await onSheet((sheet, context) => void context.workbook.names.add('crb_keys', sheet.getRange('A1:A3')).load('name'), 'Other');
    await write('A1', [['=Other!B2+1']]);
    await onSheet((sheet) => void (sheet.name = "It's new"), 'Other');
    expect(opened.book.names[0]?.formula).toBe("'It''s new'!$A$1:$A$3");
    expect(opened.book.sheets[0]?.cells.formula(0, 0)).toBe("='It''s new'!B2+1");
  });
  it('settings keep structs, and a missing one is a null object', async () => {
    await onSheet((_, context) => void context.workbook.settings.add('crb', { columns: { account: 1 } }));
    const [value, missing] = await onSheet(async (_, context) => {
      const setting = context.workbook.settings.getItem('crb').load('value');
      const none = context.workbook.settings.getItemOrNullObject('zzz').load('value');
      await context.sync();
      return [setting.value, none.isNullObject];
    });
    expect([value, missing]).toEqual([{ columns: { account: 1 } }, true]);
  });
  it('customProperties.add needs no other action (wire.md 7), and reads back without regard to case', async () => {
    await onSheet((sheet) => void sheet.customProperties.add('Owner', 'x'));
    const value = await onSheet(async (sheet, context) => {
      const property = sheet.customProperties.getItemOrNullObject('owner').load('value');
      await context.sync();
      return property.value;
    });
    expect(value).toBe('x');
  });
});

describe('formulas', () => {
  it('follow changes of what they look at, across sheets and names', async () => {
    await write('A1:A3', [['00x'], [5], [7]], 'Other');
    await onSheet((sheet, context) => void context.workbook.names.add('crb_n', sheet.getRange('A2:A3')).load('name'), 'Other');
    await write('A1:A3', [['=SUM(Other!A:A)'], ['=A1*2'], ['=MAX(crb_n)']]);
    expect(await valuesOf('A1:A3')).toEqual([[12], [24], [7]]);
    await write('A2', [[100]], 'Other');
    expect(await valuesOf('A1:A3')).toEqual([[107], [214], [100]]);
  });
  it('HYPERLINK shows its friendly name (design.md 7)', async () => {
    await write('A1', [[`=HYPERLINK("#'Other'!A"&MATCH("k",Other!A1:A9,0),"row")`]]);
    expect(await valuesOf('A1')).toEqual([['row']]);
  });
  it('in manual mode only what is entered is calculated; calculate() does the rest (office-js.md 1.7)', async () => {
    await write('A1:B1', [[1, '=A1+1']]);
    await valuesOf('B1');
    await onSheet((_, context) => void (context.workbook.application.calculationMode = 'Manual'));
    await write('A1', [[10]]);
    expect(await valuesOf('B1')).toEqual([[2]]);
    await onSheet((_, context) => context.workbook.application.calculate('Full'));
    expect(await valuesOf('B1')).toEqual([[11]]);
  });
  it('one that cannot be read is InvalidArgument', async () => {
    expect(await codeOf(write('A1', [['=SUM(1']]))).toBe('InvalidArgument');
  });
  it('TRUE for text "00123" only where it stands, not for the number (design.md 8: type-strict keys)', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:A2').numberFormat = '@' as never;
      sheet.getRange('A1:A2').values = [['00123'], ['a*c']];
      sheet.getRange('B1:B4').values = [[123], ["'00123"], ["'abc"], ["'a*c"]];
      sheet.getRange('C1:C4').formulas = [1, 2, 3, 4].map((row) => [
        `=ISNUMBER(MATCH(IF(ISTEXT(B${row}),SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(B${row},"~","~~"),"*","~*"),"?","~?"),B${row}),A$1:A$2,0))`,
      ]);
    });
    expect(await valuesOf('C1:C4')).toEqual([[false], [true], [false], [true]]);
  });
});

describe('look and layout', () => {
  it('links, frozen panes, outline, widths and print titles', async () => {
    const read = await onSheet(async (sheet, context) => {
      const cell = sheet.getRange('A1');
      cell.hyperlink = { documentReference: "'Other'!A5", textToDisplay: '5', screenTip: 'row 5' };
      sheet.freezePanes.freezeRows(1);
      sheet.getRange('C:E').group('ByColumns');
      sheet.getRange('C:E').hideGroupDetails('ByColumns');
      sheet.getRange('A:A').format.columnWidth = 100;
      sheet.pageLayout.setPrintTitleRows('$1:$1');
      sheet.pageLayout.orientation = 'Landscape';
      cell.load('hyperlink,values,format/columnWidth');
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      const folded = sheet.getRange('C:E').load('columnHidden');
      await context.sync();
      return [cell.hyperlink.documentReference, cell.values, cell.format.columnWidth, frozen.address, folded.columnHidden];
    });
    expect(read).toEqual(["'Other'!A5", [['5']], 100, 'Data!1:1', true]);
    expect(opened.book.sheets[0]?.columnOutline.get(3)).toBe(1);
    expect(opened.book.sheets[0]?.pageLayout).toMatchObject({ orientation: 'Landscape', printTitleRows: '1:1' });
  });
  it('a chart is made, titled and placed in one request, once (wire.md 3)', async () => {
    await write('A1:B3', TABLE);
    await onSheet((sheet) => {
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Auto');
      chart.title.text = 'Credits';
      chart.setPosition('D2', 'H9');
      chart.name = 'c1';
    });
    expect(opened.book.sheets[0]?.charts).toHaveLength(1);
    expect(opened.book.sheets[0]?.charts[0]).toMatchObject({
      name: 'c1',
      title: 'Credits',
      source: 'Data!A1:B3',
      from: { row: 1, column: 3 },
      to: { row: 9, column: 8 },
    });
  });
  it('a format that differs between cells reads as null', async () => {
    const bold = await onSheet(async (sheet, context) => {
      sheet.getRange('A1').format.font.bold = true;
      const range = sheet.getRange('A1:A2').load('format/font/bold');
      await context.sync();
      return range.format.font.bold;
    });
    expect(bold).toBeNull();
  });
});

describe('events (wire.md 8)', () => {
  it('onChanged, onDeleted and onSelectionChanged reach the handlers, with who did it', async () => {
    const heard: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data').load('id');
      await context.sync();
      sheet.onChanged.add((event) => Promise.resolve(void heard.push(`changed ${event.address} ${event.changeType}`)));
      context.workbook.worksheets.onDeleted.add(() => Promise.resolve(void heard.push('deleted')));
      context.workbook.onSelectionChanged.add(() => Promise.resolve(void heard.push('selected')));
      await context.sync();
      sheet.getRange('B2').values = [[1]];
      sheet.getRange('C3').select();
      context.workbook.worksheets.getItem('Other').delete();
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.sort()).toEqual(['changed B2 RangeEdited', 'deleted', 'selected']);
  });
  it('enableEvents = false silences them (office-js.md 1.7)', async () => {
    const heard: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data').load('id');
      await context.sync();
      sheet.onChanged.add(() => Promise.resolve(void heard.push('changed')));
      context.runtime.enableEvents = false;
      sheet.getRange('B2').values = [[1]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual([]);
  });
});

describe('references (wire.md 4)', () => {
  it('a tracked range follows inserted rows, and is let go after Excel.run', async () => {
    await write('A5', [['here']]);
    const address = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A5').load('address');
      await context.sync();
      sheet.getRange('1:2').insert('Down');
      range.load('address,values');
      await context.sync();
      return [range.address, range.values];
    });
    expect(address).toEqual(['Data!A7', [['here']]]);
    expect(opened.excel.host.state.references.size).toBe(0);
  });
  it('a range on a deleted sheet is InvalidReference', async () => {
    const failed = onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1').load('address');
      await context.sync();
      sheet.delete();
      await context.sync();
      range.load('values');
      await context.sync();
    }, 'Other');
    expect(await codeOf(failed)).toBe('InvalidReference');
  });
  it('counts requests, bytes and objects, and resets', async () => {
    await write('A1', 1);
    expect(opened.excel.counters.requests).toBe(1);
    expect(opened.excel.counters.bytesIn).toBeGreaterThan(100);
    expect(opened.excel.counters.objects).toBeGreaterThanOrEqual(3);
    opened.excel.host.resetCounters();
    expect(opened.excel.counters.requests).toBe(0);
  });
  it('one range write is about 842 bytes (wire.md 10)', async () => {
    await write('A1:B2', [
      [1, 2],
      [3, 4],
    ]);
    expect(opened.excel.counters.bytesIn).toBeGreaterThan(500);
    expect(opened.excel.counters.bytesIn).toBeLessThan(1200);
  });
});
