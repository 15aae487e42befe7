/** The moves plantings are made of: a payer pays again, the patient pays more, a day that is not in the future. */
import { Kind, PATIENT_PARTY } from '../ledger';
import type { TxText } from '../ledger';
import type { Draft, Row, Stated } from './draft';
import type { Tools } from './plant';

/** So many days after a day, but not after the day of the review. */
export const after = (day: number, days: number, { asOf }: Tools): number => Math.min(asOf, day + days);

/** References of a later payment: new numbers of the same form wherever the row has one. */
export function newNumbers(draft: Draft, row: Row, { chance }: Tools, columns: readonly TxText[] = ['check', 'icn']): Partial<Record<TxText, string>> {
  const texts: Partial<Record<TxText, string>> = {};
  for (const column of columns) {
    const old = draft.text(row, column);
    if (old !== '') texts[column] = other(old, () => chance.likeNumber(old));
  }
  return texts;
}
/** A few draws, so that the new number is not the old one; a number without digits gets a tail. */
function other(old: string, draw: () => string): string {
  for (let tries = 0; tries < 5; tries++) {
    const next = draw();
    if (next !== old) return next;
  }
  return `${old}-2`;
}

/** The payer's main payment again on another check, 8 to 200 days later. */
export function payerPaysAgain(draft: Draft, tools: Tools): Row {
  const { main } = draft;
  return draft.again(main, { day: after(main.day, tools.chance.whole(8, 200), tools), texts: newNumbers(draft, main, tools) });
}

/** A payment of another payer for this account's claim. */
export function otherPayerPays(draft: Draft, party: number, stated: Stated, days: number, tools: Tools): Row {
  const { main } = draft;
  const name = draft.shape.ledger.parties[party]?.name ?? '';
  const texts = { ...newNumbers(draft, main, tools), ...(draft.text(main, 'payerText') === '' ? {} : { payerText: name }) };
  draft.secondPayer = party;
  return draft.again(main, { party, effect: -stated.paid, day: after(main.day, days, tools), texts, stated });
}

/** A payment of the patient, like one on this account, else like any on the sheets; null when no patient ever paid. */
export function patientPays(draft: Draft, cents: number, day: number, tools: Tools, kind: Kind = Kind.Payment): Row | null {
  const { plain, shape } = draft;
  const own = kind === Kind.Payment ? plain.fromPatient[0] : undefined;
  const like = own ?? shape.like(kind, 'patient');
  const check = shape.text('check') && own !== undefined ? shape.textOf('check', own) : '';
  return draft.made(like, {
    kind,
    effect: -cents,
    party: PATIENT_PARTY,
    day: Math.min(day, tools.asOf),
    texts: { check: check === '' ? '' : tools.chance.likeNumber(check), payerText: own === undefined ? '' : shape.textOf('payerText', own) },
  });
}

/** An adjustment of this account, in the name of a party. */
export function writesOff(draft: Draft, kind: Kind, cents: number, day: number, party: number, tools: Tools): Row | null {
  const side = party === PATIENT_PARTY ? 'patient' : 'payer';
  return draft.made(draft.shape.like(kind, side), { kind, effect: -cents, party, day: Math.min(day, tools.asOf) });
}

/** Last day anything is posted on the account. */
export const lastDay = (draft: Draft): number => Math.max(...draft.rows.map(({ day }) => day));

/** An overpayment that is no small credit, is no round sum, and is no amount of this account. */
export function more(draft: Draft, from: number, to: number, { chance, small }: Tools): number {
  const taken = new Set(draft.rows.map(({ effect }) => Math.abs(effect)));
  let cents = chance.amount(Math.max(from, small + 1), Math.max(to, small + 500));
  while (taken.has(cents)) cents++;
  return cents;
}

/** Another payer the sheets name, of a class that fits; 0 when there is none. */
export function otherPayer(draft: Draft, classes: readonly string[], { chance }: Tools): number {
  const { parties } = draft.shape.ledger;
  const fitting = parties.flatMap(({ kind, payerClass }, party) =>
    kind === 'payer' && party !== draft.plain.payer && classes.includes(payerClass) ? [party] : [],
  );
  return fitting.length === 0 ? 0 : chance.one(fitting);
}
export const payerName = (draft: Draft): string => (draft.plain.payer > PATIENT_PARTY ? (draft.shape.ledger.parties[draft.plain.payer]?.name ?? '') : '');
