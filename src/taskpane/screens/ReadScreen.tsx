/** What I read: the sheets, their columns, what was assumed. The next step: Find credits. */
import { Body1, Button, Field, Input, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { DocumentDismissRegular } from '@fluentui/react-icons/svg/document-dismiss';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { lazy, Suspense, useRef, useState, type JSX } from 'react';
import type { Look, Scan } from '../../app/session';
import { fromIso, toIso } from '../../core/day';
import type { Refusal } from '../../intake/contract';
import { AddFile } from '../parts/AddFile';
import { Assumptions } from '../parts/Assumptions';
import { Corrections } from '../parts/Corrections';
import { GrainChoice } from '../parts/GrainChoice';
import { JobView } from '../parts/JobView';
import { Layout } from '../parts/Layout';
import { Message } from '../parts/Message';
import { NoticeBar } from '../parts/NoticeBar';
import { ReadingReport } from '../parts/ReadingReport';
import { Section } from '../parts/Section';
import type { Correct } from '../parts/ColumnTable';
import { SheetCard, UnusedSheets } from '../parts/SheetCard';
import type { PaneState } from '../paneState';
import type { Intentions } from '../usePane';
import { problemsOf } from './ProblemsScreen';
import { counted } from '../words';

const useStyles = makeStyles({
  date: { '& input': { maxWidth: '160px' } },
  link: { justifyContent: 'space-between', width: '100%', paddingLeft: 0, paddingRight: 0, fontWeight: tokens.fontWeightRegular },
  intro: { display: 'block', margin: `0 0 ${tokens.spacingVerticalM}` },
});

export interface ScreenProps {
  readonly state: PaneState;
  readonly pane: Intentions;
  /** The workbench offers its sample where there is nothing to read. */
  readonly onSample?: (() => void) | undefined;
}

/** Intake's name for a workbook without a single value. */
const isEmpty = (look: Look): boolean => look.plan.refused?.code === 'empty-workbook';

interface RefusedProps {
  readonly refusal: Refusal;
  readonly look: Look;
  readonly onLook: () => void;
  readonly onSample: (() => void) | undefined;
}

function Refused({ refusal, look, onLook, onSample }: RefusedProps): JSX.Element {
  const empty = isEmpty(look);
  return (
    <Message
      icon={empty ? <DocumentRegular /> : <DocumentDismissRegular />}
      title={empty ? 'This workbook is empty' : 'I cannot review this workbook'}
      text={`${refusal.message} ${refusal.remedy}`}
      small={empty ? undefined : `Reason: ${refusal.code}`}
    >
      {empty && onSample && (
        <Button appearance="primary" onClick={onSample}>
          Try the sample
        </Button>
      )}
      {empty && <Button onClick={onLook}>Look again</Button>}
    </Message>
  );
}

const LOCKED = {
  intent: 'info',
  title: 'This workbook is protected',
  text: 'I can find and explain credits. To write sheets, unprotect it first: Review, Unprotect Workbook.',
} as const;
const READ_ONLY = {
  intent: 'info',
  title: 'This workbook is read-only',
  text: 'I can find and explain credits. To colour rows or write sheets, save a copy and open that.',
} as const;
const OUTDATED = { intent: 'warning', title: 'You changed how I read this', text: 'Find credits again to see what it changes.' } as const;

function Standing({ look, outdated }: { readonly look: Look; readonly outdated: boolean }): JSX.Element {
  return (
    <>
      {look.readOnly && <NoticeBar notice={READ_ONLY} />}
      {!look.readOnly && look.structureProtected && <NoticeBar notice={LOCKED} />}
      {outdated && <NoticeBar notice={OUTDATED} />}
    </>
  );
}

function Decided({ scan, state, pane }: ScreenProps & { readonly scan: Scan }): JSX.Element {
  const styles = useStyles();
  const { assumptions } = scan.reading;
  const problems = problemsOf(scan.reading);
  return (
    <>
      <ReadingReport reading={scan.reading} />
      {assumptions.length > 0 && (
        <Section title="What I assumed">
          <Assumptions
            assumptions={assumptions}
            corrections={state.corrections}
            disabled={state.job !== null}
            headings={new Map(scan.plan.sheets.map((sheet) => [sheet.sheet, sheet.headings ?? []]))}
            onChange={(key, value) => pane.dispatch({ type: 'correct', key, value })}
          />
        </Section>
      )}
      <Section title="What I could not read">
        {problems.length === 0 ? (
          <Body1>Nothing: every row was read.</Body1>
        ) : (
          <Button
            appearance="transparent"
            className={styles.link}
            icon={<ChevronRightRegular />}
            iconPosition="after"
            onClick={() => pane.dispatch({ type: 'go', screen: 'problems' })}
          >
            {counted(problems.length, 'problem')}, each with what to do
          </Button>
        )}
      </Section>
    </>
  );
}

// Seldom seen: loaded when first opened.
const SaveProfile = lazy(async () => ({ default: (await import('../parts/ProfileBox')).SaveProfile }));
const CarriedOver = lazy(async () => ({ default: (await import('../parts/CarriedOver')).CarriedOver }));
const UseProfile = lazy(async () => ({ default: (await import('../parts/ProfileBox')).UseProfile }));

type Box = 'save' | 'use' | null;

interface MoreProps {
  readonly pane: Intentions;
  readonly look: Look;
  /** Credits were found and stand. */
  readonly found: boolean;
  readonly onBox: (box: Box) => void;
  readonly onCarry: () => void;
}

function More({ pane, look, found, onBox, onCarry }: MoreProps): JSX.Element {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label="More" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<ArrowClockwiseRegular />} onClick={pane.look}>
            Read the workbook again
          </MenuItem>
          <MenuItem disabled={look.plan.sheets.every(({ role }) => role === 'own' || role === 'ignored')} onClick={() => onBox('save')}>
            Save this reading as a profile …
          </MenuItem>
          <MenuItem onClick={() => onBox('use')}>Use a profile …</MenuItem>
          <MenuItem onClick={onCarry}>Carry over from a reviewed file …</MenuItem>
          <MenuItem disabled={!found} onClick={pane.medicare}>
            Medicare report (CMS-838)
          </MenuItem>
          <MenuItem onClick={pane.clear}>Clear highlights</MenuItem>
          <MenuItem disabled={look.own.length === 0} onClick={pane.askRemoval}>
            Remove the sheets I wrote …
          </MenuItem>
          <MenuItem onClick={() => pane.dispatch({ type: 'go', screen: 'settings' })}>Settings</MenuItem>
          <MenuItem onClick={() => pane.dispatch({ type: 'go', screen: 'about' })}>About</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function AsOf({ state, pane }: ScreenProps): JSX.Element {
  const iso = toIso(state.asOf) ?? '';
  const change = (text: string): void => {
    const asOf = fromIso(text);
    if (asOf !== null) pane.dispatch({ type: 'asOf', asOf });
  };
  return (
    <Section title="As of">
      <Field hint="Ages and deadlines count to this day." className={useStyles().date}>
        <Input type="date" aria-label="As of" value={iso} onChange={(_event, data) => change(data.value)} />
      </Field>
    </Section>
  );
}

function Found({ state, pane, look }: ScreenProps & { readonly look: Look }): JSX.Element {
  const styles = useStyles();
  const correct: Correct = (key, value) => pane.dispatch({ type: 'correct', key, value });
  const used = look.plan.sheets.filter((sheet) => sheet.columns.length > 0 && sheet.role !== 'ignored' && sheet.role !== 'own');
  const unused = look.plan.sheets.filter((sheet) => !used.includes(sheet) && sheet.role !== 'own');
  return (
    <>
      <Body1 as="p" className={styles.intro}>
        {used.length === 0 || look.plan.refused ? 'These are the sheets I saw.' : `I will read ${counted(used.length, 'sheet')}. Is this right?`}
      </Body1>
      {(used.length === 0 ? unused : used).map((sheet) => (
        <SheetCard key={`${sheet.sheet}:${sheet.headerRow}`} plan={sheet} disabled={state.job !== null} onCorrect={correct} />
      ))}
      {used.length > 0 && <UnusedSheets plans={unused} disabled={state.job !== null} onCorrect={correct} />}
      <Corrections corrections={look.corrections ?? []} sheets={look.plan.sheets} disabled={state.job !== null} onForget={pane.forget} />
      {state.scan && <GrainChoice reading={state.scan.reading} wanted={state.grain} onChoose={(grain) => pane.dispatch({ type: 'grain', grain })} />}
      {used.length > 0 && !look.plan.refused && <AsOf state={state} pane={pane} />}
      {state.scan && <Decided scan={state.scan} state={state} pane={pane} />}
    </>
  );
}

function Foot({ state, pane, ready }: ScreenProps & { readonly ready: boolean }): JSX.Element {
  const again = state.scan !== null;
  return (
    <>
      <Button appearance={again && !state.outdated ? 'secondary' : 'primary'} disabled={!ready || state.job !== null} onClick={pane.find}>
        {again ? 'Find credits again' : 'Find credits'}
      </Button>
      {state.scan?.review && (
        <Button appearance={state.outdated ? 'secondary' : 'primary'} onClick={() => pane.dispatch({ type: 'go', screen: 'results' })}>
          Back to the results
        </Button>
      )}
    </>
  );
}

export function ReadScreen({ state, pane, onSample }: ScreenProps): JSX.Element {
  const { look, job } = state;
  const [box, setBox] = useState<Box>(null);
  const close = (): void => setBox(null);
  const reviewed = useRef<HTMLInputElement>(null);
  const refusal = look?.plan.refused ?? state.scan?.refused ?? null;
  const working = job !== null && job.kind !== 'look';
  return (
    <Layout
      title="What I read"
      actions={
        look && <More pane={pane} look={look} found={Boolean(state.scan?.review) && !state.outdated} onBox={setBox} onCarry={() => reviewed.current?.click()} />
      }
      foot={refusal && look?.plan.refused ? undefined : <Foot state={state} pane={pane} ready={look !== null} />}
    >
      {state.notice && (
        <NoticeBar
          notice={state.notice}
          onDismiss={() => pane.dispatch({ type: 'notice', notice: null })}
          action={!look && <Button onClick={pane.look}>Try again</Button>}
        />
      )}
      <input
        ref={reviewed}
        type="file"
        hidden
        accept=".xlsx,.xlsm"
        aria-label="Reviewed file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) pane.carryOver(file);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      {working && <JobView job={job} onCancel={pane.cancel} />}
      {!look && job?.kind === 'look' && <Spinner label="Looking at the workbook" style={{ paddingTop: 32 }} />}
      {look && !working && (
        <>
          {refusal && <Refused refusal={refusal} look={look} onLook={pane.look} onSample={onSample} />}
          <Standing look={look} outdated={state.outdated} />
          <Suspense fallback={<Spinner label="Opening" />}>
            {box === 'save' && <SaveProfile look={look} state={state} pane={pane} onClose={close} />}
            {state.carried && <CarriedOver file={state.carried} look={look} disabled={job !== null} onLeaveOut={() => pane.carryOver(null)} />}
            {box === 'use' && <UseProfile look={look} state={state} pane={pane} onClose={close} />}
          </Suspense>
          {!(refusal && isEmpty(look)) && <Found state={state} pane={pane} look={look} />}
          <AddFile disabled={job !== null || look.readOnly || look.structureProtected} onFiles={pane.addFiles} />
        </>
      )}
    </Layout>
  );
}
