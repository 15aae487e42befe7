/** The workbench's toolbar: file name, Open, Save a copy, Reload sample, and the promise that nothing leaves. */
import { Button, Caption1, Spinner, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { SaveArrowRightRegular } from '@fluentui/react-icons/svg/save-arrow-right';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { useRef, type JSX } from 'react';

import type { StepCopy } from '../app/minimumNecessary';
import { CopiesMenu } from './CopiesMenu';
import { RecentFiles } from './RecentFiles';
import { chooseFile } from './recent';

export const ACCEPTED = '.xlsx,.xlsm,.csv,.tsv,.txt';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    // Narrow windows keep their height for the sheet and the pane.
    '@media (max-width: 480px)': {
      columnGap: '2px',
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      '& button': { minWidth: 0, padding: `2px ${tokens.spacingHorizontalXS}` },
      '& .fui-Button__icon': { display: 'none' },
    },
  },
  file: { margin: 0, marginRight: tokens.spacingHorizontalM, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '320px' },
  promise: { marginLeft: 'auto', display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground2 },
  shield: { fontSize: '18px', flexShrink: 0, color: tokens.colorPaletteGreenForeground1 },
});

export interface TopBarProps {
  readonly fileName: string;
  readonly busy: string;
  readonly onOpen: (file: File) => void;
  readonly onEmpty: () => void;
  readonly onSave: () => void;
  readonly onTwin: () => void;
  readonly onStepCopy: (copy: StepCopy) => void;
  readonly onSample: () => void;
  readonly onTrouble: (sentence: string) => void;
}

export function TopBar({ fileName, busy, onOpen, onEmpty, onSave, onTwin, onStepCopy, onSample, onTrouble }: TopBarProps): JSX.Element {
  const styles = useStyles();
  const picker = useRef<HTMLInputElement>(null);
  const picked = (): void => {
    const file = picker.current?.files?.[0];
    if (file) onOpen(file);
    if (picker.current) picker.current.value = '';
  };
  return (
    <header className={styles.bar}>
      <Subtitle2 as="h1" className={styles.file} title={fileName}>
        {fileName || 'Workbench'}
      </Subtitle2>
      <input ref={picker} type="file" accept={ACCEPTED} hidden aria-label="Workbook to open" onChange={picked} />
      <Button
        icon={<FolderOpenRegular />}
        disabled={busy !== ''}
        onClick={() => void chooseFile().then((file) => (file === 'cannot' ? picker.current?.click() : file && onOpen(file)))}
      >
        Open
      </Button>
      <RecentFiles disabled={busy !== ''} onOpen={onOpen} onTrouble={onTrouble} />
      <Button
        appearance="subtle"
        icon={<DocumentAddRegular />}
        disabled={busy !== ''}
        onClick={onEmpty}
        title="An empty workbook, to paste a range copied from Excel"
      >
        Empty
      </Button>
      <Button icon={<SaveArrowRightRegular />} disabled={busy !== '' || fileName === ''} onClick={onSave}>
        Save a copy
      </Button>
      <CopiesMenu disabled={busy !== '' || fileName === ''} onTwin={onTwin} onStepCopy={onStepCopy} />
      <Button appearance="subtle" icon={<ArrowResetRegular />} disabled={busy !== ''} onClick={onSample}>
        Reload sample
      </Button>
      {busy && <Spinner size="tiny" label={busy} />}
      <Caption1 className={styles.promise}>
        <ShieldCheckmarkRegular className={styles.shield} aria-hidden />
        Nothing leaves this computer: your file is opened inside this page.
      </Caption1>
    </header>
  );
}
