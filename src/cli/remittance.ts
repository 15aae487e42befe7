/** An X12 835 file as sheets of the workbook: text stays text, amounts are numbers. */
import { freeSheetName } from '../host/files/merge';
import type { Book } from '../host/workbook';
import type { Problem } from '../intake/contract';
import { parse835 } from '../intake/x12';

/** Adds the file's sheets and returns what could not be read in it. `name` is the file's name. */
export function addRemittance(workbook: Book, text: string, name: string): readonly Problem[] {
  const { sheets, problems } = parse835(text, name.replace(/\.[^.]*$/, ''));
  const textStyle = workbook.styles.derive(0, { numberFormat: '@' });
  for (const { name: wanted, values } of sheets) {
    const { cells } = workbook.addSheet(freeSheetName(workbook, wanted));
    values.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value === null || value === '') return;
        if (typeof value === 'string') cells.setStyle(r, c, textStyle);
        cells.set(r, c, value);
      }),
    );
  }
  return problems;
}
