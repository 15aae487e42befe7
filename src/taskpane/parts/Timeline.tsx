/** The account's transactions in time order with the running balance; the row that turned it is marked in words, not by colour alone. */
import { Badge, Link, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Story } from '../../app/session';
import type { RowRef, StoryLine } from '../../core/credit';
import { toDollars } from '../../core/money';
import { dayWord } from '../words';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  head: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, textAlign: 'left', padding: `0 0 ${tokens.spacingVerticalXS}` },
  cell: {
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', paddingLeft: tokens.spacingHorizontalXS },
  end: { paddingRight: 0 },
  date: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  what: { overflowWrap: 'anywhere', display: 'block' },
  turned: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    '& > :first-child': { paddingLeft: tokens.spacingHorizontalS },
  },
  credit: { fontWeight: tokens.fontWeightSemibold },
  badge: { marginTop: tokens.spacingVerticalXXS },
});

export interface TimelineProps {
  readonly story: Story | null;
  readonly onShow: (rows: readonly RowRef[]) => void;
}

function Line({ line, onShow }: { readonly line: StoryLine; readonly onShow: TimelineProps['onShow'] }): JSX.Element {
  const styles = useStyles();
  return (
    <tr className={mergeClasses(line.turned && styles.turned)}>
      <th scope="row" className={styles.cell}>
        <span className={styles.what}>{line.label}</span>
        <Link
          as="button"
          className={styles.date}
          aria-label={`Show in sheet: row ${line.row.row}, ${dayWord(line.day)}, ${line.label}`}
          onClick={() => onShow([line.row])}
        >
          {dayWord(line.day) || 'No date'}
        </Link>
        {line.turned && (
          <Badge appearance="tint" color="brand" className={styles.badge}>
            Turned to credit here
          </Badge>
        )}
      </th>
      <td className={mergeClasses(styles.cell, styles.number)}>{toDollars(line.effect)}</td>
      <td className={mergeClasses(styles.cell, styles.number, styles.end, line.balance < 0 && styles.credit)}>{toDollars(line.balance)}</td>
    </tr>
  );
}

export function Timeline({ story, onShow }: TimelineProps): JSX.Element {
  const styles = useStyles();
  if (!story) return <Spinner size="tiny" label="Reading its transactions" />;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            What happened
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.number)}>
            Amount
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.number, styles.end)}>
            Balance
          </th>
        </tr>
      </thead>
      <tbody>
        {story.lines.map((line) => (
          <Line key={line.tx} line={line} onShow={onShow} />
        ))}
      </tbody>
    </table>
  );
}
