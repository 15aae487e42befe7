/** The accounts on show, for the list, the charts, and previous and next on the credit: one count for all of them. */
import { useDeferredValue, useMemo } from 'react';
import { chosenOf, Facets, type Chosen } from '../../app/facets';
import { searched, sorted } from '../../app/overview';
import { belongs } from '../../app/worklist';
import type { Credit, Review } from '../../core/credit';
import type { PaneState } from '../paneState';

export interface Listed {
  /** What search and whose leave, before the charts' filters. */
  readonly base: readonly Credit[];
  readonly shown: readonly Credit[];
  readonly facets: Facets;
  readonly chosen: Chosen;
  readonly around: { readonly at: number; readonly before: Credit | undefined; readonly after: Credit | undefined };
}

const NOTHING: readonly Credit[] = [];
const facetsOf = new WeakMap<Review, Facets>();
function facetsFor(review: Review | null): Facets {
  const known = review && facetsOf.get(review);
  if (known) return known;
  const facets = new Facets(review?.asOf ?? (0 as Review['asOf']));
  if (review) facetsOf.set(review, facets);
  return facets;
}

export function useListed(review: Review | null, state: Pick<PaneState, 'wanted' | 'shown' | 'me'>, open?: Credit): Listed {
  const { wanted, shown: decisions, me } = state;
  const text = useDeferredValue(wanted.text);
  const { whose } = wanted;
  const facets = facetsFor(review);
  const base = useMemo(
    () => searched(review?.credits ?? NOTHING, text).filter((credit) => belongs(credit, whose, decisions, me)),
    [review, text, whose, decisions, me],
  );
  const { class: name, order, cause, payer, age, deadline } = wanted;
  const chosen = useMemo(
    () => chosenOf({ class: name, order, text: '', whose, cause, payer, age, deadline }),
    [name, order, whose, cause, payer, age, deadline],
  );
  const shown = useMemo(
    () =>
      sorted(
        base.filter((credit) => facets.fits(credit, chosen)),
        { order },
      ),
    [base, facets, chosen, order],
  );
  const around = useMemo(() => aroundOf(shown, open, review, order), [shown, open, review, order]);
  return { base, shown, facets, chosen, around };
}

/** A credit that its own decision took out of the list still has neighbours: those around the place where it stood. */
function aroundOf(shown: readonly Credit[], open: Credit | undefined, review: Review | null, order: PaneState['wanted']['order']): Listed['around'] {
  if (!open) return { at: 0, before: undefined, after: undefined };
  const at = shown.findIndex((each) => each.account === open.account);
  if (at >= 0) return { at: at + 1, before: shown[at - 1], after: shown[at + 1] };
  const self = review?.credits.find((each) => each.account === open.account) ?? open;
  const place = sorted([...shown, self], { order }).findIndex((each) => each.account === open.account);
  return { at: 0, before: shown[place - 1], after: shown[place] };
}
