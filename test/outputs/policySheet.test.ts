/** Credit policy as a sheet: out as the defaults say, in again the same, edits kept (domain.md 4.9). */
import { DEFAULT_ROWS } from '../../src/core/policy/defaults';
import { policyFrom } from '../../src/core/policy/load';
import type { OutValue } from '../../src/outputs/edit';
import { POLICY_COLUMNS } from '../../src/outputs/policyColumns';
import { editedPolicyCells, policyEdit, policyRecords, repeatsDefault } from '../../src/outputs/policySheet';
import type { StandingTable } from '../../src/outputs/standing';
import { AS_OF } from './review';

const PLACES = Object.fromEntries(POLICY_COLUMNS.map((column, place) => [column.key, place]));
function sheet(finished = true): { places: Record<string, number>; rows: OutValue[][]; finished: boolean } {
  const change = policyEdit(null);
  if (change?.edit.kind !== 'createTable') throw new Error('expected a new table');
  return { places: PLACES, rows: change.edit.rows.map((row) => row.map((cell) => cell ?? '')), finished };
}
const rowOf = (table: StandingTable, id: string): number => table.rows.findIndex((row) => row[0] === id);

describe('the policy sheet', () => {
  it('has the columns of domain.md 4.9 in its order, all of them a person’s', () => {
    expect(POLICY_COLUMNS.map((column) => column.heading).join(' | ')).toBe(
      'policy_id | topic | key | jurisdiction | payer_class | provider_type | trigger | value | unit | exceptions | effective_from | effective_to | status | ' +
        'citation | source_url | verified_on | verified_by | notes',
    );
    expect(POLICY_COLUMNS.every((column) => column.person)).toBe(true);
  });

  it('says above the table that it is not legal advice', () => {
    const change = policyEdit(null);
    expect(JSON.stringify(change?.edit.preface)).toContain('not legal advice');
  });

  it('reads back as the very policy it was written from, without a problem', () => {
    const { policy, problems } = policyFrom(policyRecords(sheet(), 7), AS_OF);
    expect(problems).toEqual([]);
    expect(policy.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(DEFAULT_ROWS.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  });

  it('takes an edited value, and names the row of a bad one while its default holds', () => {
    const table = sheet();
    table.rows[rowOf(table, 'P-dup_window_days')]![PLACES['value'] ?? 0] = 10;
    table.rows[rowOf(table, 'P-nsf_hold_days')]![PLACES['value'] ?? 0] = 'ten';
    const { policy, problems } = policyFrom(policyRecords(table, 7), AS_OF);
    expect(policy.parameters.dupWindowDays).toBe(10);
    expect(policy.parameters.nsfHoldDays).toBe(10);
    expect(problems.map(({ code, row }) => [code, row])).toEqual([['policy-number', 7 + rowOf(table, 'P-nsf_hold_days')]]);
  });

  it('is never touched again once it stands whole; a write that broke off is completed', () => {
    const table = sheet();
    expect(policyEdit({ ...table, rows: table.rows.slice(0, 5) })).toBeNull();
    const change = policyEdit({ ...table, rows: table.rows.slice(0, 5), finished: false });
    expect(change?.edit.kind === 'updateTable' && change.edit.cells).toEqual([]);
    expect(change?.appended).toBe(DEFAULT_ROWS.length - 5);
  });

  it('counts the cells that say something else than the defaults', () => {
    const table = sheet();
    expect(editedPolicyCells(table)).toBe(0);
    expect(policyRecords(table, 7).every(repeatsDefault)).toBe(true);
    table.rows[0]![PLACES['value'] ?? 0] = '2';
    const mine = new Map<string, OutValue>([
      ['id', 'MINE-1'],
      ['topic', 'CODE_MAP'],
      ['key', 'zz'],
      ['value', 'Payment'],
      ['status', 'ACTIVE'],
    ]);
    const own = POLICY_COLUMNS.map((column) => mine.get(column.key) ?? '');
    table.rows.push(own);
    expect(editedPolicyCells(table)).toBe(1 + 5);
    expect(
      policyRecords(table, 7)
        .filter((record) => !repeatsDefault(record))
        .map((record) => record['id']),
    ).toEqual([table.rows[0]![0], 'MINE-1']);
  });
});
