/** Last month's reviewed file chosen in the pane. */
import type { Reviewed, Session } from '../app/session';
import type { Happening } from './paneState';

/** What comes of it: the file with its tables, or why it is refused. */
export async function carried(session: Session, file: File): Promise<Happening> {
  const { name } = file;
  const { refused, ...found } = await looked(session, file);
  if (!refused) return { type: 'carried', file: { name, ...found } };
  return { type: 'refused', notice: { intent: 'warning', title: `Nothing is carried over from ${name}`, text: `${refused.message} ${refused.remedy}` } };
}

async function looked(session: Session, file: File): Promise<Reviewed> {
  try {
    return await session.readReviewed({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotReadableError') throw error;
    const refused = { code: 'file-not-opened', message: 'The file could not be opened.', remedy: 'Close it in other programs, then choose it again.' };
    return { previous: new Map(), sheets: [], refused };
  }
}
