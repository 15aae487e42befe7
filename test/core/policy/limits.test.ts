/** Periods of single rows: recoupment (domain.md 4.7) and dormancy (4.8), with rows of a person's own. */
import { after } from '../../../src/core/policy/calendar';
import { dormantOn, recoupmentLimit } from '../../../src/core/policy/limits';
import { policyFrom } from '../../../src/core/policy/load';
import { toIso } from '../../../src/core/day';
import type { PayerClass } from '../../../src/core/ledger';
import { on } from '../harness';

const row = (topic: string, key: string, more: Record<string, unknown>): Record<string, unknown> => ({
  policy_id: 'MY',
  topic,
  key,
  jurisdiction: 'NV',
  value: 6,
  unit: 'months',
  status: 'ACTIVE',
  ...more,
});
const until = (limit: ReturnType<typeof dormantOn>): string | null => (limit === null ? 'no row' : toIso(limit.until));

describe('recoupment', () => {
  const asked = (more: Record<string, unknown>, payerClass: PayerClass = 'commercial', state = 'NV'): string | null => {
    const payer = { kind: 'payer', name: 'P', aliases: [], payerClass, federal: payerClass === 'medicare' } as const;
    return until(recoupmentLimit(policyFrom([row('RECOUP_LIMIT', 'general', more)], on('2026-06-30')).policy, state, payer, on('2026-01-31'), false));
  };
  it.each<[string, string | null, string | null]>([
    ['of a state: 6 months from a month end', asked({}), '2026-07-31'],
    ['state in small letters with blanks', asked({}, 'commercial', ' nv '), '2026-07-31'],
    ['another state', asked({}, 'commercial', 'UT'), 'no row'],
    ['for federal payers, asked for Medicare', asked({ payer_class: 'federal' }, 'medicare'), '2026-07-31'],
    ['for federal payers, asked for another', asked({ payer_class: 'federal' }), 'no row'],
    ['for hospitals, provider not known', asked({ provider_type: 'hospital' }), '2026-07-31'],
    ['that says none: no limit, whatever its unit', asked({ value: 'none' }), null],
    ['not in force when it was paid', asked({ effective_from: '2026-02-01' }), 'no row'],
    ['in force when it was paid', asked({ effective_to: '2026-01-31' }), '2026-07-31'],
  ])('%s', (_name, found, expected) => expect(found).toBe(expected));
});

describe('dormancy', () => {
  const asked = (more: Record<string, unknown>): string | null =>
    until(dormantOn(policyFrom([row('ESCHEAT', 'patient_credit', more)], on('2026-06-30')).policy, 'NV', on('2024-02-29')));
  it.each<[string, string | null, string | null]>([
    ['of a state: 6 months', asked({}), '2024-08-29'],
    ['of self-pay money', asked({ payer_class: 'self-pay' }), '2024-08-29'],
    ['of commercial money', asked({ payer_class: 'commercial' }), 'no row'],
    ['of federal money', asked({ payer_class: 'federal' }), 'no row'],
  ])('%s', (_name, found, expected) => expect(found).toBe(expected));
});

it('a unit that is no period gives no day', () => expect([after(on('2026-01-31'), 5, 'cents'), after(on('2026-01-31'), 5, '')]).toEqual([null, null]));
