/** Which conditional formats of kind *formula* hold for which cells, asked of the engine for visible cells only (design.md 8). */
import type { Area, ConditionalFormat, Sheet, Workbook } from '../model';
import { overlap } from '../wire/address';
import { shiftFormula } from '../formulaShift';
import { Calculation, engineSheet } from './engine';
import { Feed } from './recalculation';
import { resolve } from './resolve';
import { pieces } from './scan';

interface Question {
  readonly rule: ConditionalFormat;
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

/** Answers are kept until the workbook changes. */
export class RuleAnswers {
  private version = -1;
  private known = new Map<string, boolean>();

  /** For each cell of the window the rules that hold there, first priority first. `version` is the workbook's. */
  holding(workbook: Workbook, version: number, sheet: Sheet, window: Area): (row: number, column: number) => readonly ConditionalFormat[] {
    if (version !== this.version) this.known = new Map();
    this.version = version;
    const rules = sheet.conditionalFormats
      .filter((rule) => rule.type === 'expression' && rule.formula !== '' && rule.areas.some((area) => overlap(area, window)))
      .sort((a, b) => a.priority - b.priority);
    this.ask(workbook, sheet, questions(sheet, rules, window));
    return (row, column) => rules.filter((rule) => covers(rule, row, column) && this.known.get(keyOf(sheet, rule, row, column)) === true);
  }

  private ask(workbook: Workbook, sheet: Sheet, all: readonly Question[]): void {
    const open = all.filter((question) => !this.known.has(question.key));
    if (open.length === 0) return;
    const calculation = new Calculation(workbook.sheets.length);
    const feed = new Feed(calculation, workbook, []);
    const names = (each: Sheet): string => engineSheet(workbook.sheets.indexOf(each));
    const asked = open.map((question) => {
      const { rule, row, column } = question;
      const base = rule.areas[0] ?? { row, column };
      const formula = shiftFormula(rule.formula, row - base.row, column - base.column);
      const resolved = resolve(formula, { sheet, row, column }, workbook, names);
      for (const precedent of resolved.precedents) feed.area(precedent);
      return { key: question.key, place: calculation.ask(resolved.formula) };
    });
    calculation.calculate();
    for (const { key, place } of asked) this.known.set(key, isTrue(calculation.answer(place)));
    calculation.dispose();
  }
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}
function covers(rule: ConditionalFormat, row: number, column: number): boolean {
  return rule.areas.some((area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns);
}
/** A rule whose references all have fixed columns gives one answer for a whole row. */
function keyOf(sheet: Sheet, rule: ConditionalFormat, row: number, column: number): string {
  return `${sheet.id} ${rule.id} ${row}${sameInRow(rule) ? '' : ` ${column}`}`;
}
const fixedColumns = new WeakMap<ConditionalFormat, { readonly formula: string; readonly fixed: boolean }>();
function sameInRow(rule: ConditionalFormat): boolean {
  const known = fixedColumns.get(rule);
  if (known?.formula === rule.formula) return known.fixed;
  const fixed = pieces(rule.formula).every((piece) => piece.kind !== 'reference' || piece.text.split(':').every((end) => end.startsWith('$')));
  fixedColumns.set(rule, { formula: rule.formula, fixed });
  return fixed;
}
function questions(sheet: Sheet, rules: readonly ConditionalFormat[], window: Area): Question[] {
  const found = new Map<string, Question>();
  for (const rule of rules) {
    for (const area of rule.areas) {
      const part = overlap(area, window);
      for (let row = part?.row ?? 0; part && row < part.row + part.rows; row++) {
        for (let column = part.column; column < part.column + part.columns; column++) {
          const key = keyOf(sheet, rule, row, column);
          if (!found.has(key)) found.set(key, { rule, key, row, column });
        }
      }
    }
  }
  return [...found.values()];
}
