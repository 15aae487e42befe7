/** Requests as the client sends them, answered directly: wire.md 1 to 6. */
import { newWorkbook, type Book } from '../../../src/host/workbook';
import { ExcelHost } from '../../../src/host/wire/host';
import type { WireAction, WirePath } from '../../../src/host/wire/message';

let host: ExcelHost;
let book: Book;
beforeEach(() => {
  book = newWorkbook('book.xlsx');
  book.addSheet('A');
  host = new ExcelHost(book);
});

const WORKBOOK: WirePath = { Id: 1, ObjectPathType: 1, Name: '' };
const SHEETS: WirePath = { Id: 3, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 };
const SHEET: WirePath = { Id: 5, ObjectPathType: 5, Name: '', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['A'] } };
function range(id: number, address: string | null): WirePath {
  return { Id: id, ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 5, ArgumentInfo: { Arguments: [address] } };
}
function send(actions: readonly Omit<WireAction, 'Id'>[], paths: readonly WirePath[], keep = false) {
  const body = {
    AutoKeepReference: keep,
    Actions: actions.map((action, index) => ({ Id: index + 100, ...action })),
    ObjectPaths: Object.fromEntries([WORKBOOK, SHEETS, SHEET, ...paths].map((path) => [path.Id, path])),
  };
  return host.answer(4, JSON.stringify(body));
}
const make = (path: number) => ({ ActionType: 1, Name: '', ObjectPathId: path });
const load = (path: number, ...Select: string[]) => ({ ActionType: 2, Name: '', ObjectPathId: path, QueryInfo: { Select } });
const results = async (reply: ReturnType<typeof send>) => (await reply).Body?.Results.map((result) => result.Value);

it('a kept range answers a reference at its instantiate; others do not (wire.md 4)', async () => {
  const kept = [make(7), { ActionType: 3, Name: '_KeepReference', ObjectPathId: 7 }, make(7), load(7, 'address')];
  expect(await results(send(kept, [range(7, 'A1')], true))).toEqual([{ _ReferenceId: 'ref:1' }, null, { _ReferenceId: 'ref:1' }, { Address: 'A!A1' }]);
  expect(await results(send([make(7)], [range(7, 'A1')]))).toEqual([{}]);
});
it('a reference id works as a path until it is let go; letting go of an unknown one does not fail', async () => {
  await send([make(7), { ActionType: 3, Name: '_KeepReference', ObjectPathId: 7 }], [range(7, 'B2')], true);
  const reference: WirePath = { Id: 9, ObjectPathType: 6, Name: 'ref:1' };
  expect(await results(send([make(9), load(9, 'rowIndex')], [reference]))).toEqual([{ _ReferenceId: 'ref:1' }, { RowIndex: 1 }]);
  const release = { ActionType: 3, Name: '_RemoveReference', ObjectPathId: 1, ArgumentInfo: { Arguments: ['ref:1'] } };
  await send([release, release], []);
  expect((await send([make(9)], [reference])).Body?.Error?.Code).toBe('InvalidReference');
});
it('getRange() sends [null] and means the whole sheet (wire.md 2)', async () => {
  expect(await results(send([load(7, 'address', 'isEntireColumn')], [range(7, null)]))).toEqual([{ Address: 'A!A:XFD', IsEntireColumn: true }]);
});
it('collections answer _Items with the Id of each, asked or not (wire.md 5)', async () => {
  const id = book.sheets[0]?.id;
  expect(await results(send([load(3, 'name')], []))).toEqual([{ _Items: [{ Id: id, Name: 'A' }] }]);
  expect(await results(send([load(3, 'name', 'tables/name')], []))).toEqual([{ _Items: [{ Id: id, Name: 'A', Tables: { _Items: [] } }] }]);
});
it('Top and Skip cut the list', async () => {
  book.addSheet('B');
  book.addSheet('C');
  const query = { ActionType: 2, Name: '', ObjectPathId: 3, QueryInfo: { Select: ['name'], Top: 1, Skip: 1 } };
  expect(await results(send([query], []))).toEqual([{ _Items: [{ Id: book.sheets[1]?.id, Name: 'B' }] }]);
});
it('null objects: instantiate, child, query are all null (wire.md 6)', async () => {
  const missing: WirePath = { Id: 11, ObjectPathType: 3, Name: 'GetItemOrNullObject', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['Nope'] } };
  const child: WirePath = { Id: 12, ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 11, ArgumentInfo: { Arguments: ['A1'] } };
  expect(await results(send([make(11), load(11, 'name'), make(12), load(12, 'values')], [missing, child]))).toEqual([null, null, null, null]);
});
it('a method path is evaluated once, however often it is used (wire.md 3)', async () => {
  const added: WirePath = { Id: 13, ObjectPathType: 3, Name: 'Add', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['N'] } };
  await send([make(13), make(13), load(13, 'name')], [added]);
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(['A', 'N']);
});
it('an error carries code, index and place; results before it stay (wire.md 9)', async () => {
  const write = { ActionType: 4, Name: 'Values', ObjectPathId: 7, ArgumentInfo: { Arguments: [[[1, 2]]] } };
  const reply = await send([make(7), load(7, 'address'), write], [range(7, 'A1')]);
  expect(reply.Body?.Results).toHaveLength(2);
  expect(reply.Body?.Error).toMatchObject({ Code: 'InvalidArgument', ActionIndex: 2, Location: 'Range.values' });
});
it('load() without names gives every scalar property', async () => {
  const reply = await send([{ ActionType: 2, Name: '', ObjectPathId: 5, QueryInfo: {} }], []);
  expect(reply.Body?.Results[0]?.Value).toMatchObject({ Name: 'A', Position: 0, Visibility: 'Visible', ShowGridlines: true });
});
it('showGridlines is set by the name Gridlines (wire.md 2)', async () => {
  await send([{ ActionType: 4, Name: 'Gridlines', ObjectPathId: 5, ArgumentInfo: { Arguments: [false] } }], []);
  expect(book.sheets[0]?.gridlines).toBe(false);
});
it('ensureUnchanged passes when nothing changed (wire.md 3)', async () => {
  const check = (name: string) => ({ ActionType: 8, Name: '', ObjectPathId: 5, ObjectState: { name } });
  expect((await send([check('A')], [])).Body?.Error).toBeUndefined();
  expect((await send([check('B')], [])).Body?.Error?.Code).toBe('InvalidOperation');
});
it('unknown methods, properties and paths are Excel errors, not undefined', async () => {
  const code = async (reply: ReturnType<typeof send>) => (await reply).Body?.Error?.Code;
  expect(await code(send([{ ActionType: 3, Name: 'Explode', ObjectPathId: 5 }], []))).toBe('ApiNotFound');
  expect(await code(send([{ ActionType: 4, Name: 'Colour', ObjectPathId: 5, ArgumentInfo: { Arguments: [1] } }], []))).toBe('ApiNotFound');
  expect(await code(send([make(20)], [{ Id: 20, ObjectPathType: 4, Name: 'Dreams', ParentObjectPathId: 5 }]))).toBe('ApiNotFound');
  expect(await code(send([load(5, 'constructor')], []))).toBe('ApiNotFound');
});
