/** Makes a default policy row from the few columns it fills (domain.md 4.9). */
import { NO_DAY, fromIso } from '../day';
import type { Day } from '../day';
import type { PolicyRow } from './policy';
import { SOURCES } from './sources';
import type { SourceId } from './sources';

export interface RowDraft extends Partial<Omit<PolicyRow, 'effectiveFrom' | 'effectiveTo' | 'id' | 'topic' | 'key' | 'value'>> {
  /** Inclusive ISO days; left out = open. */
  readonly from?: string;
  readonly to?: string;
  readonly source?: SourceId;
}

const dayOrOpen = (iso: string | undefined): Day => (iso === undefined ? NO_DAY : (fromIso(iso) ?? NO_DAY));

/** A row with everything not given empty, jurisdiction US, status ACTIVE; a sourced row says when its source was read. */
export function policyRow(id: string, topic: PolicyRow['topic'], key: string, value: string, draft: RowDraft = {}): PolicyRow {
  const { from, to, source, ...given } = draft;
  return {
    id,
    topic,
    key,
    value,
    jurisdiction: 'US',
    payerClass: '',
    providerType: '',
    trigger: '',
    unit: '',
    exceptions: '',
    status: 'ACTIVE',
    citation: '',
    sourceUrl: source === undefined ? '' : SOURCES[source],
    verifiedOn: source === undefined ? '' : 'late 2026',
    verifiedBy: '',
    notes: '',
    effectiveFrom: dayOrOpen(from),
    effectiveTo: dayOrOpen(to),
    ...given,
  };
}
