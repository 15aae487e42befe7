/** What a row is, from its type, code, description, method, comment and reason codes (domain.md 1.4). Rows that say the same are looked at once. */
import { Kind } from '../core/ledger';
import { chosenFor } from './corrections';
import type { Ints } from './grow';
import { Pairs } from './grow';
import type { Stage } from './stage';
import { classifyWords, kindNamed, normaliseWords, refine } from './types';
import type { TypeMeaning } from './types';

export const plainMeaning = (kind: Kind, party: 'payer' | 'patient' | null = null, generic = false, direction: 0 | 1 | -1 = 0): TypeMeaning => ({
  kind,
  party,
  generic,
  direction,
  source: 'words',
});

/** What the bank says: a notice that moves no money. */
export const NOTICE = plainMeaning(Kind.BankReturn);
const RETURNABLE: ReadonlySet<Kind> = new Set([Kind.Unknown, Kind.Payment, Kind.WriteOff, Kind.AdjustmentReversal, Kind.PaymentReversal]);
const BANK_RETURN =
  / (nsf|bank returns?|bank returned|returned (by )?bank|returned (check|cheque|item|payment|ach|eft)|return item|check returned|bounced|insufficient funds|bad check) /;
/** True for "Bank return", "NSF" and the like; not for the fee of one, nor for writing one off. */
function saysReturned(text: string): boolean {
  if (text === '' || text.length > 200) return false;
  const words = ` ${normaliseWords(text)} `;
  return BANK_RETURN.test(words) && !/ (fee|fees|charge|writeoff|wo|write off|not|reversal of|redeposit|redeposited) /.test(words);
}

/** What a row is called: its type, else its code, else its description. */
export const labelOf = (stage: Stage, row: number): string => stage.text('type', row) || stage.text('code', row) || stage.text('description', row);

/** The texts and corrections a meaning depends on. */
export interface MeaningContext {
  readonly texts: readonly string[];
  readonly codeMap: ReadonlyMap<string, string>;
  readonly corrections: Readonly<Record<string, string>>;
}

/** Columns that make a general type more exact, in the order they are heard. */
const REFINING = ['description', 'method', 'comment', 'carc', 'group'] as const;

export class RowMeanings {
  private readonly types: Ints | null;
  private readonly codes: Ints | null;
  /** The refining columns that the sheet has, each with the pairs that number its combinations. */
  private readonly more: readonly { readonly ids: Ints; readonly pairs: Pairs }[];
  private readonly firsts = new Pairs();
  private readonly bases: (TypeMeaning | undefined)[] = [];
  private readonly words: (TypeMeaning | undefined)[] = [];
  private readonly combined: (TypeMeaning | undefined)[] = [];
  private readonly startPairs = new Pairs();
  private readonly bare = new Map<TypeMeaning, number>();

  /** `withoutAmount`: whether a row names no amount at all. */
  constructor(
    private readonly stage: Stage,
    private readonly context: MeaningContext,
    private readonly sheetType: string,
    private readonly withoutAmount: (row: number) => boolean,
  ) {
    this.types = stage.ids('type');
    this.codes = stage.ids('code');
    this.more = REFINING.flatMap((field) => {
      const ids = stage.ids(field);
      return ids === null ? [] : [{ ids, pairs: new Pairs() }];
    });
  }

  of(row: number): TypeMeaning {
    const typeId = this.types?.get(row) ?? 0;
    const codeId = this.codes?.get(row) ?? 0;
    const first = this.firsts.of(typeId, codeId);
    const base = (this.bases[first] ??= this.fromType(typeId, codeId));
    return base.generic || base.kind === Kind.Memo ? this.refinedFrom(base, row, this.startPairs.of(first, 0)) : base;
  }

  /** A meaning that does not come from the row's own type, made more exact by its words. */
  refined(base: TypeMeaning, row: number): TypeMeaning {
    let number = this.bare.get(base);
    if (number === undefined) this.bare.set(base, (number = this.bare.size));
    return this.refinedFrom(base, row, this.startPairs.of(number, 1));
  }

  private fromType(typeId: number, codeId: number): TypeMeaning {
    const { texts, codeMap, corrections } = this.context;
    const type = texts[typeId] as string;
    const code = texts[codeId] as string;
    for (const text of [code, type]) {
      const chosen = kindNamed(chosenFor(corrections, 'type', this.stage.sheet, text) ?? '');
      if (text !== '' && chosen !== null) return { ...classifyWords(text, codeMap), kind: chosen, generic: false, source: 'map' };
    }
    const fromCode = classifyWords(code, codeMap);
    if (fromCode.source === 'map') return fromCode;
    const fromType = classifyWords(type, codeMap);
    if (fromType.source === 'map') return fromType;
    if (fromType.source === 'none') return fromCode.source === 'none' && type === '' && this.sheetType !== '' ? this.fromSheetName() : fromCode;
    return code === '' ? fromType : refine(fromType, fromCode, false);
  }

  private fromSheetName(): TypeMeaning {
    return this.sheetType === 'Bank return' ? plainMeaning(Kind.BankReturn) : classifyWords(this.sheetType, new Map());
  }

  private wordsOf(id: number): TypeMeaning {
    let meaning = this.words[id];
    if (meaning === undefined) {
      meaning = classifyWords(this.context.texts[id] as string, this.context.codeMap);
      this.words[id] = meaning;
    }
    return meaning;
  }

  private refinedFrom(base: TypeMeaning, row: number, start: number): TypeMeaning {
    let key = start;
    for (const { ids, pairs } of this.more) key = pairs.of(key, ids.get(row));
    const meaning = (this.combined[key] ??= this.combine(base, row));
    return this.returned.has(meaning) && this.withoutAmount(row) ? NOTICE : meaning;
  }

  private combine(base: TypeMeaning, row: number): TypeMeaning {
    const [description, method, comment] = [this.stage.id('description', row), this.stage.id('method', row), this.stage.id('comment', row)];
    let meaning = refine(base, this.wordsOf(description), false);
    meaning = refine(meaning, this.wordsOf(method), true);
    if (comment !== 0 && (this.context.texts[comment] as string).length < 80) meaning = refine(meaning, this.wordsOf(comment), false);
    meaning = this.byReason(meaning, row);
    if (saysReturned(this.context.texts[description] as string)) meaning = this.returnedBy(meaning);
    return meaning.source === 'none' ? this.answered(meaning, row) : meaning;
  }

  /** A row that no word tells, by what a person said of its label; '' when the row has none. */
  private answered(meaning: TypeMeaning, row: number): TypeMeaning {
    const chosen = kindNamed(chosenFor(this.context.corrections, 'type', this.stage.sheet, labelOf(this.stage, row)) ?? '');
    return chosen === null ? meaning : { ...meaning, kind: chosen, generic: false, source: 'map' };
  }

  private readonly returned = new Set<TypeMeaning>();
  /** A row of a general type whose description says that the bank sent a payment back (domain.md 2.2, C21). */
  private returnedBy(meaning: TypeMeaning): TypeMeaning {
    if (meaning.kind === Kind.Memo) return NOTICE;
    if (!RETURNABLE.has(meaning.kind)) return meaning;
    const found: TypeMeaning = { ...plainMeaning(Kind.PaymentReversal, meaning.party), source: meaning.source === 'map' ? 'map' : 'words' };
    this.returned.add(found);
    return found;
  }
  /** A general adjustment told apart by its group and reason codes (domain.md 1.5). */
  byReason(meaning: TypeMeaning, row: number): TypeMeaning {
    if (!meaning.generic || meaning.kind !== Kind.WriteOff) return meaning;
    const reason = `${this.stage.text('group', row)} ${this.stage.text('carc', row)}`.toUpperCase();
    if (reason.trim() === '') return meaning;
    if (/\b253\b/.test(reason)) return { ...meaning, kind: Kind.Sequestration, generic: false };
    if (/\bPR\b/.test(reason)) return { ...meaning, kind: Kind.TransferBucket, generic: false };
    if (/\bCO\b|^\s*0*(45|24|59|97)\s*$/.test(reason)) return { ...meaning, kind: Kind.Contractual, generic: false };
    return meaning;
  }
}
