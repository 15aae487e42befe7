/** Makes the columns of our tables: ours, a person's, and ours behind the outline. */
import type { ColumnSpec } from './edit';

export type Column<K extends string> = ColumnSpec & { readonly key: K };
type Make = <K extends string>(key: K, heading: string, type: ColumnSpec['type'], width: number) => Column<K>;

export const ours: Make = (key, heading, type, width) => ({ key, heading, type, width });

/** A person types here; with `list` a drop-down list is offered. */
export const typed = <K extends string>(key: K, heading: string, type: ColumnSpec['type'], width: number, list?: readonly string[]): Column<K> => ({
  ...ours(key, heading, type, width),
  person: true,
  ...(list ? { list } : {}),
});

export const more: Make = (key, heading, type, width) => ({ ...ours(key, heading, type, width), grouped: true });
