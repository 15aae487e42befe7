/** Selects rows on a user's sheet, and tells what is selected: nothing is changed. */
import type { RowSpan } from '../app/session';
import { HostFailure } from './failure';
import type { Guard } from './guard';
import { MOST_ADDRESS } from './limits';

/** "5:7,12:12" of 1-based rows in any order; cut at whole areas before Excel would cut it in silence (office-js.md 1.1). */
export function rowsAddress(rows: readonly number[], mostLength = MOST_ADDRESS): string {
  const sorted = [...new Set(rows)].toSorted((a, b) => a - b);
  let address = '';
  for (let i = 0; i < sorted.length;) {
    const first = sorted[i] ?? 0;
    let last = first;
    while (sorted[i + 1] === last + 1) last = sorted[++i] ?? last;
    i++;
    const area = `${address === '' ? '' : ','}${first}:${last}`;
    if (address.length + area.length > mostLength) break;
    address += area;
  }
  return address;
}

/** Brings the sheet of the first row to the front and selects its rows; rows of other sheets are left for another call. */
export async function showRows(guard: Guard, rows: readonly { readonly sheet: string; readonly row: number }[]): Promise<void> {
  const name = rows[0]?.sheet;
  if (name === undefined) return;
  const address = rowsAddress(rows.filter((entry) => entry.sheet === name && entry.row > 0).map((entry) => entry.row));
  if (address === '') return;
  await guard.run(
    async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.load('visibility');
      await context.sync();
      if (sheet.visibility !== 'Visible') throw new HostFailure('InvalidOperation', `${name} is hidden: unhide it first`);
      sheet.activate();
      if (address.includes(',')) sheet.getRanges(address).select();
      else sheet.getRange(address).select();
      await context.sync();
    },
    { probe: true },
  );
}

/** The rows of the selection on the sheet in front, 1-based. A filter's hidden rows between the first and the last count too. */
export async function selectedRows(guard: Guard): Promise<RowSpan[]> {
  return await guard.run(
    async (context) => {
      const { areas, worksheet } = context.workbook.getSelectedRanges();
      worksheet.load('name');
      areas.load('items/rowIndex,items/rowCount');
      await context.sync();
      return areas.items.map(({ rowIndex, rowCount }) => ({ sheet: worksheet.name, from: rowIndex + 1, to: rowIndex + rowCount }));
    },
    { probe: true, repeatable: true },
  );
}
