/** The input that stands over a cell while it is edited: the formula or value as typed, with the choices of a list validation. */
import type { GridCell, ProvideEditorCallback, TextCell } from '@glideapps/glide-data-grid';
import { useEffect, useId, useLayoutEffect, useRef, useState, type ComponentProps, type FunctionComponent, type JSX, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { endsEdit, moveAfter, TypeAhead, type Key } from './typeAhead';

/** A cell of the grid that also knows what its formula bar shows and which values its list allows. */
export interface EditableCell extends TextCell {
  readonly input: string;
  readonly list: readonly string[];
}
const isEditable = (cell: GridCell): cell is EditableCell => 'input' in cell;

interface EditorProps {
  readonly value: TextCell;
  /** The key that opened the editor; it replaces what stood there. */
  readonly initialValue?: string | undefined;
  readonly onChange: (cell: TextCell) => void;
  /** Ends the edit: with what to write, or with nothing to leave the cell alone. */
  readonly onFinishedEditing: (cell: TextCell | undefined, move: readonly [-1 | 0 | 1, -1 | 0 | 1]) => void;
}

/** What is typed on the grid before this editor stands: one grid, one keyboard. */
export const typeAhead = new TypeAhead();

/** Presses on the grid, one after the other, what was typed after an edit that had ended before its editor stood. */
function pressTheRest(): void {
  const grid = document.querySelector('canvas[data-testid="data-grid-canvas"]');
  if (typeAhead.press((key) => grid?.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true })))) setTimeout(pressTheRest);
}

/** Enter, Tab and Escape end the edit here, at once: the grid would wait a moment, and lose what was typed last. A click elsewhere is the grid's. */
function CellEditor({ value, initialValue, onChange, onFinishedEditing }: EditorProps): JSX.Element {
  const [cell] = useState(value);
  const { input, list } = isEditable(cell) ? cell : { input: cell.data, list: [] };
  const [first, setFirst] = useState(initialValue ?? input);
  const [typed, setTyped] = useState(first);
  const choices = useId();
  const box = useRef<HTMLInputElement>(null);
  const end = (text: string, key: Key): void => onFinishedEditing(key.key === 'Escape' || text === input ? undefined : { ...cell, data: text }, moveAfter(key));
  useLayoutEffect(() => {
    const ahead = typeAhead.taken(first);
    setFirst(ahead.text);
    setTyped(ahead.text);
    const { end: key } = ahead;
    // Once the grid stands again, with the next cell selected, it takes what was typed after.
    if (key)
      setTimeout(() => {
        flushSync(() => end(ahead.text, key));
        pressTheRest();
      });
  }, []);
  // The next keys follow what is there already.
  useEffect(() => box.current?.setSelectionRange(first.length, first.length), [first]);
  useEffect(() => {
    if (typed !== input) onChange({ ...cell, data: typed });
  }, [typed, input, cell, onChange]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const kept = typeAhead.keeps(event, performance.now());
    if (!kept && !endsEdit(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (kept) return;
    end(event.currentTarget.value, event);
  };
  return (
    <>
      <input
        ref={box}
        autoFocus
        aria-label="Cell"
        autoComplete="off"
        list={list.length > 0 ? choices : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        style={{
          border: 'none',
          outline: 'none',
          padding: 0,
          width: '100%',
          minWidth: '120px',
          font: '13px "Segoe UI", sans-serif',
          background: 'transparent',
          color: 'inherit',
        }}
      />
      {list.length > 0 && (
        <datalist id={choices}>
          {list.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}

type Editor = FunctionComponent<ComponentProps<typeof CellEditor>>;
export const provideEditor: ProvideEditorCallback<GridCell> = (cell) => (isEditable(cell) ? { editor: CellEditor as Editor as never } : undefined);
