/** Who writes a letter, and the reason sentence of a cause, from rows of topic LETTER. As of 30 June 2026. */
import { CAUSE_IDS } from '../../../src/core/credit';
import { letterWords } from '../../../src/core/policy/letterWords';
import { policyFrom } from '../../../src/core/policy/load';
import { on } from '../harness';

const AS_OF = on('2026-06-30');
const row = (key: string, value: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  policy_id: `LT-${key}`,
  topic: 'LETTER',
  key,
  jurisdiction: 'US',
  value,
  unit: 'text',
  status: 'ACTIVE',
  ...more,
});
const wordsOf = (...rows: Record<string, unknown>[]): ReturnType<typeof letterWords> => letterWords(policyFrom(rows, AS_OF).policy);

describe('a text of the sender', () => {
  it('is found whatever its case', () => {
    const words = wordsOf(row('signer_name', 'Ada Byrd', { key: 'Signer_Name' }));
    expect([words.of('signer_name'), words.of('SIGNER_NAME')]).toEqual(['Ada Byrd', 'Ada Byrd']);
  });
  it('is empty when it says none, when nobody wrote it and when the key is unknown', () => {
    const words = wordsOf(row('signer_title', 'none'), row('contact_name', ''));
    expect([words.of('signer_title'), words.of('contact_name'), words.of('fax')]).toEqual(['', '', '']);
  });
  it('holds in its days only', () => {
    const words = wordsOf(row('contact_phone', '555-0100', { effective_to: '2026-06-29' }), row('signer_name', 'Ada Byrd', { effective_to: '2026-06-30' }));
    expect([words.of('contact_phone'), words.of('signer_name')]).toEqual(['', 'Ada Byrd']);
  });
});

describe('a reason', () => {
  it('is the sentence of the cause for that audience', () => {
    const words = wordsOf(row('reason:C01:payer', 'Paid twice by you.'), row('reason:C01:patient', 'You paid twice.'));
    expect([words.reason('C01', 'payer'), words.reason('C01', 'patient')]).toEqual(['Paid twice by you.', 'You paid twice.']);
  });
  it('is the one for all others where the cause has none', () => {
    const off = ['reason:C08:payer', 'reason:C08:patient'].map((key) => row(key, '', { status: 'PROPOSED' }));
    const words = wordsOf(
      row('reason:other:payer', 'More than due.'),
      row('reason:other:patient', 'More than your share.'),
      row('reason:C01:payer', 'none'),
      ...off,
    );
    expect([words.reason('C08', 'payer'), words.reason('C08', 'patient'), words.reason('C01', 'payer')]).toEqual([
      'More than due.',
      'More than your share.',
      'More than due.',
    ]);
  });
  it('of its own stands there for every cause and audience, and patients read no word of the trade', () => {
    const { of } = wordsOf();
    const own = (audience: string): string[] => [...CAUSE_IDS, 'other'].map((cause) => of(`reason:${cause}:${audience}`));
    for (const sentences of [own('payer'), own('patient')]) {
      expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
      expect(new Set(sentences).size).toBe(CAUSE_IDS.length + 1);
    }
    const trade =
      /\b(contractual|adjust\w*|posting|posted|ledger|payer|claim|remit\w*|takeback|recoup\w*|capitat\w*|allowed|coordination|primary|liabil\w*|write-off|bucket)\b/i;
    expect(own('patient').filter((sentence) => trade.test(sentence))).toEqual([]);
    expect(own('payer').some((sentence) => trade.test(sentence))).toBe(true);
  });
});
