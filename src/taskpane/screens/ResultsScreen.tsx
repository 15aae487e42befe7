/** Results: what is at stake, by class; the accounts behind it; then Highlight and Write sheets. */
import { Body1, Button, Caption1, Dropdown, LargeTitle, Link, Option, SearchBox, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { HighlightRegular } from '@fluentui/react-icons/svg/highlight';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { TableAddRegular } from '@fluentui/react-icons/svg/table-add';
import { useEffect, useMemo, useRef, type JSX } from 'react';
import type { CreditIndex } from '../../app/creditIndex';
import { DIMENSIONS } from '../../app/facets';
import type { Order } from '../../app/overview';
import type { Scan } from '../../app/session';
import type { FindingClass, Review } from '../../core/credit';
import { toDollars } from '../../core/money';
import { Charts } from '../parts/Charts';
import { CreditList } from '../parts/CreditList';
import { JobView } from '../parts/JobView';
import { Layout } from '../parts/Layout';
import { Message } from '../parts/Message';
import { NoticeBar } from '../parts/NoticeBar';
import { Queue } from '../parts/Queue';
import { ScopeBar } from '../parts/Scope';
import { UndoButton } from '../parts/UndoButton';
import { barWord, counted, dayWord } from '../words';
import { today } from '../today';
import type { ScreenProps } from './ReadScreen';
import { useListed } from './useListed';

const ORDER_WORD: Readonly<Record<Order, string>> = { largest: 'Largest first', oldest: 'Oldest first', due: 'Due first', account: 'By account' };

const useStyles = makeStyles({
  total: { display: 'block', fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontVariantNumeric: 'tabular-nums' },
  totalWords: { display: 'block', color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalS },
  tools: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'grid',
    gridTemplateColumns: '1fr 118px',
    columnGap: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
  },
  search: { minWidth: 0, width: '100%' },
  order: { minWidth: 0, width: '100%' },
  counts: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    paddingBottom: tokens.spacingVerticalXS,
  },
  all: { whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200 },
  sure: { display: 'block', minHeight: '24px', marginBottom: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, paddingBottom: tokens.spacingVerticalS },
});

function NothingFound({ review }: { readonly review: Review }): JSX.Element {
  const { accounts, transactions } = review.ledger;
  return (
    <Message
      icon={<CheckmarkCircleRegular />}
      title="No credit balances"
      text={`I checked ${counted(accounts, 'account')} and ${counted(transactions, 'transaction')}: no account is in credit, and nobody on an account has paid more than they owe. Did you expect some? Check that every sheet and column was read as you mean it.`}
      small={
        review.filtered.count > 0
          ? `${counted(review.filtered.count, 'small credit')} (${toDollars(review.filtered.cents)}) left out: ${review.filtered.why}`
          : undefined
      }
    />
  );
}

function Totals({ review }: { readonly review: Review }): JSX.Element {
  const styles = useStyles();
  const { credits, filtered, totals } = review;
  const hidden = useMemo(() => credits.filter((credit) => credit.hidden).length, [credits]);
  return (
    <>
      <LargeTitle className={styles.total}>{toDollars(totals.credit)}</LargeTitle>
      <Body1 className={styles.totalWords}>
        in credit on {counted(credits.length - hidden, 'account')}
        {hidden > 0 && `, and ${counted(hidden, 'account')} with a credit hidden behind the balance`}
        {filtered.count > 0 && `. Left out: ${filtered.count} (${toDollars(filtered.cents)}), ${filtered.why}`}
        {totals.shortfall !== 0 && '. The kinds below may add up to more: others still owe part of some of these accounts'}.
      </Body1>
    </>
  );
}

function Tools({ state, pane }: ScreenProps): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.tools}>
      <SearchBox
        size="small"
        className={styles.search}
        aria-label="Search accounts, patients and payers"
        placeholder="Account, patient, payer"
        value={state.wanted.text}
        onChange={(_event, data) => pane.dispatch({ type: 'want', wanted: { text: data.value } })}
      />
      <Dropdown
        size="small"
        className={styles.order}
        positioning="below-end"
        aria-label="Sort"
        value={ORDER_WORD[state.wanted.order]}
        selectedOptions={[state.wanted.order]}
        onOptionSelect={(_event, data) => pane.dispatch({ type: 'want', wanted: { order: data.optionValue as Order } })}
      >
        {Object.entries(ORDER_WORD).map(([order, word]) => (
          <Option key={order} value={order}>
            {word}
          </Option>
        ))}
      </Dropdown>
    </div>
  );
}

function Foot({ state, pane }: ScreenProps): JSX.Element {
  const busy = state.job !== null;
  const on = state.highlighted !== null;
  return (
    <>
      {on ? (
        <Button icon={<DismissCircleRegular />} disabled={busy} onClick={pane.clear}>
          Clear highlights
        </Button>
      ) : (
        <Button appearance="primary" icon={<HighlightRegular />} disabled={busy} onClick={pane.highlight}>
          Highlight
        </Button>
      )}
      <Button appearance={on ? 'primary' : 'secondary'} icon={<TableAddRegular />} disabled={busy} onClick={pane.preview}>
        Write sheets
      </Button>
    </>
  );
}

/** The person may stand on another sheet than the one that is coloured. */
function ShowColours({ state, pane }: ScreenProps): JSX.Element | null {
  const first = state.highlighted?.sheets[0];
  if (!first) return null;
  return (
    <Button size="small" onClick={() => pane.showRow(first.sheet, 1)}>
      Show {first.sheet}
    </Button>
  );
}

interface FilledProps extends ScreenProps {
  readonly review: Review;
  readonly scroller: { readonly current: HTMLDivElement | null };
}

/** Texts made ready at once: some five milliseconds. */
const AT_ONCE = 1_500;
/** The search is made ready between frames, before its first letter is typed. */
function useReadySearch(index: CreditIndex): void {
  useEffect(() => {
    let timer = 0;
    const more = (): void => {
      if (index.prepare(AT_ONCE)) timer = window.setTimeout(more, 20);
    };
    timer = window.setTimeout(more, 20);
    return () => clearTimeout(timer);
  }, [index]);
}

const NO_FILTER = { class: 'all', text: '', cause: undefined, payer: undefined, age: undefined, deadline: undefined, whose: 'all' } as const;

function Filled({ state, pane, review, scroller }: FilledProps): JSX.Element {
  const styles = useStyles();
  const { wanted, dimension } = state;
  const { index, base, shown, chosen } = useListed(review, state);
  const bars = useMemo(() => index.bars(base, dimension, chosen), [index, base, dimension, chosen]);
  useReadySearch(index);
  const filtered = Object.keys(chosen).length > 0 || wanted.text.trim() !== '' || wanted.whose !== 'all';
  const choose = (value: string | undefined): void =>
    pane.dispatch({ type: 'want', wanted: dimension === 'class' ? { class: (value as FindingClass | undefined) ?? 'all' } : { [dimension]: value } });
  const filters = DIMENSIONS.flatMap((each) => (chosen[each] === undefined ? [] : barWord(each, chosen[each])));
  return (
    <>
      <Totals review={review} />
      {!state.job && <HowSure state={state} pane={pane} />}
      {!state.job && <ScopeBar review={review} scope={state.scope} pane={pane} />}
      <Queue state={state} pane={pane} index={index} today={today()} />
      <Charts
        dimension={dimension}
        bars={bars}
        chosen={chosen[dimension]}
        onDimension={(each) => pane.dispatch({ type: 'dimension', dimension: each })}
        onChoose={choose}
      />
      <Tools state={state} pane={pane} />
      <div className={styles.counts}>
        <Caption1 role="status">
          {filtered ? `${counted(shown.length, 'account')} of ${review.credits.length.toLocaleString('en-US')}` : counted(shown.length, 'account')}
          {filters.length > 0 && `: ${filters.join(', ')}`}
        </Caption1>
        {filtered && (
          <Link as="button" className={styles.all} onClick={() => pane.dispatch({ type: 'want', wanted: NO_FILTER })}>
            Show all
          </Link>
        )}
      </div>
      {(state.undo ?? (filtered && shown.length > 1)) && (
        <div className={styles.row}>
          {filtered && shown.length > 1 && (
            <Button size="small" disabled={state.job !== null} onClick={() => pane.dispatch({ type: 'go', screen: 'bulk' })}>
              Decide these {shown.length.toLocaleString('en-US')} …
            </Button>
          )}
          <UndoButton state={state} pane={pane} size="small" />
        </div>
      )}
      {shown.length === 0 ? (
        <Nothing state={state} />
      ) : (
        <CreditList
          of={`${Object.values(chosen).join('|')}|${wanted.whose}|${wanted.order}`}
          credits={shown}
          most={review.credits.length}
          scroller={scroller}
          last={state.account}
          shown={state.shown}
          onOpen={(account) => pane.dispatch({ type: 'open', account })}
        />
      )}
    </>
  );
}

/** One click: the test of this scan, or what it said. */
function HowSure({ state, pane }: ScreenProps): JSX.Element {
  const open = (): void => (state.selfTest ? pane.dispatch({ type: 'go', screen: 'selfTest' }) : pane.selfTest(1));
  return (
    <Link as="button" className={useStyles().sure} disabled={state.outdated} onClick={open}>
      How sure is this?
    </Link>
  );
}

function Nothing({ state: { wanted, me } }: Pick<ScreenProps, 'state'>): JSX.Element {
  if (wanted.whose === 'mine' && me === '') return <Message icon={<SearchRegular />} title="Whose worklist?" text="Give your name above." />;
  if (wanted.whose === 'mine')
    return (
      <Message
        icon={<SearchRegular />}
        title="Nothing is waiting for you"
        text={`No open credit is assigned to ${me}. Take one: open it, then Take it under Assigned to.`}
      />
    );
  if (wanted.whose === 'open')
    return (
      <Message icon={<CheckmarkCircleRegular />} title="All decided" text="Every credit here carries a decision. Write sheets puts them on the worksheets." />
    );
  return <Message icon={<SearchRegular />} title="No account fits" text="Change the search or the filters, or show all." />;
}

export interface ResultsProps extends ScreenProps {
  readonly scan: Scan;
}

export function ResultsScreen({ state, pane, scan }: ResultsProps): JSX.Element | null {
  const scroller = useRef<HTMLDivElement>(null);
  const { review, asOf, seconds } = scan;
  if (!review) return null;
  const none = review.credits.length === 0;
  return (
    <Layout
      title="Results"
      subtitle={`As of ${dayWord(asOf)}, found in ${seconds < 1 ? 'under a second' : counted(Math.round(seconds), 'second')}`}
      onBack={() => pane.dispatch({ type: 'back' })}
      backTo="what I read"
      bodyRef={scroller}
      keepFocus={state.account !== null}
      foot={
        none ? (
          <Button appearance="primary" onClick={() => pane.dispatch({ type: 'back' })}>
            Check what I read
          </Button>
        ) : (
          <Foot state={state} pane={pane} />
        )
      }
    >
      {state.notice && (
        <NoticeBar
          notice={state.notice}
          onDismiss={() => pane.dispatch({ type: 'notice', notice: null })}
          action={state.notice.intent === 'error' ? undefined : <ShowColours state={state} pane={pane} />}
        />
      )}
      {state.job && <JobView job={state.job} onCancel={pane.cancel} />}
      {none && !state.job && <ScopeBar review={review} scope={state.scope} pane={pane} />}
      {none ? !review.scope && <NothingFound review={review} /> : <Filled state={state} pane={pane} review={review} scroller={scroller} />}
    </Layout>
  );
}
