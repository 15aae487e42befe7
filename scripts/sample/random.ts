/**
 * A small seeded generator: the same label always gives the same numbers, so one new case does not move the others.
 */
export interface Random {
  /** Whole number from..to, both ends included. */
  int(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  digits(count: number): string;
}

const hash = (label: string): number => {
  let h = 2166136261;
  for (let i = 0; i < label.length; i++) h = Math.imul(h ^ label.charCodeAt(i), 16777619);
  return h >>> 0;
};

export function randomOf(label: string): Random {
  let state = hash(label);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    pick: <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T,
    digits: (count) => Array.from({ length: count }, (_, i) => String(int(i === 0 ? 1 : 0, 9))).join(''),
  };
}

/** The list in a seeded order. */
export function shuffled<T>(list: readonly T[], label: string): T[] {
  const random = randomOf(label);
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
