/** Copies that may leave the desk: a synthetic twin, and outputs with only the columns a step needs. Loaded when first asked for. */
import type { Day } from '../core/day';
import type { StepCopy } from '../app/minimumNecessary';
import type { Look } from '../app/session';
import type { Slip } from '../app/twin/slips';
import { cutsOf, twinOf } from '../app/twin/twin';
import type { Book } from './book';

export interface CopyMade {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What was made, and what to know about it. */
  readonly said: string;
}

/** What a copy is made of; `slips` for a twin. */
export interface Looked {
  readonly look: Look;
  readonly asOf: Day;
  readonly slips?: readonly Slip[];
}

/** Rejects with a plain sentence when there is nothing to make a twin of. `seed`: any number. */
export async function makeTwin(book: Book, { look, asOf, slips = [] }: Looked, seed: number): Promise<CopyMade> {
  const own = new Set(look.own.map(({ sheet }) => sheet));
  const sheets = (await book.ask('sheets', {})).filter(({ name, readable }) => readable && !own.has(name)).map(({ name }) => name);
  const cuts = cutsOf(look.plan, sheets);
  const { columns, date1904 } = await book.ask('distinct', { sheets: cuts });
  if (columns.length === 0) throw new Error('This workbook is empty. Open an export first, then make its twin.');
  const twin = twinOf(columns, cuts, { plan: look.plan, asOf, date1904, seed, policyRows: look.policyRows ?? [], slips });
  const bytes = await book.ask('rewrite', { sheets: twin.sheets, extra: [twin.policy] });
  const earlier = twin.daysEarlier > 0 ? ` All dates are ${twin.daysEarlier / 7} weeks earlier.` : '';
  return {
    name: 'Synthetic twin.xlsx',
    bytes,
    said: `Synthetic twin.xlsx was saved: the same shape and faults, with invented names, numbers and amounts.${earlier} Headings, types and codes are kept: look them over before you pass it on.`,
  };
}

/** Rejects with what to do first when the step's sheet is not there. */
export async function makeStepCopy(book: Book, look: Look, { role, headings, fileName, missing }: StepCopy): Promise<CopyMade> {
  const sheet = look.own.find((own) => own.role === role)?.sheet;
  const bytes = sheet === undefined ? null : await book.ask('columnsOnly', { wanted: [{ sheet, headings }] });
  if (!bytes) throw new Error(missing);
  return { name: fileName, bytes, said: `${fileName} was saved with ${headings.length} columns: ${headings.join(', ')}.` };
}
