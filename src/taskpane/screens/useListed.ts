/** The accounts on show, for the list, the charts, and previous and next on the credit: one count for all of them. */
import { useDeferredValue, useMemo } from 'react';
import { CreditIndex, type Mask } from '../../app/creditIndex';
import { chosenOf, type Chosen } from '../../app/facets';
import type { Credit, Review } from '../../core/credit';
import type { PaneState } from '../paneState';

export interface Listed {
  readonly index: CreditIndex;
  /** What search and whose leave, before the charts' filters. */
  readonly base: Mask;
  readonly shown: readonly Credit[];
  readonly chosen: Chosen;
  readonly around: { readonly at: number; readonly before: Credit | undefined; readonly after: Credit | undefined };
}

const NOTHING = new CreditIndex({ credits: [], asOf: 0 as Review['asOf'] });
const indexes = new WeakMap<Review, CreditIndex>();
export function indexOf(review: Review | null): CreditIndex {
  if (!review) return NOTHING;
  const index = indexes.get(review) ?? new CreditIndex(review);
  indexes.set(review, index);
  return index;
}

export function useListed(review: Review | null, state: Pick<PaneState, 'wanted' | 'shown' | 'me'>, open?: Credit): Listed {
  const { wanted, shown: decisions, me } = state;
  const text = useDeferredValue(wanted.text);
  const index = indexOf(review);
  const { class: name, order, whose, cause, payer, age, deadline } = wanted;
  const base = useMemo(() => {
    const found = index.searched(text);
    if (whose === 'all') return found;
    const ours = index.whose(whose, decisions, me);
    return found.map((left, at) => left & (ours[at] ?? 0));
  }, [index, text, whose, decisions, me]);
  const chosen = useMemo(
    () => chosenOf({ class: name, order, text: '', whose, cause, payer, age, deadline }),
    [name, order, whose, cause, payer, age, deadline],
  );
  const shown = useMemo(() => index.list(base, chosen, order), [index, base, chosen, order]);
  const around = useMemo(() => aroundOf(index, shown, open, order), [index, shown, open, order]);
  return { index, base, shown, chosen, around };
}

/** A credit that its own decision took out of the list still has neighbours: those around the place where it stood. */
function aroundOf(index: CreditIndex, shown: readonly Credit[], open: Credit | undefined, order: PaneState['wanted']['order']): Listed['around'] {
  if (!open) return { at: 0, before: undefined, after: undefined };
  const at = shown.findIndex((each) => each.account === open.account);
  if (at >= 0) return { at: at + 1, before: shown[at - 1], after: shown[at + 1] };
  return { at: 0, ...index.around(shown, open, order) };
}
