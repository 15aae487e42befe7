/** Arguments of a call, read strictly: a wrong type is InvalidArgument, as in Excel. */
import { refuse } from './errors';
import type { Arguments, HostObject } from './kind';
import type { WireArguments } from './message';

export class CallArguments implements Arguments {
  private readonly values: readonly unknown[];
  private readonly references: readonly number[];
  constructor(
    info: WireArguments | undefined,
    private readonly objectAt: (pathId: number) => HostObject | null,
  ) {
    this.values = info?.Arguments ?? [];
    this.references = info?.ReferencedObjectPathIds ?? [];
  }
  get length(): number {
    return this.values.length;
  }
  at(index: number): unknown {
    return this.values[index];
  }
  text(index: number): string {
    const value = this.values[index];
    return typeof value === 'string' ? value : refuse('InvalidArgument');
  }
  number(index: number): number {
    const value = this.values[index];
    return typeof value === 'number' && Number.isFinite(value) ? value : refuse('InvalidArgument');
  }
  optionalText(index: number): string | null {
    return this.absent(index) ? null : this.text(index);
  }
  optionalNumber(index: number, otherwise: number): number {
    return this.absent(index) ? otherwise : this.number(index);
  }
  flag(index: number, otherwise: boolean): boolean {
    if (this.absent(index)) return otherwise;
    const value = this.values[index];
    return typeof value === 'boolean' ? value : refuse('InvalidArgument');
  }
  object(index: number): HostObject | null {
    const path = this.references[index] ?? 0;
    return path === 0 ? null : this.objectAt(path);
  }
  inside(reference: unknown): HostObject | null {
    return typeof reference === 'object' && reference !== null && '_ObjectPathId' in reference && typeof reference._ObjectPathId === 'number'
      ? this.objectAt(reference._ObjectPathId)
      : null;
  }
  private absent(index: number): boolean {
    return this.values[index] === null || this.values[index] === undefined;
  }
}

/** A plain object, or InvalidArgument. For structs such as a validation rule. */
export function struct(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : refuse('InvalidArgument');
}
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : refuse('InvalidArgument');
}
export function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse('InvalidArgument');
}
export function flagOf(value: unknown): boolean {
  return typeof value === 'boolean' ? value : refuse('InvalidArgument');
}
export function oneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  return choices.find((choice) => choice === value) ?? refuse('InvalidArgument');
}
