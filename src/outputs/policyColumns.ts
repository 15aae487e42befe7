/** The columns of *Credit policy*, as domain.md 4.9 names them. All of it is a person's. */
import { STATUSES, TOPICS, TRIGGERS } from '../core/policy/readRow';
import { typed } from './columns';
import type { ColumnSpec } from './edit';

export const POLICY_COLUMNS = [
  typed('id', 'policy_id', 'text', 22),
  typed('topic', 'topic', 'text', 16, TOPICS),
  typed('key', 'key', 'text', 24),
  typed('jurisdiction', 'jurisdiction', 'text', 11),
  typed('payerClass', 'payer_class', 'text', 16),
  typed('providerType', 'provider_type', 'text', 13),
  typed(
    'trigger',
    'trigger',
    'text',
    16,
    TRIGGERS.filter((trigger) => trigger !== ''),
  ),
  typed('value', 'value', 'text', 14),
  typed('unit', 'unit', 'text', 14),
  typed('exceptions', 'exceptions', 'text', 24),
  typed('effectiveFrom', 'effective_from', 'date', 13),
  typed('effectiveTo', 'effective_to', 'date', 13),
  typed('status', 'status', 'text', 12, STATUSES),
  typed('citation', 'citation', 'text', 26),
  typed('sourceUrl', 'source_url', 'text', 26),
  typed('verifiedOn', 'verified_on', 'text', 12),
  typed('verifiedBy', 'verified_by', 'text', 12),
  typed('notes', 'notes', 'text', 60),
] as const satisfies readonly ColumnSpec[];

export type PolicyKey = (typeof POLICY_COLUMNS)[number]['key'];
