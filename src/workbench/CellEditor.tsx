/** The input that stands over a cell while it is edited: the formula or value as typed, with the choices of a list validation. */
import type { GridCell, ProvideEditorCallback, TextCell } from '@glideapps/glide-data-grid';
import { useEffect, useId, useState, type ComponentProps, type FunctionComponent, type JSX } from 'react';

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

/** The grid itself takes Enter, Tab, Escape and a click elsewhere. */
function CellEditor({ value, initialValue, onChange }: EditorProps): JSX.Element {
  const [cell] = useState(value);
  const { input, list } = isEditable(cell) ? cell : { input: cell.data, list: [] };
  const [typed, setTyped] = useState(initialValue ?? input);
  const choices = useId();
  useEffect(() => {
    if (typed !== input) onChange({ ...cell, data: typed });
  }, [typed, input, cell, onChange]);
  return (
    <>
      <input
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
