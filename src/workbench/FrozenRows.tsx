/** The frozen rows above the heading: a sheet's title and its notes, always in sight. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { WindowCell } from '../host/protocol';

const useStyles = makeStyles({
  rows: {
    flexShrink: 0,
    maxHeight: '40%',
    overflow: 'auto',
    scrollbarWidth: 'thin',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: '13px',
  },
  // A line a row, as in Excel: what is longer than the window is scrolled to, instead of pushing the next row out of sight.
  row: { display: 'flex', columnGap: tokens.spacingHorizontalL, minHeight: '20px', whiteSpace: 'nowrap' },
  // Rows of several cells, such as labels over amounts, stand in columns.
  cell: { minWidth: '132px' },
  bold: { fontWeight: tokens.fontWeightSemibold },
});

export function FrozenRows({ rows }: { readonly rows: readonly (readonly WindowCell[])[] }): JSX.Element | null {
  const styles = useStyles();
  const filled = rows.map((row) => row.filter((cell) => cell.text !== '')).filter((row) => row.length > 0);
  if (filled.length === 0) return null;
  return (
    <div className={styles.rows} role="group" aria-label="Rows above the heading" tabIndex={0}>
      {filled.map((row, index) => (
        <div key={index} className={styles.row}>
          {row.map((cell, at) => (
            <span key={at} className={mergeClasses(row.length > 2 && styles.cell, cell.bold && styles.bold)}>
              {cell.text}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
