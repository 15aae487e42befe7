/**
 * The fault matrix: every trouble at every request of every use case. After each case the workbook opens, the person's sheets and words are
 * there, no row of ours is half written, no sheet of ours is without its marks, the message is the right one, and the next run completes.
 */
import { createLocalAnalyst } from '../../src/app/localAnalyst';
import type { Analyst, Scan } from '../../src/app/session';
import { LEASE_NAME } from '../../src/excel/lease';
import { saveWorkbook } from '../../src/host/files/save';
import type { Workbook } from '../../src/host/model';
import { ExcelHost } from '../../src/host/wire/host';
import { DECISIONS, freshBytes, ONE_DECISION, opened, standingBytes, T0, WORDS } from './books';
import { messageFaults } from './judging';
import type { Fault } from './judging';
import { ownRows, rulesWithoutKeys, stateOf, unmarked, usersOf, wordAt } from './snapshot';
import { isFresh, openStage, paneOver, run, scanOf, start } from './stage';
import type { Stage, UseCase } from './stage';
import { failingAt, otherBook, troubles } from './troubles';
import type { Trouble } from './troubles';
import type { Settled } from './virtualTime';

const HOUR = 3_600_000;

/** Role → rows of ours. */
type Rows = ReadonlyMap<string, ReadonlySet<string>>;

/** What the undisturbed run did, and what each case is held against. */
export interface Prepared {
  readonly useCase: UseCase;
  readonly bytes: Uint8Array;
  readonly analyst: Analyst;
  readonly scan: Scan;
  /** Actions of each of its requests. */
  readonly requests: readonly number[];
  /** Role → rows before and after. */
  readonly rows: Rows;
  /** The same where a person did something before the run, by what they did; made when first asked for. */
  readonly rowsAfter: Map<string, Rows>;
  /** As the undisturbed run left it. */
  readonly left: Uint8Array;
  /** The workbook after the next run, by what the person did; made when first asked for. */
  readonly wanted: Map<string, string>;
  /** States whose next run was tried, with what it found. */
  readonly tried: Map<string, readonly Fault[]>;
}

export interface Case {
  readonly useCase: UseCase;
  /** 1-based request. */
  readonly nth: number;
  readonly trouble: Trouble;
}
export const nameOf = ({ useCase, nth, trouble }: Case): string => `${useCase}, request ${nth}, ${trouble.name}`;

let standing: Uint8Array | null = null;
const bytesOf = async (useCase: UseCase): Promise<Uint8Array> => (isFresh(useCase) ? freshBytes() : (standing ??= await standingBytes()));

export async function prepared(useCase: UseCase): Promise<Prepared> {
  const bytes = await bytesOf(useCase);
  const analyst = createLocalAnalyst();
  const stage = await openStage(opened(bytes), T0, analyst);
  const scan = await valueOf(stage.time.settled(scanOf(stage)));
  stage.excel.close();
  const whole = await openStage(opened(bytes), T0, useCase === 'scan' ? createLocalAnalyst() : analyst);
  const requests = actionsOf(whole);
  const before = ownRows(whole.excel.workbook);
  await valueOf(run(useCase, whole, scan));
  const after = ownRows(whole.excel.workbook);
  const rows = together(before, after);
  return { useCase, bytes, analyst, scan, requests, rows, rowsAfter: new Map(), left: saved(whole), wanted: new Map(), tried: new Map() };
}

const together = (a: ReadonlyMap<string, Iterable<string>>, b: ReadonlyMap<string, Iterable<string>>): Rows =>
  new Map([...a.keys(), ...b.keys()].map((role) => [role, new Set([...(a.get(role) ?? []), ...(b.get(role) ?? [])])]));

/** Rows that may stand: old and new ones, also as they become when the run comes wholly after what the person does. */
async function rowsThatMayStand(plan: Prepared, act: Case['trouble']['act']): Promise<Rows> {
  if (!act) return plan.rows;
  const known = plan.rowsAfter.get(act.name);
  if (known) return known;
  const stage = await openStage(opened(actedOn(plan.bytes, act)), T0, plan.useCase === 'scan' ? createLocalAnalyst() : plan.analyst);
  await run(plan.useCase, stage, plan.scan);
  const rows = together(plan.rows, ownRows(stage.excel.workbook));
  stage.excel.close();
  plan.rowsAfter.set(act.name, rows);
  return rows;
}

async function valueOf<T>(settling: Promise<Settled<T>>): Promise<T> {
  const { value, error } = await settling;
  if (error !== undefined) throw error instanceof Error ? error : new Error('failed');
  return value as T;
}

/** Counts the actions of each request from now on; clean-up requests are left out. */
function actionsOf({ excel }: Stage): number[] {
  const actions: number[] = [];
  const { host } = excel;
  const answer = host.answer.bind(host);
  host.answer = (flags, text) => {
    const { Actions } = JSON.parse(text) as { readonly Actions: readonly { readonly Name?: string; readonly ActionType: number }[] };
    if (!Actions.every((action) => action.ActionType === 1 || action.Name === '_RemoveReference')) actions.push(Actions.length);
    return answer(flags, text);
  };
  return actions;
}

/** Places inside a request: each early one, then ever further apart, and the last. */
function placesWithin(actions: number): number[] {
  const places = new Set<number>();
  for (let [a, b] = [1, 2]; a < actions; [a, b] = [b, a + b]) places.add(a);
  if (actions > 2) places.add(actions - 1);
  return [...places];
}

export function casesOf({ useCase, requests }: Prepared): Case[] {
  const every = troubles();
  return requests.flatMap((actions, i) => {
    const within = placesWithin(actions).map((action) => failingAt('AccessDenied', action));
    return [...every, ...within].map((trouble) => ({ useCase, nth: i + 1, trouble }));
  });
}

const saved = ({ excel }: Stage): Uint8Array => {
  excel.settle();
  excel.close();
  return saveWorkbook(excel.workbook);
};

/** Tries one case. [] = all is well. */
export async function tried(plan: Prepared, one: Case): Promise<Fault[]> {
  const { useCase } = plan;
  const may = await rowsThatMayStand(plan, one.trouble.act);
  const stage = await openStage(opened(plan.bytes), T0, useCase === 'scan' ? createLocalAnalyst() : plan.analyst);
  const first = stage.excel.workbook;
  const ended = await disturbed(plan, one, stage);
  stage.excel.faults.clear();
  const faults = [...ended, ...(one.trouble.other ? leaks(stage, one.trouble) : [])];
  if (one.trouble.other) stage.excel.replace(first);
  if (stage.excel.host.state.editing) stage.excel.setEditing(false);
  one.trouble.act?.undone?.(stage.excel.host);
  faults.push(...lossesIn(plan, one, first, may));
  faults.push(...(await nextFaults(plan, one, stage)));
  return faults;
}

async function disturbed(plan: Prepared, one: Case, stage: Stage): Promise<Fault[]> {
  const { trouble, nth } = one;
  const analyst = plan.useCase === 'scan' ? createLocalAnalyst() : plan.analyst;
  const second = trouble.second === true ? paneOver(stage.excel, T0, analyst, stage.time) : null;
  const running: { second: Promise<unknown> | null } = { second: null };
  if (second)
    stage.excel.faults.before(nth, () => {
      running.second = start(plan.useCase, second, plan.scan);
      running.second.catch(() => undefined);
    });
  else trouble.set(stage, nth);
  const work = start(plan.useCase, stage, plan.scan);
  if (trouble.closed === true) {
    const over = work.then(
      () => true,
      () => true,
    );
    await stage.time.until(over, () => stage.excel.counters.requests >= nth);
    return await soonAfter(stage);
  }
  const faults = messageFaults(await stage.time.settled(work), stage, trouble);
  return running.second === null || !second ? faults : [...faults, ...messageFaults(await stage.time.settled(running.second), second, trouble)];
}

/** The pane is opened again at once: it may write, or says that another run does. */
async function soonAfter(closed: Stage): Promise<Fault[]> {
  closed.excel.faults.clear();
  if (!closed.excel.workbook.names.some(({ name }) => name === LEASE_NAME)) return [];
  const stage = paneOver(closed.excel, closed.time.now() + 1_000);
  const { error } = await stage.time.settled(stage.session.clearHighlights(stage.hooks.onProgress, stage.hooks.signal));
  return messageFaults({ ...(error === undefined ? { value: null } : { error }), took: 0 }, stage, { name: 'reopened', set: () => undefined, ends: ['Busy'] });
}

/** Nothing of ours may lie in a workbook that was opened meanwhile; what was remembered of the reading holds no cell. */
function leaks({ excel }: Stage, { other }: Trouble): Fault[] {
  const blank = otherBook();
  if (!other || stateOf(excel.workbook) === stateOf(blank)) return [];
  return [{ kind: 'lost', text: `written into another workbook: ${excel.workbook.sheets.map(({ name }) => name).join(', ')}` }];
}

function lossesIn(plan: Prepared, { trouble: { act } }: Case, book: Workbook, may: Rows): Fault[] {
  const faults: string[] = [];
  if (usersOf(book) !== expectedUsers(plan, act))
    faults.push(`the person's sheets are not as they were: ${differenceOf(usersOf(book), expectedUsers(plan, act))}`);
  faults.push(...wordsMissing(plan, act, book));
  for (const name of unmarked(book)) faults.push(`${name} stands without its marks`);
  for (const rule of rulesWithoutKeys(book)) faults.push(`a rule without its keys: ${rule}`);
  if (act?.shifts !== true)
    for (const [role, rows] of ownRows(book)) for (const row of rows) if (may.get(role)?.has(row) !== true) faults.push(`half a row on ${role}: ${row}`);
  return faults.map((text) => ({ kind: 'lost', text }));
}

const usersAfter = new Map<string, string>();
/** What the person's act alone makes of the person's sheets. */
function expectedUsers({ useCase, bytes }: Prepared, act: Case['trouble']['act']): string {
  const key = `${isFresh(useCase)} ${act?.name ?? ''}`;
  const known = usersAfter.get(key);
  if (known !== undefined) return known;
  const book = opened(bytes);
  const host = new ExcelHost(book);
  act?.act(host);
  act?.undone?.(host);
  usersAfter.set(key, usersOf(book));
  return usersOf(book);
}

function wordsMissing({ useCase }: Prepared, act: Case['trouble']['act'], book: Workbook): string[] {
  const words = [...(isFresh(useCase) ? [] : WORDS), ...(act?.word && !isFresh(useCase) ? [act.word] : [])];
  return words
    .filter(([sheet, account, heading, word]) => sheet !== act?.gone && wordAt(book, sheet, account, heading) !== word)
    .map(([sheet, account, heading, word]) => `${word} is gone from ${sheet}, ${account}, ${heading}: ${String(wordAt(book, sheet, account, heading))}`);
}

/** The next run over what is left, once for each state: the same goes on in the same way. */
async function nextFaults(plan: Prepared, one: Case, stage: Stage): Promise<Fault[]> {
  const { act } = one.trouble;
  const state = stateOf(stage.excel.workbook);
  const key = `${act?.name ?? ''} ${state}`;
  const known = plan.tried.get(key);
  if (known) {
    stage.excel.close();
    return [...known];
  }
  const faults = await completed(plan, act, saved(stage));
  plan.tried.set(key, faults);
  return faults;
}

async function completed(plan: Prepared, act: Case['trouble']['act'], left: Uint8Array): Promise<Fault[]> {
  const next = await nextRun(plan.useCase, left, act?.mayRefuse);
  if (typeof next === 'string') return [{ kind: 'next', text: next }];
  const book = next.excel.workbook;
  const faults: Fault[] = [];
  const next_ = (text: string): void => void faults.push({ kind: 'next', text });
  // A decision that came later stands later in the log, and is none the worse for it.
  const shown = act !== undefined || plan.useCase === 'decide' ? creditsOf : stateOf;
  const [got, wanted] = [shown(book), await wantedAfter(plan, act, shown)];
  if (!next.refused && got !== wanted) next_(`the next run does not complete it: ${differenceOf(got, wanted)}`);
  // Where the data of the credit is gone a decision that was not written yet waits in the pane.
  const standsStill = act?.gone === undefined && act?.mayRefuse !== true && !next.refused;
  if (plan.useCase === 'decide' && standsStill && wordAt(book, 'Credits', 'T9', 'Note') !== ONE_DECISION.note) next_('the decision is not there');
  for (const name of unmarked(book)) next_(`${name} stands without its marks`);
  const users = expectedUsers(plan, act);
  const changed = usersOf(book) === users ? [] : [`the person's sheets changed: ${differenceOf(usersOf(book), users)}`];
  for (const text of [...wordsMissing(plan, act, book), ...changed]) faults.push({ kind: 'lost', text: `after the next run: ${text}` });
  return faults;
}

/** What stands on Credits: account, amount and cause of each row that is not cleared. */
function creditsOf(book: Workbook): string {
  const sheet = book.sheets.find(({ name }) => name === 'Credits');
  const area = sheet?.tables[0]?.area;
  if (!sheet || !area) return '';
  const place = (heading: string): number =>
    Array.from({ length: area.columns }, (_, c) => area.column + c).find((c) => sheet.cells.get(area.row, c) === heading) ?? area.column;
  const shown = ['Account', 'Amount', 'Cause', 'Owed to'].map(place);
  const rows = Array.from({ length: area.rows - 1 }, (_, r) => area.row + 1 + r)
    .filter((r) => sheet.cells.get(r, place('Change')) !== 'cleared')
    .map((r) => JSON.stringify(shown.map((c) => sheet.cells.get(r, c))));
  return rows.toSorted().join('\n');
}

/** After the undisturbed run and the next one: the whole workbook; after a person's act alone and the next run: what stands on Credits. */
async function wantedAfter(plan: Prepared, act: Case['trouble']['act'], shown: (book: Workbook) => string): Promise<string> {
  const name = act?.name ?? '';
  const known = plan.wanted.get(name);
  if (known !== undefined) return known;
  const next = await nextRun(plan.useCase, act ? actedOn(plan.bytes, act) : plan.left, act?.mayRefuse);
  if (typeof next === 'string') throw new Error(`${plan.useCase}: the undisturbed next run fails: ${next}`);
  const wanted = shown(next.excel.workbook);
  plan.wanted.set(name, wanted);
  return wanted;
}

function actedOn(bytes: Uint8Array, act: NonNullable<Case['trouble']['act']>): Uint8Array {
  const book = opened(bytes);
  const host = new ExcelHost(book);
  act.act(host);
  act.undone?.(host);
  host.state.settle();
  return saveWorkbook(book);
}

/** Opens what is left and goes on in a new pane: finds, does it again, colours and writes. What hindered it, as text. */
async function nextRun(useCase: UseCase, left: Uint8Array, mayRefuse = false): Promise<(Stage & { readonly refused: boolean }) | string> {
  const stage = await openStage(opened(left), T0 + HOUR);
  const { session, hooks } = stage;
  const step = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const { value, error } = await stage.time.settled(work);
    if (error !== undefined) throw new Error(`${what}: ${error instanceof Error ? `${error.name} ${error.message}` : 'failed'}`);
    return value as T;
  };
  try {
    const scan = await step('scan', scanOf(stage));
    const refused = scan.refused !== null;
    if (refused && mayRefuse) return { ...stage, refused };
    if (['re-check', 'clear', 'decide'].includes(useCase)) await step(useCase, start(useCase, stage, scan));
    await step('highlight', session.highlight(scan, hooks.onProgress, hooks.signal));
    await step('write', session.publish(scan, 'Kim', hooks.onProgress, hooks.signal, { decisions: isFresh(useCase) ? DECISIONS : [] }));
    const [broken] = await step('log', session.verifyLog());
    return broken ? `the log: ${broken.message}` : { ...stage, refused };
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  } finally {
    stage.excel.close();
  }
}

export function differenceOf(got: string, wanted: string): string {
  let at = 0;
  while (at < got.length && got[at] === wanted[at]) at++;
  return `… ${got.slice(Math.max(0, at - 200), at + 120)} … instead of … ${wanted.slice(Math.max(0, at - 20), at + 120)} …`;
}
