/** What the Credit policy sheet says of letters: who writes, and the reason of a cause for an audience. */
import type { CauseId } from '../credit';
import type { Policy } from './policy';
import { inForce, rowsOfTopic } from './resolve';

export interface LetterWords {
  /** A text of the sender by key, for example "signer_name"; '' when the person wrote none. */
  readonly of: (key: string) => string;
  /** The sentence of the cause, else the one for all others. */
  readonly reason: (cause: CauseId, audience: 'payer' | 'patient') => string;
}

export function letterWords(policy: Policy): LetterWords {
  const rows = rowsOfTopic(policy.rows, 'LETTER').filter((row) => inForce(row, policy.asOf));
  const words = new Map(rows.map((row) => [row.key.toLowerCase(), row.value === 'none' ? '' : row.value]));
  const of = (key: string): string => words.get(key.toLowerCase()) ?? '';
  return { of, reason: (cause, audience) => of(`reason:${cause}:${audience}`) || of(`reason:other:${audience}`) };
}
