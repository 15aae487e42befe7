/** How an answer is judged (design.md 11): found, left, something else or missed; sure; and what would have been refunded wrongly. */
import type { Credit, Review, SettledFinding } from '../../../src/core/credit';
import type { Draft } from '../../../src/core/selfTest/draft';
import { Judge } from '../../../src/core/selfTest/judge';
import type { Answer } from '../../../src/core/selfTest/judge';
import type { Planting } from '../../../src/core/selfTest/planting';
import { elsewhere, owedToNobody, owedToPatient, owedToPayer } from '../../../src/core/selfTest/plant';
import type { Truth } from '../../../src/core/selfTest/plant';

const AETNA = owedToPayer('C01', 48_000, 'Aetna');
const PATIENT = owedToPatient('C05', 12_000);
const TWICE = owedToNobody('C02', 48_000);

/** A finding that says what was planted. */
function saying({ cause, class: kind, cents, owedTo, name }: Truth, more: Partial<Record<keyof SettledFinding, unknown>> = {}): SettledFinding {
  return { cause, class: kind, cents, owedTo: { kind: owedTo, name }, confidence: 'medium', ...more } as SettledFinding;
}
const listed = (account: number, findings: readonly SettledFinding[], credit = 48_000): Credit => ({ account, credit, findings }) as unknown as Credit;
function judged(truths: readonly Truth[], credits: readonly Credit[], accounts: readonly number[] = [1]): Answer {
  const drafts = accounts.map((account) => ({ account, key: `K${account}` }) as Draft);
  const judge = new Judge({ credits } as unknown as Review, (cause) => `title of ${cause}`);
  return judge.answer({ truths, drafts } as unknown as Planting);
}
const verdictOn = (truth: Truth, finding: SettledFinding): string => judged([truth], [listed(1, [finding])]).verdict;
const CHANGED: readonly (readonly [string, Partial<Record<keyof SettledFinding, unknown>>])[] = [
  ['another cause', { cause: 'C03' }],
  ['another class', { class: 'misallocated' }],
  ['a cent more', { cents: 48_001 }],
  ['another kind of payee', { owedTo: { kind: 'patient', name: 'Aetna' } }],
  ['another payer', { owedTo: { kind: 'payer', name: 'Cigna' } }],
];

describe('found', () => {
  it('is the same cause, class, cents and payee', () => expect(verdictOn(AETNA, saying(AETNA))).toBe('found'));
  it.each(CHANGED)('not with %s', (_name, change) => expect(verdictOn(AETNA, saying(AETNA, change))).toBe('other'));
  it.each([
    ['a patient is the patient under any name', PATIENT, { owedTo: { kind: 'patient', name: 'Patient' } }],
    ['nobody is nobody', TWICE, { owedTo: { kind: 'none', name: 'whoever' } }],
    ['a payer that the sheets do not name may be called anything', owedToPayer('C01', 48_000, ''), { owedTo: { kind: 'payer', name: 'Payer unknown' } }],
  ])('%s', (_name, truth, change) => expect(verdictOn(truth, saying(truth, change))).toBe('found'));
  it('another account is told by its key', () => {
    const truth = elsewhere('C12', 5_000, 'A7');
    expect([verdictOn(truth, saying(truth)), verdictOn(truth, saying(truth, { owedTo: { kind: 'account', name: 'A8' } }))]).toEqual(['found', 'other']);
  });
  it('needs every truth of the account', () => {
    const both = [AETNA, PATIENT];
    expect(
      judged(both, [
        listed(
          1,
          both.map((truth) => saying(truth)),
        ),
      ]).verdict,
    ).toBe('found');
    expect(judged(both, [listed(1, [saying(AETNA)])])).toMatchObject({ verdict: 'left', sure: false, firm: false, wrongCents: 0 });
    expect(judged(both, [listed(1, [saying(AETNA), saying(PATIENT, { cents: 1 })])]).verdict).toBe('other');
  });
  it('counts on the account planted on, not on the one beside it', () => {
    expect(judged([AETNA], [listed(2, [saying(AETNA)])], [1, 2])).toMatchObject({ verdict: 'missed', listed: 1, sure: false });
  });
});

describe('sure', () => {
  const sure = (...findings: readonly SettledFinding[]): boolean => judged([AETNA], [listed(1, findings)]).sure;
  it('at medium or high confidence', () => {
    expect([sure(saying(AETNA)), sure(saying(AETNA, { confidence: 'high' })), sure(saying(AETNA, { confidence: 'low' }))]).toEqual([true, true, false]);
  });
  it('one sure saying of two is enough', () => expect(sure(saying(AETNA, { confidence: 'low' }), saying(AETNA))).toBe(true));
  it('a hold is sure as a hold, at any confidence', () => {
    const hold: Truth = { ...AETNA, cause: 'C14', class: 'hold' };
    expect(judged([hold], [listed(1, [saying(hold, { confidence: 'low' })])])).toMatchObject({ verdict: 'found', sure: true });
  });
  it('each truth must be', () => {
    const findings = [saying(AETNA), saying(PATIENT, { confidence: 'low' })];
    expect(judged([AETNA, PATIENT], [listed(1, findings)])).toMatchObject({ verdict: 'found', sure: false });
  });
});

describe('not found', () => {
  it('not listed is missed', () => expect(judged([AETNA], [])).toMatchObject({ verdict: 'missed', firm: false, sure: false, listed: 0 }));
  it('listed without a cause is left to a person', () => expect(judged([AETNA], [listed(1, [])])).toMatchObject({ verdict: 'left', firm: false, listed: 1 }));
  it('what says itself that it is undecided is left to a person', () => {
    expect(judged([AETNA], [listed(1, [saying(AETNA, { class: 'needs-review' })])])).toMatchObject({ verdict: 'left', firm: false });
  });
  it('one undecided beside something else is something else', () => {
    const findings = [saying(AETNA, { class: 'needs-review' }), saying(AETNA, { cents: 5, confidence: 'low' })];
    expect(judged([AETNA], [listed(1, findings)]).verdict).toBe('other');
  });
  it('something else is firm at medium or high confidence', () => {
    const other = (confidence: string, ...more: readonly SettledFinding[]): Answer =>
      judged([AETNA], [listed(1, [saying(AETNA, { cause: 'C03', confidence }), ...more])]);
    expect([other('high').firm, other('medium').firm, other('low').firm]).toEqual([true, true, false]);
    expect(other('medium', saying(PATIENT, { confidence: 'low' })).firm).toBe(true);
  });
  it('what is said rightly beside something else is not what is firm', () => {
    const both = [AETNA, PATIENT];
    const findings = [saying(AETNA), saying(PATIENT, { cause: 'C06', confidence: 'low' })];
    expect(judged(both, [listed(1, findings)])).toMatchObject({ verdict: 'other', firm: false });
  });
  it('something firm beside what was found is not counted as something else', () => {
    const findings = [saying(AETNA), saying(PATIENT)];
    expect(judged([AETNA], [listed(1, findings)])).toMatchObject({ verdict: 'found', firm: false });
  });
});

describe('refunded wrongly', () => {
  const wrong = (truths: readonly Truth[], ...findings: readonly SettledFinding[]): number => judged(truths, [listed(1, findings)]).wrongCents;
  it('is a refund that is not owed, at medium or high confidence', () => {
    expect(wrong([TWICE], saying(AETNA))).toBe(48_000);
    expect(wrong([TWICE], saying(AETNA), saying(PATIENT, { confidence: 'high' }))).toBe(60_000);
    expect(wrong([TWICE], saying(AETNA, { confidence: 'low' }))).toBe(0);
  });
  it('is on a look-alike every firm refund', () => expect(wrong([], saying(AETNA))).toBe(48_000));
  it('is no posting error and no hold', () => expect(wrong([], saying(TWICE), saying(AETNA, { class: 'hold' }))).toBe(0));
  it.each([
    ['the amount and payee that are owed, by whatever cause', { cause: 'C03' }, 0],
    ['a cent more', { cents: 48_001 }, 48_001],
    ['another payer', { owedTo: { kind: 'payer', name: 'Cigna' } }, 48_000],
  ])('%s', (_name, change, cents) => expect(wrong([PATIENT, AETNA], saying(AETNA, change))).toBe(cents));
  it('what is owed as another class is no refund', () => expect(wrong([{ ...AETNA, class: 'misallocated' }], saying(AETNA))).toBe(48_000));
  it('counts on the account beside too', () => expect(judged([], [listed(2, [saying(AETNA)])], [1, 2]).wrongCents).toBe(48_000));
});

describe('a look-alike', () => {
  it('is missed when nothing is said, whatever is right', () => expect(judged([], [])).toMatchObject({ verdict: 'missed', sure: false, listed: 0 }));
  it('of which something is said is something else, never found', () => {
    expect(judged([], [listed(1, [saying(AETNA)])])).toMatchObject({ verdict: 'other', sure: false, firm: true, listed: 1 });
  });
});

describe('what was said', () => {
  const said = (credits: readonly Credit[], accounts: readonly number[] = [1]): Answer['look'] => judged([AETNA], credits, accounts).look;
  it('of an account that is not listed', () => expect(said([])).toEqual({ account: 'K1', said: 'Nothing: it is not listed.' }));
  it('without a cause', () => expect(said([listed(1, [], 4_550)]).said).toBe('$45.50 in credit, no cause found.'));
  it('each finding, with its payee only where one is paid', () => {
    const findings = [saying(AETNA), saying(PATIENT, { confidence: 'low' }), saying(TWICE, { confidence: 'high' })];
    expect(said([listed(1, findings)]).said).toBe(
      'title of C01, $480.00 to the payer, medium confidence; title of C05, $120.00 to the patient, low confidence; title of C02, $480.00, high confidence.',
    );
  });
  it('of the account planted on, else of the one beside it', () => {
    const beside = listed(2, [saying(TWICE)]);
    expect(said([beside], [1, 2])).toEqual({ account: 'K1', said: 'title of C02, $480.00, medium confidence.' });
    expect(said([beside, listed(1, [saying(AETNA)])], [2, 1])).toEqual({ account: 'K2', said: 'title of C02, $480.00, medium confidence.' });
    expect(said([beside, listed(1, [saying(AETNA)])], [1, 2]).said).toContain('to the payer');
  });
});
