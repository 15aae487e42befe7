/** IronCalc, the kept formula engine: started once, then asked for the values of formulas over a small copy of the cells they need. */
import init, { initSync, Model } from '@ironcalc/wasm';
import type { CellContent } from '../model';
import { ERRORS } from '../typedInput';
import { depthOf } from './batches';

let started: Promise<unknown> | null = null;
let ready = false;

/** Starts the engine from its bytes (Node). */
export function startEngineFromBytes(bytes: Uint8Array<ArrayBuffer>): void {
  if (!ready) initSync({ module: bytes });
  ready = true;
}
/** Starts the engine from where the bundler put it (browser worker). */
export async function startEngine(): Promise<void> {
  started ??= init();
  await started;
  ready = true;
}

/** The engine's sheets have short names of their own, so that nothing needs quoting. */
export function engineSheet(index: number): string {
  return `S${index}`;
}
const OUTPUT = 'Out';

/** One calculation: put values and formulas in, `calculate`, read. Call `dispose` at the end. Rows and columns are 0-based. */
export class Calculation {
  private readonly model: Model;
  private readonly outputs: number;
  private asked = 0;

  /** `sheets`: how many engine sheets to make. */
  constructor(sheets: number) {
    if (!ready) throw new Error('the formula engine is not started');
    this.model = new Model('book', 'en', 'UTC', 'en');
    this.model.pauseEvaluation();
    this.model.renameSheet(0, engineSheet(0));
    for (let index = 1; index < sheets; index++) this.addSheet(index, engineSheet(index));
    this.outputs = sheets;
    this.addSheet(sheets, OUTPUT);
  }

  private addSheet(index: number, name: string): void {
    this.model.newSheet();
    this.model.renameSheet(index, name);
  }

  putValue(sheet: number, row: number, column: number, content: CellContent): void {
    if (content !== null) this.model.setUserInput(sheet, row + 1, column + 1, inputOf(content));
  }
  /** `formula` with "=", in plain A1 with engine sheet names. */
  putFormula(sheet: number, row: number, column: number, formula: string): void {
    this.enter(sheet, row + 1, column + 1, formula);
  }
  /** A formula the engine cannot take counts as one with an unknown name; one too deep for it would end it for good. */
  private enter(sheet: number, row: number, column: number, formula: string): void {
    try {
      this.model.setUserInput(sheet, row, column, depthOf(formula) === null ? '#NAME?' : formula);
    } catch {
      this.model.setUserInput(sheet, row, column, '#NAME?');
    }
  }
  /** Asks for a formula's value in a place of its own; returns the place for `answer`. */
  ask(formula: string): number {
    const place = ++this.asked;
    this.enter(this.outputs, place, 1, formula);
    this.model.setUserInput(this.outputs, place, 2, `=A${place}&""`);
    return place;
  }
  calculate(): void {
    this.model.evaluate();
  }
  answer(place: number): CellContent {
    return this.read(this.outputs, place, 1, () => this.model.getFormattedCellValue(this.outputs, place, 2));
  }

  private read(sheet: number, row: number, column: number, exact: () => string): CellContent {
    const shown = this.model.getFormattedCellValue(sheet, row, column);
    switch (this.model.getCellType(sheet, row, column)) {
      case ENGINE_NUMBER:
        return Number(exact());
      case ENGINE_BOOLEAN:
        return shown === 'TRUE';
      case ENGINE_ERROR:
        return { error: ERRORS.includes(shown) ? shown : '#VALUE!' };
      default:
        return shown;
    }
  }
  dispose(): void {
    this.model.free();
  }
}

const ENGINE_NUMBER = 1;
const ENGINE_BOOLEAN = 4;
const ENGINE_ERROR = 16;

function inputOf(content: Exclude<CellContent, null>): string {
  if (typeof content === 'object') return content.error;
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  return typeof content === 'number' ? String(content) : `'${content}`;
}
