/**
 * Payer names: spellings of one payer joined, its class told from its words, the patient told from a payer (domain.md 2.1 step 1; P20).
 * Only spellings that differ in form are joined (abbreviation, state name, company ending); names are never joined because they look alike.
 */
import type { Party, PayerClass } from '../core/ledger';
import type { Policy } from '../core/policy/policy';
import { textHash } from './corrections';
import type { Corrections } from './corrections';
import { normaliseWords } from './types';

const STATES: readonly (readonly [string, string])[] = [
  ['alabama', 'al'],
  ['alaska', 'ak'],
  ['arizona', 'az'],
  ['arkansas', 'ar'],
  ['california', 'ca'],
  ['colorado', 'co'],
  ['connecticut', 'ct'],
  ['delaware', 'de'],
  ['florida', 'fl'],
  ['georgia', 'ga'],
  ['hawaii', 'hi'],
  ['idaho', 'id'],
  ['illinois', 'il'],
  ['indiana', 'in'],
  ['iowa', 'ia'],
  ['kansas', 'ks'],
  ['kentucky', 'ky'],
  ['louisiana', 'la'],
  ['maine', 'me'],
  ['maryland', 'md'],
  ['massachusetts', 'ma'],
  ['michigan', 'mi'],
  ['minnesota', 'mn'],
  ['mississippi', 'ms'],
  ['missouri', 'mo'],
  ['montana', 'mt'],
  ['nebraska', 'ne'],
  ['nevada', 'nv'],
  ['new hampshire', 'nh'],
  ['new jersey', 'nj'],
  ['new mexico', 'nm'],
  ['new york', 'ny'],
  ['north carolina', 'nc'],
  ['north dakota', 'nd'],
  ['ohio', 'oh'],
  ['oklahoma', 'ok'],
  ['oregon', 'or'],
  ['pennsylvania', 'pa'],
  ['rhode island', 'ri'],
  ['south carolina', 'sc'],
  ['south dakota', 'sd'],
  ['tennessee', 'tn'],
  ['texas', 'tx'],
  ['utah', 'ut'],
  ['vermont', 'vt'],
  ['west virginia', 'wv'],
  ['virginia', 'va'],
  ['washington', 'wa'],
  ['wisconsin', 'wi'],
  ['wyoming', 'wy'],
];
/** Blue Shield alone is another company than Blue Cross in some states, so it is not joined with it. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(blue ?cross (and )?blue ?shield|bcbs|bc bs|blue ?cross)\b/g, 'bcbs'],
  [/\bbcbs ?([a-z]{2})\b/g, 'bcbs $1'],
  [/\b(united ?health ?care|united health|uhc)\b/g, 'uhc'],
  [/\b(mcr|mcare|medicare part (a|b)|medicare (a|b))\b/g, 'medicare'],
  [/\b(mcd|mcaid)\b/g, 'medicaid'],
  [/\b(tri care|champus)\b/g, 'tricare'],
  [/\b(workers|workmans|workmen s|worker s|work) comp(ensation)?\b/g, 'workers comp'],
  [/\b(adv|advtg|advant)\b/g, 'advantage'],
];
const ENDINGS = /\b(incorporated|inc|llc|ltd|corporation|corp|company|co|insurance|ins|of|the|and)\b/g;

/** The spelling-free key of a payer name: two names with one key are one payer. */
export function payerKey(raw: string): string {
  let words = ` ${normaliseWords(raw.replace(/[’']/g, ' '))} `;
  for (const [name, code] of STATES) if (words.includes(` ${name} `)) words = words.replace(` ${name} `, ` ${code} `);
  words = words.replace(/\bof ([a-z]{2})\b/g, '$1');
  const colorado = /\bbcbs co\b|\bmedicaid co\b|\bblue ?cross.* co\b/.test(words);
  for (const [form, spelling] of SPELLINGS) words = words.replace(form, spelling);
  const stripped = words
    .replace(ENDINGS, (word) => (colorado && word === 'co' ? word : ' '))
    .replace(/\s+/g, ' ')
    .trim();
  return stripped === '' ? words.trim() : stripped;
}

const PATIENT_NAMES = new Set([
  'patient',
  'self',
  'self pay',
  'selfpay',
  'pt',
  'pat',
  'guarantor',
  'guar',
  'patient payment',
  'patient pay',
  'private pay',
  'uninsured',
  'self payment',
  'personal',
  'patient self',
  'client',
  'sp',
  'p',
  'none self pay',
  'responsible party',
  'patient responsibility',
  'pt resp',
  'subscriber',
  'cash',
  'patient guarantor',
  'no insurance',
  'self insured patient',
]);

/** True for PATIENT, SELF, SELF PAY, guarantor and the like. */
export const isPatientName = (raw: string): boolean =>
  PATIENT_NAMES.has(normaliseWords(raw)) || /^(self ?pay|patient)\b(?!.*\b(first|choice|advocate|health)\b)/.test(normaliseWords(raw));

const CARRIERS =
  'aetna|uhc|cigna|humana|bcbs|anthem|kaiser|wellcare|devoted|blue shield|highmark|healthspring|oscar|ambetter|molina|centene|upmc|geisinger|health net|regence|premera|scan|clover|alignment|amerigroup|elevance|optum|medica|harvard pilgrim|tufts|emblem|oxford|multiplan|meritain|umr|first health|beacon|magellan';
const CLASSES: readonly (readonly [RegExp, PayerClass])[] = [
  [/\b(medigap|medicare supplement|supplemental|med supp|medsupp|aarp supp)\b/, 'commercial'],
  [/\b(railroad medicare|rr medicare|medicare railroad)\b/, 'medicare'],
  [
    new RegExp(
      `\\bmedicare\\b.*\\b(advantage|hmo|ppo|part c|replacement|complete|choice|dual|snp|managed|gold|plus|${CARRIERS})\\b|\\b(advantage|hmo|ppo|part c|managed|${CARRIERS})\\b.*\\bmedicare\\b|\\bma plan\\b|\\bsecure horizons\\b`,
    ),
    'medicare-advantage',
  ],
  [/\bmedicare\b|\b(novitas|palmetto gba|noridian|first coast service|cgs administrators|wps gha|ngs medicare)\b/, 'medicare'],
  [/\bchip\b|\bchildrens health program\b/, 'chip'],
  [
    new RegExp(
      `\\b(medicaid|medi cal)\\b.*\\b(managed|hmo|mco|plan|${CARRIERS}|superior|caresource|healthfirst)\\b|\\b(managed|hmo|mco|${CARRIERS}|superior|caresource|healthfirst)\\b.*\\b(medicaid|medi cal)\\b|\\b(community plan|molina|amerigroup|caresource|superior health|star plus|healthy blue|better health)\\b`,
    ),
    'medicaid-managed',
  ],
  [/\b(medicaid|medi cal|masshealth|ahcccs|tenncare|soonercare|badgercare|peachcare|apple health|husky|mo healthnet)\b/, 'medicaid'],
  [/\b(tricare|humana military|health net federal)\b/, 'tricare'],
  [/\b(champva|veterans|veteran affairs|va ccn|vaccn|triwest|va community care|dept of veterans|department veterans)\b|^va( |$)/, 'va'],
  [/\b(fehb|federal employees?|fep|geha|nalc|apwu|mhbp|federal emp)\b/, 'fehb'],
  [/\b(workers comp|workcomp|work comp|wc|worker comp|sedgwick|state fund|texas mutual|industrial accident|labor industries)\b/, 'workers-comp'],
  [/\b(auto|no fault|mva|pip|geico|progressive|state farm|allstate|farmers auto|motor vehicle|medpay)\b/, 'auto'],
  [/\b(liability|attorney|lien|tpl|settlement|law firm|law office)\b/, 'liability'],
  [/\b(self pay|selfpay|uninsured|private pay)\b/, 'self-pay'],
  [
    new RegExp(`\\b(${CARRIERS}|commercial|health plan|mutual|insurance|assurance|ppo|hmo|epo|pos|benefit|benefits|employer|group|union|trust|life)\\b`),
    'commercial',
  ],
];

/** Class from the name's words, or from a financial class text; 'unknown' when nothing says. */
export function classFromWords(raw: string): PayerClass {
  const words = payerKey(raw);
  const all = normaliseWords(raw);
  for (const [form, payerClass] of CLASSES) if (form.test(words) || (payerClass !== 'va' && form.test(all))) return payerClass;
  return 'unknown';
}

const FIN_CLASSES: Readonly<Record<string, PayerClass>> = {
  mcr: 'medicare',
  mc: 'medicare',
  m: 'medicare',
  ma: 'medicare-advantage',
  mcrhmo: 'medicare-advantage',
  mcd: 'medicaid',
  md: 'medicaid',
  com: 'commercial',
  comm: 'commercial',
  c: 'commercial',
  bc: 'commercial',
  bcbs: 'commercial',
  blue: 'commercial',
  wc: 'workers-comp',
  sp: 'self-pay',
  s: 'self-pay',
  tri: 'tricare',
  va: 'va',
  auto: 'auto',
  mva: 'auto',
  hmo: 'commercial',
  ppo: 'commercial',
  managed: 'commercial',
  'managed care': 'commercial',
  blues: 'commercial',
  other: 'unknown',
  gov: 'unknown',
};
/** Class a financial-class cell names ("MCR", "Medicare Advantage"); 'unknown' for other texts. */
export const classFromFinClass = (raw: string): PayerClass => FIN_CLASSES[normaliseWords(raw)] ?? classFromWords(raw);

export const SEPARATE = 'separate payers';

/** Collects the spellings of each payer; parties are made once all are known, so that row order does not change them. */
export class PayerBook {
  private readonly groups = new Map<string, { readonly names: Map<string, number>; finClasses: Map<PayerClass, number>; canonical: string }>();
  private readonly keyOf = new Map<string, string>();
  constructor(
    private readonly policy: Policy,
    private readonly corrections: Corrections = {},
  ) {}

  /** Group key of a spelling; '' = blank, '\u0001' = the patient. */
  see(raw: string, times = 1): string {
    let key = this.keyOf.get(raw);
    if (key === undefined) {
      key = this.group(raw);
      this.keyOf.set(raw, key);
    }
    const group = this.groups.get(key);
    if (group !== undefined) group.names.set(raw, (group.names.get(raw) ?? 0) + times);
    return key;
  }

  private group(raw: string): string {
    const name = raw.trim();
    if (name === '') return '';
    const alias =
      this.policy.payerAliases.get(payerKey(name)) ?? this.policy.payerAliases.get(normaliseWords(name)) ?? this.policy.payerAliases.get(name.toLowerCase());
    if (alias === undefined && isPatientName(name)) return '\u0001';
    const key = payerKey(alias ?? name);
    if (!this.groups.has(key)) this.groups.set(key, { names: new Map(), finClasses: new Map(), canonical: alias ?? '' });
    return key;
  }

  /** A financial class seen beside this payer as primary. */
  seeClass(key: string, finClass: string): void {
    const group = this.groups.get(key);
    const payerClass = classFromFinClass(finClass);
    if (group !== undefined && payerClass !== 'unknown' && payerClass !== 'self-pay')
      group.finClasses.set(payerClass, (group.finClasses.get(payerClass) ?? 0) + 1);
  }

  /** All parties, by group key, in an order that does not depend on the rows. */
  parties(): Map<string, Party> {
    const made = new Map<string, Party>();
    for (const [key, group] of [...this.groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const aliases = [...group.names].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
      const name = group.canonical !== '' ? group.canonical : (aliases[0] ?? key);
      if (this.isSplit(name) && aliases.length > 1) {
        for (const alias of aliases) made.set(this.apart(key, alias), this.partyOf(key, alias, [alias], group.finClasses));
        this.splits.push({ name, aliases: [...aliases].sort() });
        continue;
      }
      made.set(key, this.partyOf(key, name, [...aliases].sort(), group.finClasses));
    }
    return made;
  }

  /** Groups a person took apart; filled by `parties`. */
  readonly splits: { readonly name: string; readonly aliases: readonly string[] }[] = [];

  private isSplit(name: string): boolean {
    return (this.corrections[`payer:${name}`] ?? this.corrections[`payer:#${textHash(name)}`]) === SEPARATE;
  }

  /** Gives one spelling a key of its own. */
  private apart(key: string, alias: string): string {
    const own = `${key}\u0002${alias}`;
    this.keyOf.set(alias, own);
    return own;
  }

  private partyOf(key: string, name: string, aliases: readonly string[], finClasses: ReadonlyMap<PayerClass, number>): Party {
    const payerClass = this.classOf(key, name, finClasses);
    return { kind: 'payer', name, aliases, payerClass, federal: this.policy.federalClasses.has(payerClass) };
  }

  private classOf(key: string, name: string, finClasses: ReadonlyMap<PayerClass, number>): PayerClass {
    const listed = this.policy.payerClasses.get(key) ?? this.policy.payerClasses.get(normaliseWords(name)) ?? this.policy.payerClasses.get(name.toLowerCase());
    if (listed !== undefined) return listed;
    const words = classFromWords(name);
    if (words !== 'unknown' && words !== 'commercial') return words;
    const total = [...finClasses.values()].reduce((a, b) => a + b, 0);
    const [best] = [...finClasses].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return best !== undefined && best[1] >= total * 0.8 ? best[0] : words;
  }
}
