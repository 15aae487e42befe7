/** The workbook on the left, the very pane of Excel on the right, both on the embedded Excel. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useState, type DragEvent, type JSX, type ReactNode } from 'react';
import type { Looked } from './copies';
import type { Selection, SheetTab } from '../host/protocol';
import { themeOf, useThemeName } from '../taskpane/theme';
import type { Book } from './book';
import { CellBar } from './CellBar';
import { Grid } from './Grid';
import { SheetTabs } from './SheetTabs';
import { TopBar } from './TopBar';
import { useBook, type OpenBook } from './useBook';

const NARROW = '@media (max-width: 719px)';
const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground1,
    [NARROW]: { overflowY: 'auto' },
  },
  // Low and narrow, as at 200 % zoom, the page scrolls instead of squeezing the sheet and the pane.
  both: { display: 'flex', flexGrow: 1, minHeight: 0, [NARROW]: { flexDirection: 'column', flexBasis: 0, flexShrink: 0, minHeight: '620px' } },
  workbook: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0, [NARROW]: { flexBasis: '40%', flexShrink: 1 } },
  pane: {
    width: '350px',
    flexShrink: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    minHeight: 0,
    [NARROW]: { width: '100%', flexBasis: '60%', flexShrink: 1, borderLeft: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  },
  drop: {
    position: 'absolute',
    inset: 0,
    zIndex: 10,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    backgroundColor: tokens.colorBackgroundOverlay,
    color: tokens.colorNeutralForegroundInverted,
    fontSize: tokens.fontSizeBase600,
    outline: `3px dashed ${tokens.colorBrandStroke1}`,
    outlineOffset: '-12px',
    pointerEvents: 'none',
  },
});

function Telling({ open }: { readonly open: OpenBook }): JSX.Element | null {
  const [read, setRead] = useState(-1);
  const notices = read === open.generation ? [] : (open.opened?.notices ?? []);
  const bar = (intent: 'error' | 'info', text: string, dismiss: () => void): JSX.Element => (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions containerAction={<Button appearance="transparent" aria-label="Dismiss" icon={<DismissRegular />} onClick={dismiss} />} />
    </MessageBar>
  );
  return (
    <>
      {open.trouble && bar('error', open.trouble, open.dismiss)}
      {open.said && bar('info', open.said, open.dismiss)}
      {notices.length > 0 && bar('info', notices.join(' '), () => setRead(open.generation))}
    </>
  );
}

/** A file may be dropped anywhere on the page; the pane's own place for files takes those dropped there. */
function useDrop(onFile: (file: File) => void): {
  readonly over: boolean;
  readonly handlers: Record<'onDragOverCapture' | 'onDragOver' | 'onDragLeave' | 'onDropCapture' | 'onDrop', (event: DragEvent) => void>;
} {
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  };
  // On the way down: the pane's place for files keeps to itself what is dropped there.
  const onDragOverCapture = (event: DragEvent): void => {
    const elsewhere = event.target instanceof Element && event.target.closest('[data-takes-files]') !== null;
    setOver(event.dataTransfer.types.includes('Files') && !elsewhere);
  };
  const onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setOver(false);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return { over, handlers: { onDragOverCapture, onDragOver, onDragLeave, onDropCapture: () => setOver(false), onDrop } };
}

/** Ctrl+Z anywhere but in a text field, which has its own. */
function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable="true"]') !== null;
      if (typing || event.shiftKey || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo]);
}

/** A selection among the frozen rows, which stand above the grid, is shown on the first row below them: the bar then speaks of the cell that is marked. */
function inSight(selection: Selection | null, sheet: SheetTab | null): Selection | null {
  if (!selection || !sheet || selection.sheetId !== sheet.id) return selection;
  return selection.row + selection.rows <= sheet.frozenRows ? { ...selection, row: sheet.frozenRows, rows: 1 } : selection;
}

export interface WorkbenchProps {
  readonly book: Book;
  /** The pane, made anew for each opened file. */
  readonly pane: (generation: number, onSample: () => void) => ReactNode;
  /** Looks at the open workbook, for copies of it. */
  readonly look: (forTwin: boolean) => Promise<Looked>;
}

export function Workbench({ book, pane, look }: WorkbenchProps): JSX.Element {
  const styles = useStyles();
  const open = useBook(book, look);
  const name = useThemeName('');
  const fluent = themeOf(name);
  const { over, handlers } = useDrop(open.openFile);
  const { openSample, active } = open;
  const selection = inSight(open.selection, active);
  useUndoKey(open.edits.undo);
  useEffect(() => openSample(), [openSample]);
  return (
    <div className={styles.page} {...handlers}>
      <TopBar
        fileName={open.opened?.fileName ?? ''}
        busy={open.busy}
        onOpen={open.openFile}
        onEmpty={open.startEmpty}
        onSave={open.save}
        onTwin={open.saveTwin}
        onStepCopy={open.saveStepCopy}
        onSample={openSample}
        onTrouble={open.tell}
      />
      <Telling open={open} />
      <div className={styles.both}>
        <section className={styles.workbook} aria-label="Workbook">
          <CellBar book={book} selection={selection} version={open.version} edits={open.edits} />
          {active && (
            <Grid
              key={`${open.generation}:${active.id}`}
              book={book}
              sheet={active}
              version={open.version}
              selection={selection}
              fluent={fluent}
              contrast={name === 'contrast'}
              onSelect={open.select}
              onFollow={open.follow}
              edits={open.edits}
            />
          )}
          {active && <SheetTabs sheets={open.sheets} active={active.id} onActivate={open.activate} onAdd={open.edits.addSheet} />}
        </section>
        <div className={styles.pane}>{open.generation > 0 && pane(open.generation, openSample)}</div>
      </div>
      {over && <div className={styles.drop}>Drop the workbook to open it</div>}
    </div>
  );
}
