/** Remove the sheets the product wrote: first what would go with them, with the offer to keep those a person typed in. */
import { Body1, Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { OwnRole } from '../../outputs/edit';
import { JobView } from '../parts/JobView';
import { Layout } from '../parts/Layout';
import { NoticeBar } from '../parts/NoticeBar';
import type { Removal } from '../paneState';
import { counted } from '../words';
import type { ScreenProps } from './ReadScreen';

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column', margin: `${tokens.spacingVerticalS} 0` } });

const holds = (sheet: Removal): boolean => sheet.typedCells + sheet.logLines > 0;

function label(sheet: Removal): string {
  const parts = [sheet.typedCells > 0 ? counted(sheet.typedCells, 'typed cell') : '', sheet.logLines > 0 ? counted(sheet.logLines, 'log line') : ''].filter(
    Boolean,
  );
  return parts.length > 0 ? `${sheet.sheet} (${parts.join(', ')})` : sheet.sheet;
}

export function RemoveScreen({ state, pane }: ScreenProps): JSX.Element {
  const styles = useStyles();
  const sheets = state.removal ?? [];
  const [keep, setKeep] = useState<readonly OwnRole[]>(() => sheets.filter(holds).map((sheet) => sheet.role));
  const change = (role: OwnRole, remove: boolean): void => setKeep(remove ? keep.filter((each) => each !== role) : [...keep, role]);
  const going = sheets.filter((sheet) => !keep.includes(sheet.role));
  return (
    <Layout
      title="Remove sheets"
      onBack={() => pane.dispatch({ type: 'back' })}
      backTo="what I read"
      foot={
        <Button appearance="primary" disabled={state.job !== null || going.length === 0} onClick={() => pane.remove(keep)}>
          Remove {counted(going.length, 'sheet')}
        </Button>
      }
    >
      {state.notice && <NoticeBar notice={state.notice} onDismiss={() => pane.dispatch({ type: 'notice', notice: null })} />}
      {state.job && <JobView job={state.job} onCancel={pane.cancel} />}
      {sheets.length === 0 && <Body1>There is no sheet of mine in this workbook.</Body1>}
      {sheets.length > 0 && <Body1>Ticked sheets go. Sheets you typed in are kept unless you tick them; what goes cannot be undone.</Body1>}
      <div className={styles.list}>
        {sheets.map((sheet) => (
          <Checkbox
            key={sheet.role}
            label={label(sheet)}
            checked={!keep.includes(sheet.role)}
            onChange={(_event, data) => change(sheet.role, data.checked === true)}
          />
        ))}
      </div>
    </Layout>
  );
}
