/** Which cell is selected and what it holds. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import type { Selection } from '../host/protocol';
import { cellName } from './address';
import type { Book } from './book';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    height: '30px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: '13px',
  },
  name: { minWidth: '64px', fontWeight: tokens.fontWeightSemibold },
  input: {
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: tokens.spacingHorizontalM,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    flexGrow: 1,
  },
});

function useInput(book: Book, selection: Selection | null, version: number): string {
  const [input, setInput] = useState('');
  useEffect(() => {
    if (!selection) return;
    let here = true;
    void book.ask('window', { sheetId: selection.sheetId, row: selection.row, column: selection.column, rows: 1, columns: 1 }).then((window) => {
      if (here) setInput(window.cells[0]?.[0]?.input ?? '');
    });
    return () => {
      here = false;
    };
  }, [book, selection, version]);
  return input;
}

export function CellBar({ book, selection, version }: { readonly book: Book; readonly selection: Selection | null; readonly version: number }): JSX.Element {
  const styles = useStyles();
  const input = useInput(book, selection, version);
  return (
    <div className={styles.bar} role="group" aria-label="Selected cell">
      <span className={styles.name}>{selection ? cellName(selection.row, selection.column) : ''}</span>
      <span className={styles.input} data-testid="cell-input">
        {input}
      </span>
    </div>
  );
}
