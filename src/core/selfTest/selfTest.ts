/**
 * The self-test (design.md 11): how often is the review right on these very sheets? Known credits and look-alikes are planted on a copy of the
 * ledger that was read, on accounts whose truth is known because they are settled and plain; the real review judges the copy; then the same
 * plantings are judged again with columns filled in that the sheets lack. The planting shares no code with the causes, and nothing is written.
 */
import type { Review } from '../credit';
import type { Ledger } from '../ledger';
import { ZERO } from '../money';
import type { Policy } from '../policy/policy';
import { ledgerWith } from './copied';
import type { Draft } from './draft';
import { familiesOf } from './families';
import { FIELDS } from './fields';
import type { Field } from './fields';
import { plainAccountsOf } from './plainAccounts';
import { Judge } from './judge';
import type { Answer } from './judge';
import { Planter } from './planting';
import type { Planting } from './planting';
import type { Plant, Trap } from './plant';
import { PLANTS } from './plants/index';
import type { Help, LookAt, PlantedKind, SelfTest, TrapKind } from './result';
import { Shape } from './shape';
import { TRAPS } from './traps/index';

/** How far it is; one is given between every two blocks of work, so that a caller can stop. */
export interface SelfTestStep {
  readonly done: number;
  readonly total: number;
}
/** The review in steps, whatever its causes. */
export type ReviewInSteps = (ledger: Ledger, policy: Policy) => Generator<SelfTestStep, Review>;
export interface SelfTestAsked {
  readonly seed: number;
  readonly review: ReviewInSteps;
  /** Words for a cause. */
  readonly causeTitle: (cause: string) => string;
}

/** Of a kind, at most. */
const EACH = 20;
const MOST_LOOKED_AT = 8;

type Steps<T> = Generator<SelfTestStep, T>;

/** Where each part of the work begins, in hundredths. */
const BEGINS = { before: 0, planting: 40, after: 50, fields: 90 } as const;

/** Runs in steps. `ledger` is not changed. */
export function* selfTest(ledger: Ledger, policy: Policy, { seed, review, causeTitle }: SelfTestAsked): Steps<SelfTest> {
  const whole = listingAll(policy);
  const before = yield* reviewed(review(ledger, whole), BEGINS.before, BEGINS.planting);
  const shape = new Shape(ledger);
  const plainAccounts = plainAccountsOf(shape, policy.asOf, new Set([...before.credits, ...before.underpayments].map(({ account }) => account)));
  yield at(BEGINS.planting + 5);
  const { siblingDosWindow, smallBalancePatient } = policy.parameters;
  const planter = new Planter(shape, plainAccounts, { seed, each: EACH, asOf: policy.asOf, small: smallBalancePatient, siblingDays: siblingDosWindow });
  const plantings = yield* resting(planter.all(), BEGINS.planting + 5);
  const drafts = plantings.flatMap((planting) => planting.drafts);
  yield at(BEGINS.after);
  const after = yield* reviewed(review(ledgerWith(ledger, drafts), whole), BEGINS.after, BEGINS.fields);
  const judge = new Judge(after, causeTitle);
  const answers = plantings.map((planting) => judge.answer(planting));
  const helps = yield* tryFields(shape, drafts, answers, (of) => review(of, whole), causeTitle);
  const touched = drafts.map(({ account }) => account);
  return {
    seed,
    plainAccounts: plainAccounts.length,
    kinds: PLANTS.flatMap((kind) => plantedKind(kind, answersOf(answers, kind), helps.get(kind.id) ?? null)),
    traps: TRAPS.flatMap((kind) => trapKind(kind, answersOf(answers, kind))),
    notPlanted: notPlanted(shape, plantings),
    elsewhere: disturbed(before, after, touched, judge),
  };
}

const at = (done: number): SelfTestStep => ({ done, total: 100 });

function* resting<T>(steps: Generator<unknown, T>, done: number): Steps<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    yield at(done);
  }
}

/** A review, told as the part of the whole from `begin` to `end`. */
function* reviewed(steps: ReturnType<ReviewInSteps>, begin: number, end: number): Steps<Review> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    const { done, total } = step.value;
    yield at(begin + Math.floor(((end - begin) * done) / Math.max(1, total)));
  }
}

/** The same plantings with each column filled in, on the drafted accounts and their families alone. */
function* tryFields(
  shape: Shape,
  drafts: readonly Draft[],
  answers: readonly Answer[],
  review: (ledger: Ledger) => ReturnType<ReviewInSteps>,
  causeTitle: SelfTestAsked['causeTitle'],
): Steps<Map<string, Help>> {
  const helps = new Map<string, Help>();
  const only = familiesOf(shape, drafts);
  const part = (100 - BEGINS.fields) / FIELDS.length;
  for (const [nth, field] of FIELDS.entries()) {
    const open = unsure(answers, helps);
    if (open.length === 0 || !field.open(shape)) continue;
    const begin = Math.floor(BEGINS.fields + nth * part);
    const filled = yield* reviewed(review(ledgerWith(shape.ledger, drafts, field.added, only)), begin, begin);
    noteHelp(helps, answers, open, new Judge(filled, causeTitle), field);
  }
  return helps;
}

/** What is listed is the policy's choice, not the verdict's: here everything is. */
const listingAll = (policy: Policy): Policy => ({
  ...policy,
  parameters: { ...policy.parameters, listLeastCents: ZERO, listLeastAgeDays: 0, listPrepayments: true },
});

const answersOf = (answers: readonly Answer[], { id }: Plant | Trap): Answer[] => answers.filter(({ planting }) => planting.kind.id === id);
const sureOf = (answers: readonly Answer[]): number => answers.filter(({ sure }) => sure).length;

/** Kinds that are not all sure yet, as they stand or with the best column so far. */
const unsure = (answers: readonly Answer[], helps: ReadonlyMap<string, Help>): Plant[] =>
  PLANTS.filter((kind) => {
    const own = answersOf(answers, kind);
    return Math.max(sureOf(own), helps.get(kind.id)?.sure ?? 0) < own.length;
  });

function noteHelp(helps: Map<string, Help>, answers: readonly Answer[], open: readonly Plant[], judge: Judge, { column }: Field): void {
  for (const kind of open) {
    const own = answersOf(answers, kind);
    const sure = sureOf(own.map(({ planting }) => judge.answer(planting)));
    if (sure > Math.max(sureOf(own), helps.get(kind.id)?.sure ?? 0)) helps.set(kind.id, { column, sure });
  }
}

const sum = (answers: readonly Answer[], of: (answer: Answer) => number): number => answers.reduce((total, answer) => total + of(answer), 0);

function plantedKind({ id, words, cause }: Plant, answers: readonly Answer[], help: Help | null): PlantedKind[] {
  if (answers.length === 0) return [];
  const count = (verdict: Answer['verdict']): number => answers.filter((answer) => answer.verdict === verdict).length;
  return [
    {
      id,
      words,
      cause,
      planted: answers.length,
      cents: sum(answers, ({ planting }) => planting.truths.reduce((total, truth) => total + truth.cents, 0)),
      found: count('found'),
      sure: sureOf(answers),
      left: count('left'),
      other: count('other'),
      firm: answers.filter(({ firm }) => firm).length,
      missed: count('missed'),
      wrongCents: sum(answers, ({ wrongCents }) => wrongCents),
      look: answers
        .filter(({ sure }) => !sure)
        .sort((a, b) => b.wrongCents - a.wrongCents)
        .slice(0, MOST_LOOKED_AT)
        .map(({ look }) => look),
      help,
    },
  ];
}

function trapKind({ id, words }: Trap, answers: readonly Answer[]): TrapKind[] {
  if (answers.length === 0) return [];
  const alarms = answers.filter(({ listed }) => listed > 0);
  const wrongCents = sum(answers, (answer) => answer.wrongCents);
  return [{ id, words, planted: answers.length, alarms: alarms.length, wrongCents, look: alarms.slice(0, MOST_LOOKED_AT).map(({ look }) => look) }];
}

function notPlanted(shape: Shape, plantings: readonly Planting[]): SelfTest['notPlanted'] {
  const planted = new Set(plantings.map(({ kind }) => kind.id));
  return [...PLANTS, ...TRAPS]
    .filter(({ id }) => !planted.has(id))
    .map((kind) => ({ words: kind.words, why: kind.lacks(shape) || 'No settled, plain account of yours is right for it.' }));
}

/** Accounts that nothing was planted on and that are listed now, but were not before. */
function disturbed(before: Review, after: Review, drafted: readonly number[], judge: Judge): LookAt[] {
  const known = new Set([...drafted, ...before.credits.map(({ account }) => account)]);
  return after.credits.filter(({ account }) => !known.has(account)).map((credit) => ({ account: credit.key, said: judge.said(credit) }));
}
