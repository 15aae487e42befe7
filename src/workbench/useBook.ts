/** The open workbook: opening, saving, sheets, selection, and the changes that the pane or a person makes. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CellLink, OpenedWorkbook, Selection, SheetTab } from '../host/protocol';
import { placeOf } from './address';
import type { StepCopy } from '../app/minimumNecessary';
import type { Book } from './book';
import type * as Copies from './copies';
import type { CopyMade, Looked } from './copies';
import { useEdits, type Edits } from './useEdits';
import { copyName, download, loadFile, loadSample, type Loaded } from './files';

export interface OpenBook {
  readonly opened: OpenedWorkbook | null;
  /** Counts up with each opened file: the pane starts afresh. */
  readonly generation: number;
  readonly sheets: readonly SheetTab[];
  readonly active: SheetTab | null;
  readonly version: number;
  readonly selection: Selection | null;
  readonly busy: string;
  readonly trouble: string;
  readonly openFile: (file: File) => void;
  readonly openSample: () => void;
  /** A new, empty workbook, for pasting a range copied from Excel. */
  readonly startEmpty: () => void;
  readonly edits: Edits;
  readonly save: () => void;
  readonly saveTwin: () => void;
  readonly saveStepCopy: (copy: StepCopy) => void;
  /** What a copy made just now holds; '' = nothing to say. */
  readonly said: string;
  readonly activate: (sheetId: string) => void;
  readonly select: (selection: Selection) => void;
  readonly follow: (link: CellLink) => void;
  readonly dismiss: () => void;
  readonly tell: (sentence: string) => void;
}

const isRemittance = (name: string): boolean => /\.(835|edi|x12|era)$/i.test(name);
const ADD_REMITTANCE = 'Open the accounts and payments first, then add it in the pane, under Add a file: it becomes sheets beside them.';
const FALLBACK = 'This file could not be opened. Save it in Excel as .xlsx and open that.';

/** The sentence of a refusal and the way out; the embedded Excel words both for people. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error) || !error.message) return FALLBACK;
  const remedy = 'remedy' in error && typeof error.remedy === 'string' ? error.remedy : '';
  return [error.message, remedy].filter(Boolean).join(' ');
}

export function useBook(book: Book, look: (forTwin: boolean) => Promise<Looked>): OpenBook {
  const [opened, setOpened] = useState<OpenedWorkbook | null>(null);
  const [generation, setGeneration] = useState(0);
  const [sheets, setSheets] = useState<readonly SheetTab[]>([]);
  const [version, setVersion] = useState(0);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [busy, setBusy] = useState('');
  const [trouble, setTrouble] = useState('');
  const [said, setSaid] = useState('');

  // Selections of the person that the workbook has not answered yet. What it says meanwhile is the echo of an earlier one, and would jump back.
  const selecting = useRef(0);
  useEffect(
    () =>
      book.listen((notice) => {
        if (notice.kind === 'changed') setVersion(notice.version);
        if (notice.kind === 'sheets') setSheets(notice.sheets);
        if (notice.kind === 'selected' && selecting.current === 0) setSelection(notice.selection);
        if (notice.kind === 'progress') setBusy((now) => (now ? notice.message : now));
      }),
    [book],
  );

  const during = useCallback((words: string, work: () => Promise<void>, saying: (why: string) => string = (why) => why): void => {
    setBusy(words);
    setTrouble('');
    setSaid('');
    work()
      .catch((error: unknown) => setTrouble(saying(sentenceOf(error))))
      .finally(() => setBusy(''));
  }, []);

  const replaced = useCallback(
    (replace: () => Promise<OpenedWorkbook>, saying?: (why: string) => string) =>
      during(
        'Opening',
        async () => {
          const found = await replace();
          setOpened(found);
          setSheets(found.sheets);
          setSelection(await book.ask('selection', {}));
          setVersion((before) => before + 1);
          setGeneration((before) => before + 1);
        },
        saying,
      ),
    [book, during],
  );
  const open = useCallback(
    (load: () => Promise<Loaded>, saying?: (why: string) => string) =>
      replaced(async () => {
        const { name, bytes } = await load();
        return await book.ask('open', { name, bytes });
      }, saying),
    [book, replaced],
  );
  const startEmpty = useCallback(() => replaced(() => book.ask('startEmpty', {})), [book, replaced]);
  const edits = useEdits(book, setTrouble);
  const openSample = useCallback(() => open(loadSample), [open]);

  const select = useCallback(
    (wanted: Selection) => {
      setSelection(wanted);
      selecting.current += 1;
      void book.ask('select', wanted).finally(() => {
        selecting.current -= 1;
      });
    },
    [book],
  );
  const activate = useCallback(
    (sheetId: string) => {
      setSheets((before) => before.map((sheet) => ({ ...sheet, active: sheet.id === sheetId })));
      void book
        .ask('activate', { sheetId })
        .then(() => book.ask('selection', {}))
        .then(setSelection);
    },
    [book],
  );
  const follow = useCallback(
    (link: CellLink) => {
      const place = placeOf(link.documentReference || link.address);
      const sheet = sheets.find((each) => each.name === place?.sheet);
      if (place && sheet) {
        activate(sheet.id);
        select({ sheetId: sheet.id, row: place.row, column: place.column, rows: 1, columns: 1 });
      } else setTrouble(`This link leads outside the workbook: ${link.address || link.documentReference}. It is not opened from here.`);
    },
    [sheets, activate, select],
  );
  const fileName = opened?.fileName ?? '';
  const save = useCallback(() => during('Saving a copy', async () => download(copyName(fileName), await book.ask('save', {}))), [book, during, fileName]);

  const copied = useCallback(
    (words: string, forTwin: boolean, make: (seen: Looked, copies: typeof Copies) => Promise<CopyMade>) =>
      during(words, async () => {
        const made = await make(await look(forTwin), await import('./copies'));
        download(made.name, made.bytes);
        setSaid(made.said);
      }),
    [during, look],
  );
  const saveTwin = useCallback(
    () => copied('Making a synthetic twin', true, (seen, { makeTwin }) => makeTwin(book, seen, crypto.getRandomValues(new Uint32Array(1))[0] ?? 1)),
    [book, copied],
  );
  const saveStepCopy = useCallback(
    (copy: StepCopy) => copied('Making the copy', false, ({ look: seen }, { makeStepCopy }) => makeStepCopy(book, seen, copy)),
    [book, copied],
  );

  return {
    opened,
    generation,
    sheets,
    version,
    selection,
    busy,
    trouble,
    active: sheets.find((sheet) => sheet.active) ?? sheets[0] ?? null,
    openFile: useCallback(
      (file: File) => {
        if (isRemittance(file.name)) setTrouble(`${file.name} is a remittance, no workbook. ${ADD_REMITTANCE}`);
        else
          open(
            () => loadFile(file),
            (why) => `${file.name} was not opened. ${why} What was open before stays open.`,
          );
      },
      [open],
    ),
    openSample,
    startEmpty,
    edits,
    save,
    saveTwin,
    saveStepCopy,
    said,
    activate,
    select,
    follow,
    dismiss: useCallback(() => {
      setTrouble('');
      setSaid('');
    }, []),
    tell: setTrouble,
  };
}
