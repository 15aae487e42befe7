/**
 * Invented payers: one for each payer of the source, of the same class, so that they are told apart and joined as before. Government programmes keep
 * their names.
 */
import { classFromWords, isPatientName, payerKey } from '../../intake/payers';
import type { PayerClass } from '../../core/ledger';
import { PAYER_KIND_WORDS, PROGRAMME_WORDS } from './vocabulary';
import type { WordMask } from './wordMask';

/** What is added to an invented name so that its words say the class. */
const SAYS: Partial<Record<PayerClass, string>> = {
  'medicare-advantage': 'Medicare Advantage',
  'medicaid-managed': 'Medicaid Managed',
  commercial: 'Health Plan',
  'workers-comp': 'Workers Comp',
  auto: 'Auto',
  liability: 'Liability',
  fehb: 'Federal Employee',
  va: 'VA Community Care',
  tricare: 'Tricare',
  medicaid: 'Medicaid',
  medicare: 'Medicare',
  chip: 'CHIP',
  'self-pay': 'Self Pay',
};
const ENDINGS = ['', ' Inc', ' Insurance', ' Corp', ' LLC', ' Company', ' Ins', ' Incorporated'] as const;

export class PayerNames {
  private readonly groups = new Map<string, { readonly name: string; readonly spellings: Map<string, string> }>();

  private readonly given = new Set<string>();

  constructor(private readonly words: WordMask) {}

  /** The invented name; the same spelling always becomes the same, another spelling of one payer another spelling of one name. */
  of(raw: string): string {
    const name = raw.trim();
    if (name === '' || isPatientName(name) || this.isProgramme(name)) return raw;
    const key = payerKey(name);
    let group = this.groups.get(key);
    if (!group) this.groups.set(key, (group = { name: this.invent(key, classFromWords(name)), spellings: new Map() }));
    let spelling = group.spellings.get(name);
    if (spelling === undefined) {
      spelling = group.name + (ENDINGS[group.spellings.size % ENDINGS.length] ?? '');
      if (name === name.toUpperCase() && name !== name.toLowerCase()) spelling = spelling.toUpperCase();
      group.spellings.set(name, spelling);
    }
    return raw.replace(name, () => spelling);
  }

  private isProgramme(name: string): boolean {
    const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.some((word) => PROGRAMME_WORDS.has(word)) && words.every((word) => PAYER_KIND_WORDS.has(word));
  }

  private invent(key: string, payerClass: PayerClass): string {
    let own = '';
    for (let word = /[a-z]{3,}/.exec(key)?.[0] ?? 'payer'; own === '' || this.given.has(own); word += 'x') own = this.words.of(word);
    this.given.add(own);
    const name = `${(own[0] ?? '').toUpperCase()}${own.slice(1)}`;
    const says = SAYS[payerClass];
    return says === undefined ? name : `${name} ${says}`;
  }
}
