/**
 * Ten scripts in plain Office.js, as Microsoft's documentation shows them; the results stated are the documentation's (page named in each title,
 * docs = OfficeDev/office-js-docs-pr docs/excel, ref = the Excel API reference).
 */
import { openBook, type Opened } from './book';

let opened: Opened;
beforeEach(async () => {
  opened = await openBook(['Sample']);
});
afterEach(() => opened.excel.close());

it('1. sets and reads a range: values, then the text as formatted (docs: excel-add-ins-ranges-set-get-values)', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sample');
    sheet.getRange('B2:E3').values = [
      ['Product', 'Quantity', 'Price', 'Total'],
      ['Potato Chips', 10, 1.8, '=C3 * D3'],
    ];
    sheet.getRange('D3:E3').numberFormat = [['$0.00', '$0.00']];
    const range = sheet.getRange('B2:E3');
    range.load('values,text');
    await context.sync();
    expect(range.values[1]).toEqual(['Potato Chips', 10, 1.8, 18]);
    expect(range.text[1]).toEqual(['Potato Chips', '10', '$1.80', '$18.00']);
  });
});

it('2. null and "" in a two-dimensional array (docs: excel-add-ins-blank-null-values)', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sample');
    const range = sheet.getRange('A1:B2');
    range.values = [
      [1, 2],
      [3, 4],
    ];
    range.values = [
      [null as never, 'Eurasia'],
      ['', null as never],
    ];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([
      [1, 'Eurasia'],
      ['', 4],
    ]);
  });
});

it('3. makes a table, fills it, adds a row and sorts it (docs: excel-add-ins-tables)', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sample');
    const table = sheet.tables.add('A1:D1', true);
    table.name = 'ExpensesTable';
    table.getHeaderRowRange().values = [['Date', 'Merchant', 'Category', 'Amount']];
    table.rows.add(undefined, [
      ['1/1/2017', 'The Phone Company', 'Communications', '$120'],
      ['1/2/2017', 'Northwind Electric Cars', 'Transportation', '$142'],
      ['1/5/2017', 'Best For You Organics Company', 'Groceries', '$27'],
    ]);
    await context.sync();
    table.sort.apply([{ key: 3, ascending: true }]);
    const body = table.getDataBodyRange().load('values');
    table.rows.load('count');
    await context.sync();
    const amounts = body.values.map((row) => row[3] as unknown).filter((amount) => amount !== '');
    expect(amounts).toEqual([27, 120, 142]);
  });
});

it('4. adds, renames, moves, hides and deletes worksheets (docs: excel-add-ins-worksheets)', async () => {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add('New');
    added.load('name,position');
    await context.sync();
    expect([added.name, added.position]).toEqual(['New', 1]);
    added.name = 'Renamed';
    added.position = 0;
    added.visibility = Excel.SheetVisibility.hidden;
    worksheets.load('items/name,items/visibility');
    await context.sync();
    expect(worksheets.items.map((each) => [each.name, each.visibility])).toEqual([
      ['Renamed', 'Hidden'],
      ['Sample', 'Visible'],
    ]);
    worksheets.getItem('Renamed').delete();
    const count = worksheets.getCount();
    await context.sync();
    expect(count.value).toBe(1);
  });
});

it('5. a custom conditional format is added first and removed again (docs: excel-add-ins-conditional-formatting)', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sample').getRange('B2:M4');
    const rule = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    rule.custom.rule.formula = '=B8>100';
    rule.custom.format.font.color = 'green';
    const second = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    second.custom.rule.formula = '=B8>200';
    const rules = range.conditionalFormats;
    rules.load('items/type,items/priority,items/custom/rule/formula');
    await context.sync();
    expect(rules.items.map((each) => each.custom.rule.formula)).toEqual(['=B8>200', '=B8>100']);
    rules.clearAll();
    const count = rules.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
});

it('6. a list of choices as data validation (docs: excel-add-ins-data-validation)', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sample').getRange('C2:C8');
    range.dataValidation.rule = { list: { inCellDropDown: true, source: 'Approved,Denied' } };
    range.dataValidation.errorAlert = { message: 'Choose from the list', showAlert: true, style: Excel.DataValidationAlertStyle.warning, title: 'Status' };
    range.dataValidation.load('type,rule,errorAlert');
    await context.sync();
    expect(range.dataValidation.type).toBe('List');
    expect(range.dataValidation.rule).toEqual({ list: { inCellDropDown: true, source: 'Approved,Denied' } });
    expect(range.dataValidation.errorAlert.style).toBe('Warning');
  });
});

it('7. a named item for a range, and its value (docs: excel-add-ins-names; ref: Excel.NamedItem)', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sample');
    sheet.getRange('A1:A3').values = [[5], [6], [7]];
    const name = context.workbook.names.add('MyData', sheet.getRange('A1:A3'));
    name.visible = false;
    sheet.getRange('C1').formulas = [['=SUM(MyData)']];
    const total = sheet.getRange('C1').load('values');
    name.load('type,formula,visible,scope');
    await context.sync();
    expect([name.type, name.formula, name.visible, name.scope]).toEqual(['Range', '=Sample!$A$1:$A$3', false, 'Workbook']);
    expect(total.values).toEqual([[18]]);
  });
});

it('8. inserts, deletes and copies ranges (docs: excel-add-ins-ranges-insert, -delete, -cut-copy-paste)', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sample');
    sheet.getRange('A1:B2').values = [
      [1, '=A1*10'],
      [2, '=A2*10'],
    ];
    sheet.getRange('A1:B1').insert(Excel.InsertShiftDirection.down);
    sheet.getRange('A5').copyFrom('A2:B3');
    const moved = sheet.getRange('A1:B3').load('formulas');
    const copied = sheet.getRange('A5:B6').load('formulas,values');
    await context.sync();
    expect(moved.formulas).toEqual([
      ['', ''],
      [1, '=A2*10'],
      [2, '=A3*10'],
    ]);
    expect(copied.formulas[0]).toEqual([1, '=A5*10']);
    expect(copied.values[1]).toEqual([2, 20]);
    sheet.getRange('A1:B1').delete(Excel.DeleteShiftDirection.up);
    const back = sheet.getRange('A1:B1').load('formulas');
    await context.sync();
    expect(back.formulas).toEqual([[1, '=A1*10']]);
  });
});

it('9. the selected range, its address and the active cell (docs: excel-add-ins-ranges-set-get-selected)', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sample').getRange('B2:E6').select();
    const selected = context.workbook.getSelectedRange().load('address');
    const active = context.workbook.getActiveCell().load('address');
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    expect([selected.address, active.address, sheet.name]).toEqual(['Sample!B2:E6', 'Sample!B2', 'Sample']);
  });
});

it('10. many discontiguous cells as one RangeAreas (docs: excel-add-ins-multiple-ranges)', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sample');
    const areas = sheet.getRanges('F3:F5,H3:H5');
    areas.format.fill.color = 'pink';
    areas.load('address,areaCount,cellCount,isEntireRow');
    const one = sheet.getRange('H4').load('format/fill/color');
    const mixed = sheet.getRange('G4:H4').load('format/fill/color');
    await context.sync();
    expect([areas.areaCount, areas.cellCount, areas.isEntireRow, areas.address]).toEqual([2, 6, false, 'Sample!F3:F5,Sample!H3:H5']);
    expect(one.format.fill.color).toBe('#FFC0CB');
    // A property that is not the same in all cells is null.
    expect(mixed.format.fill.color).toBeNull();
  });
});
