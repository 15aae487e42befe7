/** Whose work the list shows: all, what is not decided, or my worklist with what left it this week. The name is asked once. */
import { Button, Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type JSX } from 'react';
import type { CreditIndex } from '../../app/creditIndex';
import { clearedThisWeek, type Whose } from '../../app/worklist';
import type { Day } from '../../core/day';
import { toDollars } from '../../core/money';
import type { PaneState } from '../paneState';
import type { Intentions } from '../usePane';
import { count, counted } from '../words';
import { Segments } from './Segments';
import { saveName } from './userName';

const useStyles = makeStyles({
  whose: { paddingBottom: tokens.spacingVerticalM },
  line: { display: 'block', color: tokens.colorNeutralForeground2, paddingTop: tokens.spacingVerticalXS },
  ask: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  grow: { flexGrow: 1, minWidth: 0 },
});

export interface QueueProps {
  readonly state: PaneState;
  readonly pane: Intentions;
  readonly index: CreditIndex;
  readonly today: Day;
}

function AskName({ pane }: Pick<QueueProps, 'pane'>): JSX.Element {
  const styles = useStyles();
  const [name, setName] = useState('');
  const keep = (): void => {
    saveName(name.trim());
    pane.dispatch({ type: 'set', set: { me: name.trim() } });
  };
  return (
    <Field label="Your name, as in Assigned to" hint="Asked once, kept on this computer." size="small">
      <span className={styles.ask}>
        <Input
          size="small"
          className={styles.grow}
          aria-label="Your name, as in Assigned to"
          value={name}
          onChange={(_event, data) => setName(data.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && name.trim() !== '') keep();
          }}
        />
        <Button size="small" disabled={name.trim() === ''} onClick={keep}>
          Keep
        </Button>
      </span>
    </Field>
  );
}

export function Queue({ state, pane, index, today }: QueueProps): JSX.Element {
  const styles = useStyles();
  const { shown, me, wanted, cleared } = state;
  const numbers = useMemo(() => {
    const number = (whose: Whose): string => count(index.whose(whose, shown, me).reduce((total, left) => total + left, 0));
    return { all: number('all'), open: number('open'), mine: number('mine') };
  }, [index, shown, me]);
  const week = clearedThisWeek(cleared, me, today);
  const choose = (whose: Whose): void => pane.dispatch({ type: 'want', wanted: whose === 'mine' ? { whose, order: 'due' } : { whose } });
  return (
    <div className={styles.whose}>
      <Segments
        label="Whose work"
        choices={[
          { value: 'all', word: `All ${numbers.all}` },
          { value: 'open', word: `To decide ${numbers.open}` },
          { value: 'mine', word: me === '' ? 'My worklist' : `My worklist ${numbers.mine}` },
        ]}
        chosen={wanted.whose}
        onChoose={choose}
      />
      {wanted.whose === 'mine' && me === '' && <AskName pane={pane} />}
      {wanted.whose === 'mine' && me !== '' && (
        <Caption1 className={styles.line}>
          {me}: {week.rows === 0 ? 'nothing cleared yet this week' : `${counted(week.rows, 'credit')} cleared this week, ${toDollars(week.cents)}`}. Due soonest
          first.
        </Caption1>
      )}
    </div>
  );
}
