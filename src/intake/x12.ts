/**
 * X12 835 remittance text to sheets the reader accepts: claims with provider-level lines, and the adjustments one by one (exports.md hazard 19;
 * domain.md 1.5). Tolerant of form: no ISA or one of other widths, byte-order mark, one line or a segment a line, any component separator, several
 * interchanges. Strict about content: what cannot be read, and totals that do not agree, are Problems.
 */
import type { CellValue, Problem } from './contract';
import { Money, scanMoney } from './money';
import { REMEDIES } from './sentences';

export interface RemittanceSheet {
  readonly name: string;
  readonly values: readonly (readonly CellValue[])[];
}
export interface Parsed835 {
  readonly sheets: readonly RemittanceSheet[];
  /** `row` is the number of the segment in the file. */
  readonly problems: readonly Problem[];
}

const CLAIM_HEADINGS = [
  'Patient Control Number',
  'Patient Name',
  'Payer',
  'Claim Status',
  'ICN',
  'Check/EFT No',
  'Payment Date',
  'DOS',
  'Billed',
  'Paid',
  'Allowed',
  'Patient Resp',
  'Remit Contractual',
  'Sequestration',
  'Prior Paid',
  'Interest',
  'Other Reductions',
  'Reason Codes',
  'Remark Codes',
  'Check Amount',
  'PLB Code',
  'PLB Amount',
] as const;
const ADJUSTMENT_HEADINGS = ['Patient Control Number', 'ICN', 'Level', 'CPT', 'Group Code', 'Reason Code', 'CAS Amount'] as const;

/** True when a text looks like an 835, whatever its file name. */
export const is835 = (text: string): boolean =>
  /^[\s\ufeff]*(ISA[^A-Za-z0-9\s]|ST([^A-Za-z0-9\s])835\2)/.test(text.slice(0, 400)) &&
  /(^|[~\r\n\s])ST([^A-Za-z0-9\s])835\2|(^|.)CLP[^A-Za-z0-9\s]/.test(text);

/** Reads an 835 file. Never throws. `name` names the sheets and the problems. */
export function parse835(text: string, name = '835'): Parsed835 {
  const reader = new Reader835(name);
  for (const part of text.replace(/^[\s\ufeff]+/, '').split(/(?<=[~\r\n\s'|])(?=ISA[^A-Za-z0-9\s])/)) {
    const marks = marksOf(part);
    for (const segment of part.split(marks.segment)) {
      const trimmed = segment.replace(/[\r\n]+/g, '').trim();
      if (trimmed !== '') reader.segment(trimmed.split(marks.element), marks.component);
    }
  }
  return reader.finish();
}

interface Marks {
  readonly element: string;
  readonly component: RegExp;
  readonly segment: string | RegExp;
}

/** Separators from the ISA, wherever its sixteenth element ends, or from the first segments when there is none. */
function marksOf(text: string): Marks {
  const start = /^(?:ISA|GS|ST)(.)/.exec(text);
  const element = start?.[1] ?? '*';
  if (text.startsWith('ISA')) {
    let at = 3;
    for (let n = 1; n < 16 && at >= 0; n++) at = text.indexOf(element, at + 1);
    const component = text[at + 1] ?? ':';
    const end = text[at + 2] ?? '~';
    if (at > 0) return { element, component: componentOf(component), segment: /[\r\n]/.test(end) ? /[\r\n]+/ : end };
  }
  const next = /^[^~\r\n'|]*([~'|])\s*[A-Z]/.exec(text);
  return { element, component: componentOf(':'), segment: next?.[1] ?? /[\r\n~]+/ };
}
const componentOf = (mark: string): RegExp => new RegExp(`[:>${/[\w\s]/.test(mark) ? '' : `\\${mark}`}]`);

interface Adjustment {
  readonly level: 'claim' | 'line';
  readonly cpt: string;
  readonly group: string;
  readonly reason: string;
  readonly cents: number;
}
interface Claim {
  readonly at: number;
  readonly account: string;
  readonly status: string;
  readonly billed: number;
  readonly paid: number;
  readonly patientResp: number;
  readonly icn: string;
  patient: string;
  dos: string;
  interest: number;
  allowed: number;
  readonly remarks: string[];
  readonly adjustments: Adjustment[];
  line: string | null;
}

class Reader835 {
  private readonly problems: Problem[] = [];
  private readonly claims: (readonly CellValue[])[] = [];
  private readonly adjustments: (readonly CellValue[])[] = [];
  private count = 0;
  private payer = '';
  private check = '';
  private day = '';
  private total = Number.NaN;
  private paid = 0;
  private kept = 0;
  private open = false;
  private claim: Claim | null = null;

  constructor(private readonly name: string) {}

  segment(elements: readonly string[], component: RegExp): void {
    this.count++;
    const e = (i: number): string => (elements[i] ?? '').trim();
    switch (e(0)) {
      case 'ST': {
        this.begin();
        return;
      }
      case 'BPR':
        this.total = this.amount(e(2), 'BPR02');
        this.day = iso(e(16));
        return;
      case 'TRN':
        this.check = e(2);
        return;
      case 'DTM': {
        this.date(e(1), e(2));
        return;
      }
      case 'N1':
        if (e(1) === 'PR') this.payer = e(2);
        return;
      case 'CLP': {
        this.beginClaim(elements);
        return;
      }
      case 'NM1':
        if (e(1) === 'QC' && this.claim !== null) this.claim.patient = [e(3), e(4)].filter((part) => part !== '').join(', ');
        return;
      case 'CAS': {
        this.cas(elements);
        return;
      }
      case 'AMT': {
        this.amt(e(1), e(2));
        return;
      }
      case 'SVC':
        if (this.claim !== null) this.claim.line = e(1).split(component)[1] ?? e(1);
        return;
      case 'LQ':
        if (e(1) === 'HE') this.claim?.remarks.push(e(2));
        return;
      case 'MOA':
      case 'MIA':
        this.claim?.remarks.push(
          ...elements
            .slice(1)
            .map((code) => code.trim())
            .filter((code) => /^(MA|M|N)\d{1,4}$/.test(code)),
        );
        return;
      case 'PLB': {
        this.plb(elements, component);
        return;
      }
      case 'SE': {
        this.end();
        return;
      }
      default:
        return;
    }
  }

  finish(): Parsed835 {
    this.end();
    if (this.claims.length === 0) this.problem('x12-unreadable', this.count, 'No claim (CLP) was found in the file.');
    const sheets: RemittanceSheet[] = [{ name: `${this.name} claims`, values: [[...CLAIM_HEADINGS], ...this.claims] }];
    if (this.adjustments.length > 0) sheets.push({ name: `${this.name} adjustments`, values: [[...ADJUSTMENT_HEADINGS], ...this.adjustments] });
    return { sheets, problems: this.problems };
  }

  private problem(code: 'x12-unreadable' | 'x12-out-of-balance', at: number, message: string): void {
    this.problems.push({ code, sheet: this.name, row: at, message, remedy: REMEDIES[code] });
  }

  private amount(text: string, what: string): number {
    const scan = scanMoney(text);
    if (scan.state === Money.Ok) return scan.cents;
    // An 835 has no thousands: a single mark is the decimal point.
    if (scan.state === Money.Ambiguous) return text.includes('.') ? scan.us : scan.european;
    if (scan.state === Money.Unreadable) this.problem('x12-unreadable', this.count, `Segment ${this.count}: ${what} "${text.slice(0, 20)}" is no amount.`);
    return Number.NaN;
  }

  private begin(): void {
    this.end();
    this.open = true;
    this.payer = '';
    this.check = '';
    this.day = '';
    this.total = Number.NaN;
    this.paid = 0;
    this.kept = 0;
  }

  private end(): void {
    this.closeClaim();
    if (this.open && !Number.isNaN(this.total) && this.total !== this.paid - this.kept)
      this.problem(
        'x12-out-of-balance',
        this.count,
        `The payment of ${shown(this.total)} is not the claims (${shown(this.paid)}) less provider adjustments (${shown(this.kept)}).`,
      );
    this.open = false;
  }

  private beginClaim(elements: readonly string[]): void {
    this.closeClaim();
    const e = (i: number): string => (elements[i] ?? '').trim();
    if (elements.length < 5 || e(1) === '') {
      this.problem('x12-unreadable', this.count, `Segment ${this.count}: the claim (CLP) is cut off.`);
      return;
    }
    const billed = this.amount(e(3), 'CLP03');
    const paid = this.amount(e(4), 'CLP04');
    if (Number.isNaN(paid)) {
      this.problem('x12-unreadable', this.count, `Segment ${this.count}: the claim has no paid amount and was not read.`);
      return;
    }
    const patientResp = e(5) === '' ? Number.NaN : this.amount(e(5), 'CLP05');
    this.paid += paid;
    this.claim = {
      at: this.count,
      account: e(1),
      status: e(2),
      billed,
      paid,
      patientResp,
      icn: e(7),
      patient: '',
      dos: '',
      interest: Number.NaN,
      allowed: Number.NaN,
      remarks: [],
      adjustments: [],
      line: null,
    };
  }

  private date(qualifier: string, value: string): void {
    if (this.claim !== null && ['232', '472', '050', '150'].includes(qualifier) && (this.claim.dos === '' || qualifier === '232'))
      this.claim.dos = iso(value) || this.claim.dos;
    if (this.claim === null && qualifier === '405' && this.day === '') this.day = iso(value);
  }

  private amt(qualifier: string, value: string): void {
    if (this.claim === null) return;
    if (qualifier === 'I') this.claim.interest = this.amount(value, 'AMT02');
    if (qualifier === 'B6') this.claim.allowed = (this.claim.allowed || 0) + (this.amount(value, 'AMT02') || 0);
  }

  private cas(elements: readonly string[]): void {
    const claim = this.claim;
    if (claim === null) return;
    const group = (elements[1] ?? '').trim();
    for (let i = 2; i < elements.length; i += 3) {
      const reason = (elements[i] ?? '').trim();
      if (reason === '') continue;
      const cents = this.amount((elements[i + 1] ?? '').trim(), 'CAS amount');
      if (!Number.isNaN(cents)) claim.adjustments.push({ level: claim.line === null ? 'claim' : 'line', cpt: claim.line ?? '', group, reason, cents });
    }
  }

  private closeClaim(): void {
    const claim = this.claim;
    this.claim = null;
    if (claim === null) return;
    const counted = this.countedOnce(claim);
    const sum = (test: (a: Adjustment) => boolean): CellValue =>
      dollars(counted.filter(test).reduce((total, a) => (Number.isNaN(total) ? 0 : total) + a.cents, Number.NaN));
    const codes = [...new Set(counted.map((a) => `${a.group}-${a.reason}`))];
    this.claims.push([
      claim.account,
      claim.patient,
      this.payer,
      claim.status,
      claim.icn,
      this.check,
      this.day,
      claim.dos,
      dollars(claim.billed),
      dollars(claim.paid),
      dollars(claim.allowed),
      Number.isNaN(claim.patientResp) ? sum((a) => a.group === 'PR') : dollars(claim.patientResp),
      sum((a) => a.group === 'CO' && a.reason !== '253'),
      sum((a) => a.reason === '253'),
      sum((a) => a.reason === '23' && a.group !== 'PR'),
      dollars(claim.interest),
      sum((a) => a.group !== 'PR' && a.group !== 'CO' && a.reason !== '253' && a.reason !== '23'),
      codes.join(' '),
      [...new Set(claim.remarks)].join(' '),
      dollars(this.total),
      '',
      '',
    ]);
    for (const a of counted) this.adjustments.push([claim.account, claim.icn, a.level, a.cpt, a.group, a.reason, dollars(a.cents)]);
  }

  /** Claim-level adjustments that only repeat those of the lines are left out; what does not balance is said. */
  private countedOnce(claim: Claim): readonly Adjustment[] {
    if (Number.isNaN(claim.billed)) return claim.adjustments;
    const reduced = claim.billed - claim.paid;
    const total = (list: readonly Adjustment[]): number => list.reduce((sum, a) => sum + a.cents, 0);
    const lines = claim.adjustments.filter((a) => a.level === 'line');
    if (total(claim.adjustments) === reduced) return claim.adjustments;
    if (lines.length < claim.adjustments.length && lines.length > 0 && total(lines) === reduced) return lines;
    if (claim.adjustments.length > 0)
      this.problem(
        'x12-out-of-balance',
        claim.at,
        `Segment ${claim.at}: the claim's charge less its payment is ${shown(reduced)}, its adjustments are ${shown(total(claim.adjustments))}.`,
      );
    return claim.adjustments;
  }

  /** Provider-level lines in pairs of code and amount; misaligned ones are read by what they look like, and said. */
  private plb(elements: readonly string[], component: RegExp): void {
    this.closeClaim();
    let code: readonly string[] | null = null;
    let misaligned = false;
    for (const [i, raw] of elements.slice(3).entries()) {
      const value = raw.trim();
      if (value === '') continue;
      const isCode = /^[A-Z0-9]{2}([^\d.]|$)/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? true : code === null && /^(72|50|51|90)$/.test(value);
      if (isCode !== (i % 2 === 0)) misaligned = true;
      if (isCode) code = value.split(component);
      else if (code !== null) {
        this.addPlb(code, value);
        code = null;
      } else misaligned = true;
    }
    if (code !== null) misaligned = true;
    if (misaligned) this.problem('x12-unreadable', this.count, `Segment ${this.count}: the provider adjustment (PLB) is out of line; check its amounts.`);
  }

  private addPlb(code: readonly string[], value: string): void {
    const cents = this.amount(value, 'PLB amount');
    if (Number.isNaN(cents)) return;
    this.kept += cents;
    const reference = code.slice(1).join(' ').trim();
    this.claims.push([
      reference,
      '',
      this.payer,
      '',
      '',
      this.check,
      this.day,
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      dollars(this.total),
      code[0] ?? '',
      dollars(cents),
    ]);
  }
}

const dollars = (cents: number): CellValue => (Number.isNaN(cents) ? '' : cents / 100);
const shown = (cents: number): string => (cents / 100).toFixed(2);
/** CCYYMMDD or YYMMDD to ISO; '' when it is neither. */
function iso(text: string): string {
  const eight = /^\d{6}$/.test(text) ? `20${text}` : text;
  return /^\d{8}$/.test(eight) ? `${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6, 8)}` : '';
}
