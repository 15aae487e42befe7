/** First step of reading: which sheets hold what, which columns are needed (design.md 3; exports.md 1 and 2). */
import { assign, assignByValues, candidatesOf } from './columns';
import type { Candidate } from './columns';
import type { CellValue, ColumnPlan, Plan, ReadOptions, Refusal, Role, SheetPlan, SheetSample } from './contract';
import { headingsOf } from './headings';
import { findTables } from './layout';
import type { TableLayout } from './layout';
import type { Profile } from './profile';
import { TextKind, textKind } from './rowKinds';
import { KEYS, roleOf } from './roles';
import type { TableFacts } from './roles';
import { REFUSALS } from './sentences';

interface Draft {
  readonly sample: SheetSample;
  readonly layout: TableLayout;
  readonly candidates: readonly Candidate[];
  columns: ColumnPlan[];
  role: Role;
  why: string;
}

/** Looks at samples only. Never throws on what a cell holds. `refused` is set when nothing can be reviewed. */
export function plan(samples: readonly SheetSample[], options: ReadOptions): Plan {
  const drafts: Draft[] = [];
  const others: SheetPlan[] = [];
  for (const sample of samples) {
    if (sample.own) others.push(bareSheet(sample, 'own', 'This sheet was made by this product.'));
    else if (sample.visibility === 'veryHidden') others.push(bareSheet(sample, 'ignored', 'The sheet is hidden by a program.'));
    else drafts.push(...draftsOf(sample, options, others));
  }
  decideRoles(drafts, options);
  adoptListingKeys(drafts);
  const sheets = [...drafts.map(sheetPlan), ...others].sort(
    (a, b) => samples.findIndex((s) => s.name === a.sheet) - samples.findIndex((s) => s.name === b.sheet),
  );
  return { sheets, refused: refusalOf(samples, sheets) };
}

const bareSheet = (sample: SheetSample, role: Role, why: string): SheetPlan => ({
  sheet: sample.name,
  role,
  why,
  headerRow: 0,
  firstDataRow: sample.firstRow,
  dataRows: 0,
  columns: [],
});

function draftsOf(sample: SheetSample, options: ReadOptions, others: SheetPlan[]): Draft[] {
  const layouts = findTables(sample);
  if (layouts.length === 0)
    others.push(
      bareSheet(
        sample,
        'ignored',
        sample.rowCount === 0 || sample.columnCount === 0 ? 'The sheet is empty.' : 'No heading row and no table of values was found.',
      ),
    );
  return layouts.map((layout) => {
    const candidates = candidatesOf(sample, layout);
    const columns = assign(candidates, correctionsFor(sample.name, options));
    return { sample, layout, candidates, columns, role: 'ignored', why: '' };
  });
}

/** Corrections "column:Sheet:field" → heading of one sheet. */
function correctionsFor(sheet: string, options: ReadOptions): Map<string, string> {
  const prefix = `column:${sheet}:`;
  return new Map(
    Object.entries(options.corrections ?? {}).flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value] as const] : [])),
  );
}

function decideRoles(drafts: Draft[], options: ReadOptions): void {
  const keysOf = (except: Draft): Set<string> =>
    new Set(
      drafts
        .filter((d) => d !== except)
        .flatMap((d) => d.columns.filter((c) => (KEYS as readonly string[]).includes(c.field)).flatMap((c) => [...(profileIn(d, c.field)?.values ?? [])])),
    );
  for (const draft of drafts) {
    const blocked = correctionsFor(draft.sample.name, options);
    const more = assignByValues(draft.candidates, draft.columns, draft.layout.header < 0, draft.layout.header < 0 ? keysOf(draft) : new Set());
    draft.columns = [...draft.columns, ...more.filter((column) => !blocked.has(column.field))].sort((a, b) => a.column - b.column);
  }
  for (const draft of drafts) draft.columns = [...draft.columns, ...labelColumns(draft)].sort((a, b) => a.column - b.column);
  for (const draft of drafts) Object.assign(draft, roleOf(factsOf(draft), false));
  for (const draft of drafts) {
    const elsewhere = drafts.some((other) => other !== draft && (other.role === 'transactions' || other.role === 'mixed'));
    const chosen = options.corrections?.[`role:${draft.sample.name}`];
    Object.assign(draft, isRole(chosen) ? { role: chosen, why: 'You chose it.' } : roleOf(factsOf(draft), elsewhere));
  }
}

/** A column without a field in which the name of a total stands: read, so that the total is seen. */
function labelColumns(draft: Draft): ColumnPlan[] {
  const { sample, layout } = draft;
  const rows = [...sample.head.slice(layout.first, layout.until), ...(layout.until === undefined ? sample.tail : [])];
  const free = draft.candidates.find(
    (c) => !draft.columns.some((p) => p.column === c.column) && rows.some((row) => isTotalText(row[c.column - sample.firstColumn])),
  );
  return free === undefined
    ? []
    : [{ field: 'label', column: free.column, heading: free.heading, reason: 'The name of a total stands in it.', confidence: 'high', alternatives: [] }];
}
const isTotalText = (cell: CellValue | undefined): boolean => typeof cell === 'string' && cell.length < 60 && (textKind(cell) & TextKind.Total) !== 0;

const isRole = (text: string | undefined): text is Role =>
  text !== undefined && ['accounts', 'transactions', 'mixed', 'remittance', 'register', 'ignored'].includes(text);

function profileIn(draft: Draft, field: string): Profile | null {
  const column = draft.columns.find((c) => c.field === field);
  return draft.candidates.find((c) => c.column === column?.column)?.profile ?? null;
}

const factsOf = (draft: Draft): TableFacts => ({
  sheet: draft.sample.name,
  fields: new Set(draft.columns.map((c) => c.field)),
  profile: (field) => profileIn(draft, field),
});

/** A listing whose key column has a heading that says nothing ("Id"): its values are looked for among the keys of the postings. */
function adoptListingKeys(drafts: readonly Draft[]): void {
  const ledgers = drafts.filter((d) => d.role === 'transactions' || d.role === 'mixed');
  for (const draft of drafts) {
    if (draft.role !== 'accounts') continue;
    for (const field of ['account', 'claim', 'visit'] as const) {
      const wanted = new Set(ledgers.flatMap((d) => [...(profileIn(d, field)?.values ?? [])]).filter((v) => v.length >= 4));
      if (wanted.size === 0 || draft.columns.some((c) => c.field === field)) continue;
      const pick = draft.candidates.find(
        (c) =>
          (!draft.columns.some((p) => p.column === c.column) || draft.columns.some((p) => p.column === c.column && p.field === 'txnId')) &&
          [...c.profile.values].filter((v) => wanted.has(v)).length >= 2,
      );
      if (pick === undefined) continue;
      draft.columns = [
        ...draft.columns.filter((c) => c.column !== pick.column),
        { field, column: pick.column, heading: pick.heading, reason: 'Its values are keys of the postings.', confidence: 'medium' as const, alternatives: [] },
      ].sort((a, b) => a.column - b.column);
    }
  }
}

function sheetPlan(draft: Draft): SheetPlan {
  const { sample, layout } = draft;
  const firstDataRow = sample.firstRow + layout.first;
  const read = draft.role !== 'ignored';
  const headings = headingsOf(sample, draft.candidates, layout.first);
  const samplesOf = (column: number): readonly string[] => headings.find((h) => h.column === column)?.samples ?? [];
  return {
    sheet: sample.name,
    role: draft.role,
    why: draft.why,
    headerRow: layout.header < 0 ? 0 : sample.firstRow + layout.header + 1,
    firstDataRow,
    dataRows: read ? Math.max(0, (layout.until ?? sample.rowCount) - layout.first) : 0,
    columns: read ? draft.columns.map((column) => ({ ...column, samples: samplesOf(column.column) })) : [],
    headings,
  };
}

function refusalOf(samples: readonly SheetSample[], sheets: readonly SheetPlan[]): Refusal | null {
  if (sheets.some((s) => s.role === 'accounts' || s.role === 'transactions' || s.role === 'mixed')) return null;
  const users = samples.filter((s) => !s.own);
  if (users.every((s) => s.head.every((row) => row.every((cell) => cell === '' || cell === null)))) return REFUSALS.empty;
  if (sheets.some((s) => s.role === 'remittance')) return REFUSALS.remittanceOnly;
  return REFUSALS.noMoney;
}
