/** *Add a file*: accounts and payments often come as two. Chosen or dropped; each becomes sheets of this workbook. */
import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState, type DragEvent, type JSX } from 'react';
import { Section } from './Section';

const ACCEPTED = '.csv,.tsv,.txt,.835,.edi,.dat,.xlsx,.xlsm';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  hidden: { display: 'none' },
});

export interface AddFileProps {
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function AddFile({ disabled, onFiles }: AddFileProps): JSX.Element {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    if (files && files.length > 0 && !disabled) onFiles([...files]);
  };
  const dragged = (event: DragEvent, on: boolean): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(on && !disabled);
  };
  return (
    <Section title="Add a file">
      <div
        className={mergeClasses(styles.place, over && styles.over)}
        data-takes-files
        onDragOver={(event) => dragged(event, true)}
        onDragLeave={(event) => dragged(event, false)}
        onDrop={(event) => {
          dragged(event, false);
          take(event.dataTransfer.files);
        }}
      >
        <Caption1>
          {disabled
            ? 'No sheet can be added to this workbook now.'
            : 'Are accounts and payments in two files? Drop the other one here: a .csv, .tsv or .xlsx, or a remittance (835). It becomes the last sheet.'}
        </Caption1>
        <input
          ref={input}
          type="file"
          multiple
          accept={ACCEPTED}
          aria-label="File to add"
          className={styles.hidden}
          disabled={disabled}
          onChange={(event) => {
            take(event.target.files);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
        <Button disabled={disabled} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
      </div>
    </Section>
  );
}
