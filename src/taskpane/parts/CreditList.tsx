/** The accounts that a filter leaves. Only what is in sight is drawn, so 50,000 scroll as smoothly as 50. Arrow keys move, Enter opens. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef, useState, type JSX, type KeyboardEvent, type RefObject } from 'react';
import { atStake } from '../../app/overview';
import type { Credit } from '../../core/credit';
import { toDollars } from '../../core/money';
import { itemsOf, type Shown } from '../../app/worklist';
import { CLASS_WORD, headline } from '../words';
import { ClassIcon } from './ClassMark';

const HEIGHT = 60;
const PAGE = 8;

const useStyles = makeStyles({
  list: { position: 'relative', width: '100%', listStyleType: 'none', margin: 0, padding: 0 },
  item: { position: 'absolute', left: 0, right: 0, top: 0, height: `${HEIGHT}px` },
  row: {
    display: 'grid',
    gridTemplateColumns: '24px 1fr auto',
    gridTemplateRows: 'auto auto',
    alignContent: 'center',
    columnGap: tokens.spacingHorizontalXS,
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', borderRadius: tokens.borderRadiusMedium },
  },
  last: { backgroundColor: tokens.colorNeutralBackground1Selected },
  icon: { gridRow: '1 / 3', alignSelf: 'center', display: 'flex' },
  // Styles, not Fluent's text components: a dozen rows are drawn anew in one frame of scrolling.
  name: { ...typographyStyles.body1Strong, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  patient: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  amount: { fontVariantNumeric: 'tabular-nums', textAlign: 'right', fontWeight: tokens.fontWeightSemibold },
  what: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  hidden: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, textAlign: 'right', whiteSpace: 'nowrap' },
});

export interface CreditListProps {
  readonly credits: readonly Credit[];
  /** How many there are without a filter. */
  readonly most: number;
  /** Names filters and order: with others the list begins again at its top. */
  readonly of: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The account last opened: marked, and focused when the list comes back. */
  readonly last: number | null;
  readonly shown: Shown;
  readonly onOpen: (account: number) => void;
}

const MOVES: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_at, length) => length - 1,
};

/** What was decided, or how far it is: the first row of the account that says something. */
const markOf = (credit: Credit, shown: Shown): string =>
  itemsOf(credit)
    .map(({ id }) => {
      const { decision = '', status = '' } = shown.get(id) ?? {};
      const standing = status === 'New' ? '' : status;
      return standing === 'Closed' || standing === 'Sent' || standing === 'Approved' ? standing : decision || standing;
    })
    .find((mark) => mark !== '') ?? '';

/** Read aloud as it stands: account, patient, amount, what happened, and the class that the icon shows. */
function Row({ credit, shown }: { readonly credit: Credit; readonly shown: Shown }): JSX.Element {
  const styles = useStyles();
  const mark = markOf(credit, shown);
  return (
    <>
      <span className={styles.icon}>
        <ClassIcon class={credit.class} />
      </span>
      <span className={styles.name}>
        {credit.key}
        {credit.patient && <span className={styles.patient}> {credit.patient}</span>}
      </span>{' '}
      <span className={styles.amount}>{toDollars(atStake(credit))}</span> <span className={styles.what}>{headline(credit)}</span>{' '}
      <span className={styles.hidden}>{mark || (credit.hidden ? 'hidden' : '')}</span>
      <span className={styles.spoken}> {CLASS_WORD[credit.class]}</span>
    </>
  );
}

interface ItemProps extends Pick<CreditListProps, 'shown' | 'onOpen'> {
  readonly credit: Credit;
  readonly at: number;
  readonly of: number;
  readonly current: boolean;
  readonly last: boolean;
  readonly onFocus: (at: number) => void;
}

/** Drawn anew only when it changes, not at every step of scrolling. */
const Item = memo(function Item({ credit, at, of, current, last, shown, onFocus, onOpen }: ItemProps): JSX.Element {
  const styles = useStyles();
  return (
    <li className={styles.item} style={{ transform: `translateY(${at * HEIGHT}px)` }} aria-setsize={of} aria-posinset={at + 1}>
      <button
        type="button"
        data-index={at}
        tabIndex={current ? 0 : -1}
        className={mergeClasses(styles.row, last && styles.last)}
        onFocus={() => onFocus(at)}
        onClick={() => onOpen(credit.account)}
      >
        <Row credit={credit} shown={shown} />
      </button>
    </li>
  );
});

/**
 * Where the list begins inside the scroller: measured when the screen is drawn, not at every step of scrolling. In the frame after that: the measure
 * lays the whole page out, and results that have just come are a long task without it.
 */
export function CreditList(props: CreditListProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState<number | null>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setMargin(list.current?.offsetTop ?? 0));
    return () => cancelAnimationFrame(frame);
  });
  return <Items {...props} list={list} margin={margin} />;
}

interface ItemsProps extends CreditListProps {
  readonly list: RefObject<HTMLUListElement | null>;
  /** null until it is measured. */
  readonly margin: number | null;
}

function Items({ credits, most, of, scroller, last, shown, onOpen, list, margin }: ItemsProps): JSX.Element {
  const styles = useStyles();
  const lastAt = useMemo(() => credits.findIndex((credit) => credit.account === last), [credits, last]);
  const [active, setActive] = useState(Math.max(0, lastAt));
  const [listed, setListed] = useState(of);
  if (listed !== of) {
    setListed(of);
    setActive(Math.max(0, lastAt));
  }
  const wantFocus = useRef(lastAt >= 0);
  const current = Math.min(active, credits.length - 1);
  const virtual = useVirtualizer({
    // Places are worked out anew when the count changes, 50,000 of them at each letter of a search; those beyond the list's end are not drawn.
    count: most,
    // Not before the list is measured: taking hold of the scroller lays the page out, too.
    getScrollElement: () => (margin === null ? null : scroller.current),
    estimateSize: () => HEIGHT,
    overscan: 6,
    scrollMargin: margin ?? 0,
    initialRect: { width: 320, height: 640 },
  });

  useEffect(() => {
    if (!wantFocus.current || margin === null) return;
    virtual.scrollToIndex(current, { align: 'auto' });
    const frame = requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-index="${current}"]`)?.focus({ preventScroll: true });
      wantFocus.current = false;
    });
    return () => cancelAnimationFrame(frame);
  }, [current, virtual, margin]);

  const move = (event: KeyboardEvent): void => {
    const target = MOVES[event.key]?.(current, credits.length);
    if (target === undefined) return;
    event.preventDefault();
    wantFocus.current = true;
    setActive(Math.max(0, Math.min(credits.length - 1, target)));
  };

  return (
    <ul ref={list} className={styles.list} style={{ height: credits.length * HEIGHT }} onKeyDown={move} aria-label="Accounts with credits">
      {virtual.getVirtualItems().map(({ index }) => {
        const credit = credits[index];
        return (
          credit && (
            <Item
              key={credit.account}
              credit={credit}
              at={index}
              of={credits.length}
              current={index === current}
              last={credit.account === last}
              shown={shown}
              onFocus={setActive}
              onOpen={onOpen}
            />
          )
        );
      })}
    </ul>
  );
}
