/** One run of the command line, in the same steps as the pane: open, scan, and with --out highlight and write (design.md 9). */
import { resolve } from 'node:path';
import { createSession } from '../app/createSession';
import { createLocalAnalyst } from '../app/localAnalyst';
import { reviewJson } from '../app/report';
import { selfTestJson } from '../app/selfTestReport';
import type { Profile } from '../app/profile';
import type { Previous, Progress, Scan, Session } from '../app/session';
import type { Day } from '../core/day';
import { saveWorkbook } from '../host/files/save';
import type { Workbook } from '../host/model';
import { startExcel } from '../host/node';
import type { EmbeddedExcel } from '../host/node';
import type { Refusal } from '../intake/contract';
import { readArguments, USAGE, UsageError } from './arguments';
import type { Files, Request } from './arguments';
import { checkedTarget, readPolicyRows, readProfile, writeWhole } from './files';
import { openAll } from './open';
import { previousIn } from './previous';
import { refusalOf, refusedReport } from './refusal';
import type { AnyReport } from './refusal';
import { selfTestTable } from './selfTestTable';
import { lettersLine, summaryOf } from './summary';

export interface Terminal {
  /** Standard output and standard error. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Folder that relative paths start from. */
  readonly from: string;
  readonly today: Day;
  readonly signal: AbortSignal;
}
/** A request with its paths resolved and checked. */
interface Job {
  readonly request: Request;
  readonly inputs: Files;
  readonly out: string | null;
  readonly json: string | null;
  readonly policyRows: readonly Readonly<Record<string, unknown>>[];
  readonly profile: Profile | null;
  /** Last month's reviewed workbook. */
  readonly previous: string | null;
  readonly asOf: Day;
}

export const EXIT = { reviewed: 0, refused: 1, usage: 2, internal: 3 } as const;

/** Runs and returns the exit code of design.md 9. Never throws. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const request = readArguments(argv);
    if (request === 'help') {
      terminal.out(`${USAGE}\n`);
      return EXIT.reviewed;
    }
    return await runJob(jobOf(request, terminal), terminal);
  } catch (error) {
    return failed(error, terminal);
  }
}

function failed(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    terminal.err(`${error.message}\n${USAGE}\n`);
    return EXIT.usage;
  }
  const refusal = refusalOf(error);
  if (refusal !== null) return refuse(refusal, terminal);
  if (terminal.signal.aborted) return refuse({ code: 'stopped', message: 'Stopped.', remedy: 'Nothing was written.' }, terminal);
  terminal.err(`Internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.internal;
}

function refuse({ message, remedy }: Refusal, terminal: Terminal): number {
  terminal.err(`${message} ${remedy}\n`);
  return EXIT.refused;
}

function jobOf(request: Request, terminal: Terminal): Job {
  const [first, ...rest] = request.files;
  const inputs: Files = [resolve(terminal.from, first), ...rest.map((file) => resolve(terminal.from, file))];
  const beside = (path: string | null): string | null => (path === null ? null : resolve(terminal.from, path));
  const [policy, profile, previous] = [beside(request.policy), beside(request.profile), beside(request.previous)];
  const readOnly = [...inputs, policy, profile, previous].filter((path) => path !== null);
  const target = (flag: string, path: string | null): string | null =>
    path === null || path === '-' ? path : checkedTarget(flag, terminal.from, path, readOnly);
  const out = target('--out', request.out);
  const json = target('--json', request.json);
  if (out !== null && out === json) throw new UsageError('--out and --json name the same file.');
  const policyRows = policy === null ? [] : readPolicyRows(policy);
  return {
    request,
    inputs,
    out,
    json,
    policyRows,
    profile: profile === null ? null : readProfile(profile),
    previous,
    asOf: request.asOf ?? terminal.today,
  };
}

async function runJob(job: Job, terminal: Terminal): Promise<number> {
  const report = await reviewed(job, terminal);
  if (job.json === '-') terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else if (job.json !== null) writeWhole(job.json, `${JSON.stringify(report, null, 2)}\n`);
  if (report.refused !== null) return refuse(report.refused, terminal);
  const summary = summaryOf(report) + (report.selfTest ? selfTestTable(report.selfTest) : '') + (job.out === null ? '' : `Written: ${job.out}\n`);
  if (job.json === '-') terminal.err(summary);
  else terminal.out(summary);
  return EXIT.reviewed;
}

/** The report, refused or not; the copy is written on the way. */
async function reviewed(job: Job, terminal: Terminal): Promise<AnyReport> {
  try {
    const { workbook, problems } = openAll(job.inputs, (name) => terminal.err(`Opening ${name}\n`));
    const report = await review(workbook, job, terminal);
    return { ...report, problems: [...problems, ...report.problems] };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refusedReport(job.asOf, job.request.grain, refusal);
  }
}

/** Says each step once. */
function teller(terminal: Terminal): (progress: Progress) => void {
  let last = '';
  return ({ message }) => {
    if (message !== last) terminal.err(`${message}\n`);
    last = message;
  };
}

async function review(workbook: Workbook, job: Job, terminal: Terminal): Promise<AnyReport> {
  const previous = job.previous === null ? null : previousIn(job.previous, terminal);
  const excel = await startExcel(workbook);
  try {
    return await inExcel(excel, job, previous, terminal);
  } finally {
    excel.close();
  }
}

async function inExcel(excel: EmbeddedExcel, job: Job, previous: Previous | null, terminal: Terminal): Promise<AnyReport> {
  const onProgress = teller(terminal);
  const session = createSession({ analyst: createLocalAnalyst(), user: job.request.user, onWaiting: onProgress });
  const { asOf, policyRows, profile, request } = job;
  const options = {
    asOf,
    policyRows,
    ...(request.grain === null ? {} : { grain: request.grain }),
    ...(profile === null ? {} : { profile }),
    ...(previous === null ? {} : { previous }),
  };
  const scan = await session.scan(options, onProgress, terminal.signal);
  const tested = scan.refused === null && request.selfTest ? await session.selfTest(scan, seedIn(request), onProgress, terminal.signal) : null;
  const report = { ...reviewJson(scan), ...(tested === null ? {} : { selfTest: selfTestJson(tested) }) };
  if (scan.refused !== null || job.out === null) return report;
  const refused = await writeCopy(session, scan, job, terminal, onProgress);
  if (refused !== null) return { ...report, refused };
  excel.settle();
  writeWhole(job.out, saveWorkbook(excel.workbook));
  return report;
}

const seedIn = ({ seed }: Request): { readonly seed?: number } => (seed === null ? {} : { seed });

/** Highlights and writes the worksheets into the workbook in memory; the reason when nothing may be written. */
async function writeCopy(session: Session, scan: Scan, job: Job, terminal: Terminal, onProgress: (progress: Progress) => void): Promise<Refusal | null> {
  const { letters, user } = job.request;
  const preview = await session.preview(scan, { letters });
  if (preview.refused !== null) return preview.refused;
  await session.highlight(scan, onProgress, terminal.signal);
  await session.publish(scan, user, onProgress, terminal.signal, { letters });
  if (letters) terminal.err(`${lettersLine(preview)}\n`);
  return null;
}
