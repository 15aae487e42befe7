/**
 * What the objects of the Excel API can do, as tables: one `Kind` for each class, one `HostObject` for each thing a path points at. A name that
 * stands in no table does not exist, and asking for it gives Excel's own error.
 */
import { ExcelError } from './errors';

export interface Kind<T> {
  /** Class name as the API has it, for example "Worksheet". */
  readonly name: string;
  /** Scalar properties by API name. */
  readonly scalars?: Readonly<Record<string, (self: T) => unknown>>;
  readonly setters?: Readonly<Record<string, (self: T, value: unknown) => void>>;
  /** Objects that hang below this one; null = null object. */
  readonly parts?: Readonly<Record<string, (self: T) => HostObject | null>>;
  /** Methods; one that returns a HostObject or null is a path, any other value is its result. */
  readonly methods?: Readonly<Record<string, (self: T, args: Arguments) => unknown>>;
  /** Makes it a collection. */
  readonly items?: (self: T) => readonly HostObject[];
  /** Finds by name or id; null when absent. */
  readonly item?: (self: T, key: unknown) => HostObject | null;
  /** What every answer carries so that the client can find the thing again (wire.md 5). */
  readonly identity?: (self: T) => Readonly<Record<string, unknown>>;
}

/** Arguments of a method, with objects already resolved. */
export interface Arguments {
  readonly length: number;
  /** The value, null or undefined as sent. */
  at(index: number): unknown;
  text(index: number): string;
  number(index: number): number;
  optionalText(index: number): string | null;
  optionalNumber(index: number, otherwise: number): number;
  flag(index: number, otherwise: boolean): boolean;
  /** The object passed at this place; null when something else was passed. */
  object(index: number): HostObject | null;
  /** An object that was passed inside a struct, by the id the client wrote there. */
  inside(reference: unknown): HostObject | null;
}

export interface HostObject {
  readonly name: string;
  readonly self: unknown;
  readonly isCollection: boolean;
  scalarNames(): readonly string[];
  hasScalar(name: string): boolean;
  hasPart(name: string): boolean;
  hasMethod(name: string): boolean;
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  part(name: string): HostObject | null;
  call(name: string, args: Arguments): unknown;
  items(): readonly HostObject[];
  item(key: unknown): HostObject | null;
  identity(): Readonly<Record<string, unknown>>;
}

export function isHostObject(value: unknown): value is HostObject {
  return value instanceof BoundObject;
}

/** The thing `self` with the abilities of its kind. */
export function bind<T>(kind: Kind<T>, self: T): HostObject {
  return new BoundObject(kind, self);
}

/** "Gridlines" and "showGridlines" mean the same: setting has its own names for a few properties (wire.md 2). */
const SETTER_ALIASES: Readonly<Record<string, string>> = { gridlines: 'showGridlines', headings: 'showHeadings' };

/** API name of a wire name: "NumberFormat" → "numberFormat"; names that start with "_" stay. */
export function apiName(wireName: string): string {
  return wireName.charAt(0).toLowerCase() + wireName.slice(1);
}
/** Wire name of an API name. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

class BoundObject<T> implements HostObject {
  constructor(
    private readonly kind: Kind<T>,
    readonly self: T,
  ) {}
  get name(): string {
    return this.kind.name;
  }
  get isCollection(): boolean {
    return this.kind.items !== undefined;
  }
  scalarNames(): readonly string[] {
    return Object.keys(this.kind.scalars ?? {});
  }
  hasScalar(name: string): boolean {
    return own(this.kind.scalars, name) !== undefined;
  }
  hasPart(name: string): boolean {
    return own(this.kind.parts, name) !== undefined;
  }
  hasMethod(name: string): boolean {
    return own(this.kind.methods, name) !== undefined;
  }
  read(name: string): unknown {
    return (own(this.kind.scalars, name) ?? this.unknown(name))(this.self);
  }
  write(name: string, value: unknown): void {
    const setter = own(this.kind.setters, name) ?? own(this.kind.setters, SETTER_ALIASES[name] ?? '') ?? this.unknown(name);
    setter(this.self, value);
  }
  part(name: string): HostObject | null {
    return (own(this.kind.parts, name) ?? this.unknown(name))(this.self);
  }
  call(name: string, args: Arguments): unknown {
    return (own(this.kind.methods, name) ?? this.unknown(name))(this.self, args);
  }
  items(): readonly HostObject[] {
    return (this.kind.items ?? this.unknown('items'))(this.self);
  }
  item(key: unknown): HostObject | null {
    return (this.kind.item ?? this.unknown('getItem'))(this.self, key);
  }
  identity(): Readonly<Record<string, unknown>> {
    return this.kind.identity?.(this.self) ?? {};
  }
  private unknown(name: string): never {
    throw new ExcelError('ApiNotFound', `${this.kind.name}.${name} does not exist in this version of Excel.`);
  }
}

function own<V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
