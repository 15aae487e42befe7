/** Decisions made before *Credits* was there are laid onto its rows at their first write; rows that stand are the person's own. */
import { dollarsOf } from '../outputs/creditRows';
import type { CreditsKey } from '../outputs/creditsColumns';
import type { OutValue } from '../outputs/edit';
import type { TableChange } from '../outputs/merge';
import type { Decision } from './decisions';

/** The person's cells a decision fills, by column. Dates are day serials, the amount is dollars. */
export function cellsOfDecision(decision: Decision): Partial<Record<CreditsKey, OutValue>> {
  const { amount } = decision;
  const words = Object.entries(decision).filter(([key]) => key !== 'id' && key !== 'amount');
  const cells = Object.fromEntries(words.map(([key, value]) => [key, value === 0 || value === '' ? null : value]));
  return { ...cells, ...(amount === undefined ? {} : { decisionAmount: amount === null ? null : dollarsOf(amount) }) };
}

/** The change with the decisions on its new rows. */
export function withDecisions(change: TableChange, decisions: readonly Decision[]): TableChange {
  if (decisions.length === 0) return change;
  const { edit } = change;
  const byId = new Map(decisions.map((decision) => [decision.id, cellsOfDecision(decision)]));
  const idAt = edit.columns.findIndex((column) => column.key === 'id');
  const laid = (row: readonly OutValue[]): readonly OutValue[] => {
    const cells: Readonly<Record<string, OutValue>> | undefined = byId.get(String(row[idAt] ?? ''));
    return cells ? edit.columns.map(({ key }, c) => cells[key] ?? row[c] ?? null) : row;
  };
  return edit.kind === 'createTable'
    ? { ...change, edit: { ...edit, rows: edit.rows.map(laid) } }
    : { ...change, edit: { ...edit, append: edit.append.map(laid) } };
}
