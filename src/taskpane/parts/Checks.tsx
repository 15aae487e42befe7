/** What stands between the finding and a payment, what clears it, and who cleared it why. */
import { Body1, Button, Caption1, Field, Input, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useState, type JSX } from 'react';
import type { CheckResult } from '../../core/credit';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} 0` },
  icon: { fontSize: '18px', marginTop: '1px' },
  block: { color: tokens.colorPaletteRedForeground1 },
  warn: { color: tokens.colorPaletteMarigoldForeground2 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  small: { color: tokens.colorNeutralForeground3, display: 'block', overflowWrap: 'anywhere' },
  text: { overflowWrap: 'anywhere', display: 'block' },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXS },
});

const state = (check: CheckResult): string =>
  (check.severity === 'block' ? 'Blocks a refund' : 'Warning') + (check.result === 'notTestable' ? ', cannot be tested' : '');

export interface ChecksProps {
  readonly checks: readonly CheckResult[];
  /** The cells Checks cleared of the account's rows, as one text. */
  readonly cleared: string;
  readonly busy: boolean;
  readonly onClear: (check: CheckResult, reason: string) => void;
}

function Clearing({ check, busy, onClear }: Pick<ChecksProps, 'busy' | 'onClear'> & { readonly check: CheckResult }): JSX.Element {
  const styles = useStyles();
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null)
    return (
      <Link as="button" onClick={() => setReason('')}>
        Clear {check.id} …
      </Link>
    );
  const ready = reason.trim() !== '' && !busy;
  const clear = (): void => onClear(check, reason);
  return (
    <Field label="Cleared because" size="small">
      <Input
        size="small"
        autoFocus
        value={reason}
        placeholder="for example: called 3/4, no claim open"
        onChange={(_event, data) => setReason(data.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && ready) clear();
          if (event.key === 'Escape') setReason(null);
        }}
      />
      <span className={styles.buttons}>
        <Button size="small" appearance="primary" disabled={!ready} onClick={clear}>
          Clear {check.id}
        </Button>
        <Button size="small" onClick={() => setReason(null)}>
          Cancel
        </Button>
      </span>
    </Field>
  );
}

function Sign({ check, done }: { readonly check: CheckResult; readonly done: boolean }): JSX.Element {
  const styles = useStyles();
  if (done) return <CheckmarkCircleRegular className={mergeClasses(styles.icon, styles.done)} />;
  return check.severity === 'block' ? (
    <ErrorCircleRegular className={mergeClasses(styles.icon, styles.block)} />
  ) : (
    <WarningRegular className={mergeClasses(styles.icon, styles.warn)} />
  );
}

export function Checks({ checks, cleared, busy, onClear }: ChecksProps): JSX.Element {
  const styles = useStyles();
  const done = new Set(cleared.toUpperCase().match(/V\d{2}/g) ?? []);
  const sorted = [...checks].sort((a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'));
  return (
    <ul className={styles.list}>
      {sorted.map((check) => (
        <li key={check.id} className={styles.item}>
          <span aria-hidden>
            <Sign check={check} done={done.has(check.id)} />
          </span>
          <div>
            <Body1 className={styles.text}>{check.message}</Body1>
            {done.has(check.id) ? (
              <Caption1 className={styles.small}>Cleared: {cleared}</Caption1>
            ) : (
              <>
                <Caption1 className={styles.small}>
                  {state(check)}
                  {check.clears && `. Cleared by: ${check.clears}`}
                </Caption1>
                <Clearing check={check} busy={busy} onClear={onClear} />
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
