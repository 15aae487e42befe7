/** Which cell is selected and what it holds, to be changed here; undo, sort and filter beside it, so that all of it works by keyboard. */
import { Button, Input, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { TextSortAscendingRegular } from '@fluentui/react-icons/svg/text-sort-ascending';
import { TextSortDescendingRegular } from '@fluentui/react-icons/svg/text-sort-descending';
import { useEffect, useState, type JSX, type KeyboardEvent } from 'react';
import type { Selection } from '../host/protocol';
import { cellName } from './address';
import type { Book } from './book';
import { FilterButton } from './FilterButton';
import type { Edits } from './useEdits';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    alignItems: 'center',
    minHeight: '32px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: '13px',
  },
  name: { minWidth: '56px', fontWeight: tokens.fontWeightSemibold },
  input: { flexGrow: 1, minWidth: '60px' },
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

function ContentInput({ selection, input, edits }: { readonly selection: Selection; readonly input: string; readonly edits: Edits }): JSX.Element {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const confirm = (): void => {
    if (typed !== null && typed !== input) edits.type(selection, typed);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') confirm();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <Input
      className={styles.input}
      appearance="filled-lighter"
      size="small"
      aria-label={`Content of ${cellName(selection.row, selection.column)}`}
      data-testid="cell-input"
      value={typed ?? input}
      onChange={(_event, data) => setTyped(data.value)}
      onKeyDown={onKeyDown}
      onBlur={confirm}
    />
  );
}

export interface CellBarProps {
  readonly book: Book;
  readonly selection: Selection | null;
  readonly version: number;
  readonly edits: Edits;
}

export function CellBar({ book, selection, version, edits }: CellBarProps): JSX.Element {
  const styles = useStyles();
  const input = useInput(book, selection, version);
  const tool = (label: string, icon: JSX.Element, act: () => void): JSX.Element => (
    <Tooltip content={label} relationship="label">
      <Button appearance="subtle" size="small" icon={icon} onClick={act} disabled={selection === null} />
    </Tooltip>
  );
  return (
    <div className={styles.bar} role="group" aria-label="Selected cell">
      <span className={styles.name}>{selection ? cellName(selection.row, selection.column) : ''}</span>
      {selection && <ContentInput key={`${selection.sheetId}:${selection.row}:${selection.column}`} selection={selection} input={input} edits={edits} />}
      {tool('Undo what was typed (Ctrl+Z)', <ArrowUndoRegular />, edits.undo)}
      {tool('Sort this list by the selected column, smallest first', <TextSortAscendingRegular />, () => selection && edits.sort(selection, true))}
      {tool('Sort this list by the selected column, largest first', <TextSortDescendingRegular />, () => selection && edits.sort(selection, false))}
      {selection && <FilterButton place={selection} edits={edits} />}
    </div>
  );
}
