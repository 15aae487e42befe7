/** Growable typed columns: a million rows without a million objects (design.md 5). */
export class Ints {
  private data = new Int32Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.data.length) this.data = enlarge(this.data, new Int32Array(this.length * 2));
    this.data[this.length++] = value;
  }
  get(index: number): number {
    return this.data[index] as number;
  }
  set(index: number, value: number): void {
    this.data[index] = value;
  }
}

export class Floats {
  private data = new Float64Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.data.length) this.data = enlarge(this.data, new Float64Array(this.length * 2));
    this.data[this.length++] = value;
  }
  get(index: number): number {
    return this.data[index] as number;
  }
  set(index: number, value: number): void {
    this.data[index] = value;
  }
}

function enlarge<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** A dense number for each pair of ids, so that combinations of dictionary-coded texts can be looked up fast. */
export class Pairs {
  private readonly rows = new Map<number, Map<number, number>>();
  readonly first: number[] = [];
  readonly second: number[] = [];
  of(a: number, b: number): number {
    let row = this.rows.get(a);
    if (row === undefined) this.rows.set(a, (row = new Map<number, number>()));
    let id = row.get(b);
    if (id === undefined) {
      id = this.first.push(a) - 1;
      this.second.push(b);
      row.set(b, id);
    }
    return id;
  }
}
