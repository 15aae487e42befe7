/**
 * Sums and counts over the Credits table as Excel formulas: English, commas, structured references (design.md 7). Rows that are cleared or not
 * matched are no credits any more and stay out. Text from a cell becomes a quoted literal and never formula code.
 */
import type { CreditsKey } from './creditsColumns';

/** The Credits table as it stands: its name, and each column's heading now (a person may have renamed it; null = taken out). */
export interface CreditsTable {
  readonly table: string;
  /** By how much the dates in its cells lie below day serials: 1,462 in a workbook of the 1904 system, else 0. */
  readonly daysOff: number;
  heading(key: CreditsKey): string | null;
}
/** A column and what its cells must be, as COUNTIFS writes it: "True overpayment", ">=31"; for a day, on which side of it they must lie. */
export type Criterion = readonly [column: CreditsKey, is: string] | readonly [column: CreditsKey, side: '>=' | '<=', day: number];

/** Criteria end at 255 characters in Excel. */
const MOST_CRITERION = 255;
const LIVE: readonly Criterion[] = [
  ['change', '<>cleared'],
  ['change', '<>not matched'],
  ['account', '?*'],
];

/** "=ROUND(SUMIFS(…),2)" over the amounts, less what meets `except`; null when a column is gone or a text cannot stand in a formula. */
export function amountFormula(table: CreditsTable, criteria: readonly Criterion[], except: readonly Criterion[] | null = null): string | null {
  const amounts = reference(table, 'amount');
  const ask = (all: readonly Criterion[]): string | null => call('SUMIFS', amounts, conditions(table, all));
  return combined(ask(criteria), except && ask([...criteria, ...except]), except !== null, (text) => `=ROUND(${text},2)`);
}

/** "=COUNTIFS(…)", less what meets `except`. */
export function rowsFormula(table: CreditsTable, criteria: readonly Criterion[], except: readonly Criterion[] | null = null): string | null {
  const ask = (all: readonly Criterion[]): string | null => call('COUNTIFS', '', conditions(table, all));
  return combined(ask(criteria), except && ask([...criteria, ...except]), except !== null, (text) => `=${text}`);
}

function combined(all: string | null, less: string | null, subtracts: boolean, dress: (text: string) => string): string | null {
  if (all === null || (subtracts && less === null)) return null;
  return dress(less === null ? all : `${all}-${less}`);
}

function call(name: string, first: string | null, parts: string | null): string | null {
  if (first === null || parts === null) return null;
  return `${name}(${first === '' ? '' : `${first},`}${parts})`;
}

function conditions(table: CreditsTable, criteria: readonly Criterion[]): string | null {
  const parts = [...LIVE, ...criteria].map(([key, side, day]) => {
    const is = day === undefined ? side : `${side}${day - table.daysOff}`;
    const column = reference(table, key);
    return column === null || !canStand(is) ? null : `${column},"${is.replaceAll('"', '""')}"`;
  });
  return parts.includes(null) ? null : parts.join(',');
}

/** In a structured reference [ ] # ' and @ are marked with an apostrophe. */
function reference(table: CreditsTable, key: CreditsKey): string | null {
  const heading = table.heading(key);
  return heading === null ? null : `${table.table}[${heading.replace(/[[\]#'@]/g, "'$&")}]`;
}

const canStand = (text: string): boolean => text.length <= MOST_CRITERION && !/[\u0000-\u001f]/.test(text);

/** "Is this very text": without wildcards, and without taking "<5" for a comparison. */
export const exactly = (text: string): string => `=${text.replace(/[~*?]/g, '~$&')}`;
