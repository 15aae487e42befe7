/** Answers to load(): only what was selected, in the client's own shape (wire.md 5). An unknown name is an error, here and not in the client. */
import { wireName, type HostObject } from './kind';
import type { WireQuery } from './message';

/** What is wanted of an object: names, each with what is wanted below it. An empty node = everything scalar. */
interface Wanted {
  readonly [name: string]: Wanted;
}
type Building = { [name: string]: Building };

/** The value of a query. */
export function answerQuery(object: HostObject, query: WireQuery): unknown {
  const names = [...(query.Select ?? []), ...(query.Expand ?? [])].flatMap((each) => each.split(','));
  return object.isCollection ? answerCollection(object, wantedOf(names), query) : answerObject(object, wantedOf(names));
}

/** Without a prototype: "constructor" is an unknown name like any other. */
function node(): Building {
  return Object.create(null) as Building;
}

function wantedOf(names: readonly string[]): Wanted {
  const root = node();
  for (const name of names) {
    let at = root;
    for (const part of name.trim().split('/')) if (part !== 'items' && part !== '') at = at[part] ??= node();
  }
  return root;
}

function answerObject(object: HostObject, wanted: Wanted): Record<string, unknown> {
  const answer: Record<string, unknown> = { ...object.identity() };
  const names = Object.keys(wanted);
  for (const name of names.length === 0 || wanted['*'] ? object.scalarNames() : []) answer[wireName(name)] = object.read(name);
  for (const [name, below] of Object.entries(wanted)) {
    if (name === '*' || name === 'isNullObject') continue;
    answer[wireName(name)] = object.hasPart(name) ? answerPart(object.part(name), below) : object.read(name);
  }
  return answer;
}
function answerPart(object: HostObject | null, wanted: Wanted): unknown {
  if (object === null) return null;
  return object.isCollection ? answerCollection(object, wanted, {}) : answerObject(object, wanted);
}

/** Names that the collection itself has are its own (count); all others are wanted of each item. */
function answerCollection(object: HostObject, wanted: Wanted, query: WireQuery): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  const ofItems = node();
  for (const [name, below] of Object.entries(wanted)) {
    if (object.hasScalar(name)) answer[wireName(name)] = object.read(name);
    else if (name !== 'isNullObject') ofItems[name] = below;
  }
  const onlyOwn = Object.keys(wanted).length > 0 && Object.keys(ofItems).length === 0;
  if (onlyOwn) return answer;
  if (Object.keys(wanted).length === 0) for (const name of object.scalarNames()) answer[wireName(name)] = object.read(name);
  const skip = query.Skip ?? 0;
  const items = object.items().slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  answer._Items = items.map((item) => answerObject(item, ofItems));
  return answer;
}
