/** How the reading went: rows read, left out and joined on each sheet, and what the listing says of it. */
import { Body1, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { ListedTotals } from '../../app/listedTotals';
import type { ReadingSummary } from '../../app/session';
import { subtract, toDollars } from '../../core/money';
import type { SheetReading } from '../../intake/contract';
import { count, counted, ROLE_WORD } from '../words';
import { Section } from './Section';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { padding: `${tokens.spacingVerticalS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  line: { display: 'block', color: tokens.colorNeutralForeground3 },
  figures: { display: 'grid', gridTemplateColumns: '1fr auto', rowGap: tokens.spacingVerticalXXS, paddingTop: tokens.spacingVerticalS },
  amount: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

/** "99.5 %", never rounded up to a whole that it is not. */
export const shareWord = (share: number): string => `${Math.floor(share * 1000) / 10} %`;

function SheetLine({ sheet }: { readonly sheet: SheetReading }): JSX.Element {
  const styles = useStyles();
  const left = sheet.dropped.reduce((rows, each) => rows + each.rows, 0);
  return (
    <li className={styles.item}>
      <Body1Strong>{sheet.name}</Body1Strong>
      <Caption1 className={styles.line}>
        {ROLE_WORD[sheet.role]}: {counted(sheet.rows, 'row')} read{left > 0 ? `, ${count(left)} left out` : ''}
      </Caption1>
      {sheet.dropped.map(({ why, rows }) => (
        <Caption1 key={why} className={styles.line}>
          Left out, {why}: {counted(rows, 'row')}
        </Caption1>
      ))}
      {sheet.matched !== null && <Caption1 className={styles.line}>{shareWord(sheet.matched)} of the rows find their account on the other side</Caption1>}
      {sheet.sign !== '' && <Caption1 className={styles.line}>Signs: {sheet.sign}</Caption1>}
    </li>
  );
}

function Control({ control }: { readonly control: ListedTotals }): JSX.Element {
  const styles = useStyles();
  const lines = [
    ['Balances as listed', control.listed],
    ['Sum of the postings', control.posted],
    ['Difference', subtract(control.listed, control.posted)],
  ] as const;
  return (
    <>
      <div className={styles.figures}>
        {lines.map(([label, amount]) => [
          <Body1 key={label}>{label}</Body1>,
          <Body1 key={`${label} amount`} className={styles.amount}>
            {toDollars(amount)}
          </Body1>,
        ])}
      </div>
      <Caption1 className={styles.line}>
        {count(control.agree)} of {counted(control.accounts, 'listed balance')} equal the sum of their postings
        {control.unposted > 0 ? `; ${counted(control.unposted, 'account')} with a balance have no posting here` : ''}.
      </Caption1>
    </>
  );
}

export function ReadingReport({ reading }: { readonly reading: ReadingSummary }): JSX.Element | null {
  const sheets = reading.sheets.filter(({ role }) => role !== 'own' && role !== 'ignored');
  if (sheets.length === 0) return null;
  return (
    <Section title="What came of it">
      <ul className={useStyles().list}>
        {sheets.map((sheet) => (
          <SheetLine key={`${sheet.name}:${sheet.headerRow}`} sheet={sheet} />
        ))}
      </ul>
      {reading.control && <Control control={reading.control} />}
    </Section>
  );
}
