/** The files of a person added one after the other, and what came of them in one notice. */
import type { Added, OnProgress, Session } from '../app/session';
import type { Notice } from './paneState';
import { counted } from './words';

/** More than a million rows of text take. */
const MOST_BYTES = 500_000_000;
const MOST_SAID = 3;

/** Rejects as Session.addFile does; files before the one that failed stay. */
export async function addAll(session: Session, files: readonly File[], onProgress: OnProgress, signal: AbortSignal): Promise<Notice> {
  const said: string[] = [];
  let [added, trouble] = [0, 0];
  for (const file of files) {
    const told = await addOne(session, file, onProgress, signal);
    const { sheets, problems, refused } = told;
    if (sheets.length > 0) said.push(sheetWords(told));
    if (problems.length > 0) said.push(problemWords(problems.map(({ message }) => message)));
    if (refused) said.push(`${file.name}: ${refused.message} ${refused.remedy}`);
    added += sheets.length;
    trouble += problems.length + (refused ? 1 : 0);
  }
  const title = added === 0 ? 'Nothing was added' : `${counted(added, 'sheet')} added`;
  return { intent: trouble > 0 ? 'warning' : 'success', title, text: said.join(' ') };
}

async function addOne(session: Session, file: File, onProgress: OnProgress, signal: AbortSignal): Promise<Added> {
  if (file.size > MOST_BYTES)
    return refusal('The file is larger than a worksheet can hold.', 'Export a shorter period, or split the file, then add the parts.');
  try {
    return await session.addFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, onProgress, signal);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotReadableError') throw error;
    return refusal('The file could not be opened.', 'Close it in other programs, then add it again.');
  }
}

const refusal = (message: string, remedy: string): Added => ({ sheets: [], problems: [], refused: { code: 'file-not-opened', message, remedy } });

const sheetWords = ({ sheets }: Added): string =>
  `${sheets.map(({ sheet, rows }) => (rows === null ? sheet : `${sheet} (${counted(rows, 'row')})`)).join(', ')}. Check below how I read it.`;

const problemWords = (messages: readonly string[]): string =>
  `Not read: ${messages.slice(0, MOST_SAID).join(' ')}${messages.length > MOST_SAID ? ` And ${messages.length - MOST_SAID} more.` : ''}`;
