/** What stands between the finding and a payment, and what clears it. */
import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { JSX } from 'react';
import type { CheckResult } from '../../core/credit';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} 0` },
  icon: { fontSize: '18px', marginTop: '1px' },
  block: { color: tokens.colorPaletteRedForeground1 },
  warn: { color: tokens.colorPaletteMarigoldForeground2 },
  small: { color: tokens.colorNeutralForeground3, display: 'block', overflowWrap: 'anywhere' },
  text: { overflowWrap: 'anywhere', display: 'block' },
});

const state = (check: CheckResult): string =>
  (check.severity === 'block' ? 'Blocks a refund' : 'Warning') + (check.result === 'notTestable' ? ', cannot be tested' : '');

export function Checks({ checks }: { readonly checks: readonly CheckResult[] }): JSX.Element {
  const styles = useStyles();
  const sorted = [...checks].sort((a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'));
  return (
    <ul className={styles.list}>
      {sorted.map((check) => (
        <li key={check.id} className={styles.item}>
          <span className={check.severity === 'block' ? styles.block : styles.warn} aria-hidden>
            {check.severity === 'block' ? <ErrorCircleRegular className={styles.icon} /> : <WarningRegular className={styles.icon} />}
          </span>
          <div>
            <Body1 className={styles.text}>{check.message}</Body1>
            <Caption1 className={styles.small}>
              {state(check)}
              {check.clears && `. Cleared by: ${check.clears}`}
            </Caption1>
          </div>
        </li>
      ))}
    </ul>
  );
}
