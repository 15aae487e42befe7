/** Write: what would be written, then the writing, then where it stands. */
import { Badge, Body1, Body1Strong, Button, Caption1, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DocumentDismissRegular } from '@fluentui/react-icons/svg/document-dismiss';
import { useState, type JSX } from 'react';
import type { Preview, Published } from '../../app/session';
import { JobView } from '../parts/JobView';
import { Layout } from '../parts/Layout';
import { Message } from '../parts/Message';
import { NoticeBar } from '../parts/NoticeBar';
import { saveName } from '../parts/userName';
import type { CarriedFile, Notice } from '../paneState';
import { counted, OWN_WORD } from '../words';
import type { ScreenProps } from './ReadScreen';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: `0 0 ${tokens.spacingVerticalM}`, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    alignItems: 'center',
  },
  small: { color: tokens.colorNeutralForeground3, gridColumn: '1 / -1' },
  intro: { display: 'block', margin: `0 0 ${tokens.spacingVerticalS}` },
  link: { fontWeight: tokens.fontWeightSemibold, justifySelf: 'start' },
});

const ACTION = { create: ['New sheet', 'brand'], update: ['Updated', 'success'], rewrite: ['Rewritten', 'informative'] } as const;

/** A sheet that is made from last month's rows. */
function broughtBy(carried: CarriedFile | null, { role, action }: Preview['sheets'][number]): string {
  const rows = carried?.sheets.find((sheet) => sheet.role === role)?.rows ?? 0;
  return carried && action === 'create' && rows > 0 ? `Begins with ${counted(rows, 'row')} of ${carried.name}` : '';
}

function Planned({ preview, carried }: { readonly preview: Preview; readonly carried: CarriedFile | null }): JSX.Element {
  const styles = useStyles();
  return (
    <>
      <Body1 as="p" className={styles.intro}>
        New sheets go last. Your own sheets and what you typed stay as they are.
      </Body1>
      <ul className={styles.list}>
        {preview.sheets.map((sheet) => {
          const [word, color] = ACTION[sheet.action];
          // Of a sheet that is made now every row is new.
          const note = sheet.note === `${sheet.rows} new` ? '' : sheet.note;
          const facts = [counted(sheet.rows, 'row'), sheet.kept > 0 ? `${sheet.kept} kept as typed` : '', note, broughtBy(carried, sheet)].filter(Boolean);
          return (
            <li key={sheet.role} className={styles.item}>
              <Body1Strong>{sheet.sheet}</Body1Strong>
              <Badge appearance="tint" color={color}>
                {word}
              </Badge>
              <Caption1 className={styles.small}>{OWN_WORD[sheet.role]}</Caption1>
              <Caption1 className={styles.small}>{facts.join('. ')}</Caption1>
            </li>
          );
        })}
      </ul>
      {preview.problems.map((problem, index) => (
        <NoticeBar key={index} notice={{ intent: 'warning', title: problem.message, text: problem.remedy }} />
      ))}
    </>
  );
}

/** What a person does on the sheets now. */
function nextStep({ sheets }: Published): string {
  const refunds = sheets.find(({ role, rows }) => role === 'refunds' && rows > 0);
  if (refunds) return `Next, on ${refunds.sheet}: fill in Approved by and Approved on, then write the sheets again.`;
  return 'Work on Credits: set Status and Decision there.';
}

function Written({ published, pane }: { readonly published: Published; readonly pane: ScreenProps['pane'] }): JSX.Element {
  const styles = useStyles();
  return (
    <>
      <Message
        icon={<CheckmarkCircleRegular />}
        title="Written"
        text={`${counted(published.sheets.length, 'sheet')} in your workbook. ${nextStep(published)}`}
      />
      <ul className={styles.list}>
        {published.sheets.map((sheet) => (
          <li key={sheet.role} className={styles.item}>
            <Link as="button" className={styles.link} onClick={() => pane.showRow(sheet.sheet, 1)}>
              {sheet.sheet}
            </Link>
            <Caption1>{counted(sheet.rows, 'row')}</Caption1>
            {sheet.appended > 0 && sheet.appended < sheet.rows && <Caption1 className={styles.small}>{sheet.appended} new</Caption1>}
          </li>
        ))}
      </ul>
    </>
  );
}

const elsewhere = (rows: number): Notice => ({
  intent: 'info',
  title: 'The flagged accounts are as they were',
  text: `${counted(rows, 'row')} of other accounts changed since. They are not in these results until you find credits again.`,
});

function Asked({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }): JSX.Element {
  return (
    <Field label="Your name, for the log" hint="Kept on this computer. It says who, it does not prove it.">
      <Input value={name} onChange={(_event, data) => onName(data.value)} autoComplete="off" />
    </Field>
  );
}

export function WriteScreen({ state, pane }: ScreenProps): JSX.Element | null {
  const [name, setName] = useState(state.me);
  const { preview, published, job } = state;
  if (!preview) return null;
  const waiting = state.waiting.size;
  const write = (): void => {
    saveName(name.trim());
    pane.dispatch({ type: 'set', set: { me: name.trim() } });
    pane.publish(name.trim());
  };
  const back = (): void => pane.dispatch({ type: 'back' });
  const first = published?.sheets.find((sheet) => sheet.role === 'credits') ?? published?.sheets[0];
  const foot = published ? (
    <>
      {first && (
        <Button appearance="primary" onClick={() => pane.showRow(first.sheet, 1)}>
          Open {first.sheet}
        </Button>
      )}
      <Button onClick={back}>Back to the results</Button>
      {published.sheets.some((sheet) => sheet.role === 'refundFile') && <Button onClick={pane.copyRefundFile}>Copy refund file</Button>}
      {published.sheets.some((sheet) => sheet.role === 'log') && <Button onClick={pane.verifyLog}>Verify log</Button>}
      {published.sheets.every((sheet) => sheet.role !== 'cms838') && <Button onClick={pane.medicare}>Medicare report</Button>}
    </>
  ) : (
    <Button appearance="primary" disabled={job !== null || preview.sheets.length === 0} onClick={write}>
      Write {counted(preview.sheets.length, 'sheet')}
    </Button>
  );
  return (
    <Layout title={published ? 'Sheets written' : 'Write sheets'} onBack={back} backTo="the results" foot={preview.refused ? undefined : foot}>
      {state.notice && <NoticeBar notice={state.notice} onDismiss={() => pane.dispatch({ type: 'notice', notice: null })} />}
      {job && <JobView job={job} onCancel={pane.cancel} />}
      {preview.refused && (
        <Message
          icon={<DocumentDismissRegular />}
          title="Nothing was written"
          text={`${preview.refused.message} ${preview.refused.remedy}`}
          small={`Reason: ${preview.refused.code}`}
        >
          {preview.refused.code === 'SheetChanged' ? (
            <>
              <Button appearance="primary" disabled={job !== null} onClick={pane.recheck}>
                Check the flagged accounts
              </Button>
              <Button disabled={job !== null} onClick={pane.find}>
                Find credits again
              </Button>
            </>
          ) : (
            <Button appearance="primary" disabled={job !== null} onClick={pane.find}>
              Find credits again
            </Button>
          )}
        </Message>
      )}
      {!preview.refused && !published && state.changedElsewhere > 0 && <NoticeBar notice={elsewhere(state.changedElsewhere)} />}
      {!preview.refused && !published && !job && <Planned preview={preview} carried={state.carried} />}
      {!preview.refused && !published && !job && waiting > 0 && <Caption1>{counted(waiting, 'decision')} made here go onto Credits with this write.</Caption1>}
      {!preview.refused && !published && !job && <Asked name={name} onName={setName} />}
      {published && <Written published={published} pane={pane} />}
    </Layout>
  );
}
