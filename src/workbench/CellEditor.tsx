/** The input that stands over a cell while it is edited: the formula or value as typed, with the choices of a list validation. */
import type { GridCell, ProvideEditorCallback, TextCell } from '@glideapps/glide-data-grid';
import { useEffect, useId, useRef, useState, type ComponentProps, type FunctionComponent, type JSX } from 'react';

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
}

/** Keys typed on the grid since its last other key: the library opens its first editor a third of a second late and keeps only the newest of them. */
let typedAhead = '';
export function noteKey({ key, ctrlKey, metaKey }: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean }): void {
  typedAhead = key.length === 1 && !ctrlKey && !metaKey ? typedAhead + key : '';
}

/** The grid itself takes Enter, Tab, Escape and a click elsewhere. */
function CellEditor({ value, initialValue, onChange }: EditorProps): JSX.Element {
  const [cell] = useState(value);
  const { input, list } = isEditable(cell) ? cell : { input: cell.data, list: [] };
  const [typedAtFirst] = useState(initialValue === undefined ? input : typedAhead.endsWith(initialValue) ? typedAhead : initialValue);
  const [typed, setTyped] = useState(typedAtFirst);
  const choices = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    typedAhead = '';
  }, []);
  // The next keys follow what is there already.
  useEffect(() => box.current?.setSelectionRange(typedAtFirst.length, typedAtFirst.length), [typedAtFirst]);
  useEffect(() => {
    if (typed !== input) onChange({ ...cell, data: typed });
  }, [typed, input, cell, onChange]);
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
