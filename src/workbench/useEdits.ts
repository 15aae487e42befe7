/** What a person does to the sheet in sight: typing, deleting, pasting, sorting, filtering, undoing. Refusals come back as plain words. */
import { useMemo } from 'react';
import type { CellPlace, ListValues, Selection, UserOutcome } from '../host/protocol';
import type { Book } from './book';

export interface Edits {
  readonly type: (place: CellPlace, typed: string) => void;
  readonly clear: (selection: Selection) => void;
  readonly paste: (place: CellPlace, texts: readonly (readonly string[])[]) => void;
  readonly undo: () => void;
  readonly sort: (place: CellPlace, ascending: boolean) => void;
  readonly values: (place: CellPlace) => Promise<ListValues | null>;
  readonly filter: (place: CellPlace, texts: readonly string[] | null) => void;
  readonly addSheet: () => void;
}

const NOTHING_TO_UNDO = 'There is nothing to undo. What the pane wrote is taken back in the pane: Clear highlights, or Remove sheets.';

/** `tell` shows a sentence to the person; '' takes it away. */
export function useEdits(book: Book, tell: (sentence: string) => void): Edits {
  return useMemo(() => {
    const act = (asked: Promise<UserOutcome>): void => {
      asked.then(
        ({ refused, warning }) => tell(refused?.message ?? warning ?? ''),
        (error: unknown) => tell(error instanceof Error ? error.message : 'That did not work. Nothing was changed.'),
      );
    };
    const place = ({ sheetId, row, column }: CellPlace): CellPlace => ({ sheetId, row, column });
    return {
      type: (at, typed) => act(book.ask('edit', { ...place(at), typed })),
      clear: (selection) => act(book.ask('clear', selection)),
      paste: (at, texts) => act(book.ask('paste', { ...place(at), texts })),
      undo: () => {
        book.ask('undo', {}).then(
          ({ undone }) => tell(undone ? '' : NOTHING_TO_UNDO),
          () => tell(NOTHING_TO_UNDO),
        );
      },
      sort: (at, ascending) => act(book.ask('sortList', { ...place(at), ascending })),
      values: (at) => book.ask('listValues', place(at)),
      filter: (at, texts) => act(book.ask('filterList', { ...place(at), texts })),
      addSheet: () => act(book.ask('addSheet', {})),
    };
  }, [book, tell]);
}
