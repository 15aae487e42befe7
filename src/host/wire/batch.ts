/** One request carried out: paths resolved, actions done in order, results kept up to the first error (wire.md 2, 3, 9). Nothing is rolled back. */
import { CallArguments } from './arguments';
import { ExcelError, refuse, sentenceFor } from './errors';
import { apiName, isHostObject, type HostObject } from './kind';
import { ActionType, PathType, type WireAction, type WireBody, type WireFault, type WirePath, type WireResult } from './message';
import { answerQuery } from './query';
import { RangeRef } from './rangeRef';
import { AreasRef } from './areas';
import type { ExcelState } from './state';
import { workbookObject } from './workbook';

export interface BatchOutcome {
  readonly results: readonly WireResult[];
  readonly fault: WireFault | null;
  /** Trace actions that were reached. */
  readonly traces: readonly number[];
}

/** Runs a batch. `failAt`: an injected error instead of the action at that index. */
export function runBatch(state: ExcelState, body: WireBody, failAt: { readonly action: number; readonly code: string } | null = null): BatchOutcome {
  const batch = new Batch(state, body);
  const results: WireResult[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (failAt?.action === index) throw new ExcelError(failAt.code);
      results.push({ ActionId: action.Id, Value: batch.perform(action) });
      if (action.ActionType === ActionType.trace) traces.push(action.Id);
    } catch (error) {
      return { results, fault: faultOf(error, index, batch.locationOf(action)), traces };
    }
  }
  return { results, fault: null, traces };
}

/** An ExcelError as the client expects it. Anything else is a bug of ours and passes. */
function faultOf(error: unknown, index: number, location: string): WireFault {
  if (!(error instanceof ExcelError)) throw error;
  return { Code: error.code, Message: error.message, ActionIndex: index, HttpStatusCode: 400, Location: location };
}
export function faultAtStart(code: string): WireFault {
  return { Code: code, Message: sentenceFor(code), ActionIndex: 0, HttpStatusCode: 400, Location: '' };
}

class Batch {
  private readonly objects = new Map<number, HostObject | null>();
  private readonly kept = new Map<number, string>();
  private readonly toKeep: ReadonlySet<number>;

  constructor(
    private readonly state: ExcelState,
    private readonly body: WireBody,
  ) {
    const keeping = body.Actions.filter((action) => action.Name === '_KeepReference').map((action) => action.ObjectPathId);
    this.toKeep = new Set(body.AutoKeepReference === true ? keeping : []);
  }

  perform(action: WireAction): unknown {
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.instantiate(action.ObjectPathId);
      case ActionType.query:
        return this.query(action);
      case ActionType.method:
        return this.method(action);
      case ActionType.set:
        return this.set(action);
      case ActionType.trace:
        return null;
      case ActionType.ensureUnchanged:
        return this.ensureUnchanged(action);
      default:
        return refuse('NotImplemented', `action type ${action.ActionType}`);
    }
  }

  /** "Worksheet.getRange" and the like, for error.debugInfo.errorLocation. */
  locationOf(action: WireAction): string {
    const path = this.body.ObjectPaths[action.ObjectPathId];
    if (action.ActionType === ActionType.instantiate) return this.memberLocation(path?.ParentObjectPathId, path?.Name ?? '');
    const query = action.QueryInfo?.Select?.length === 1 ? (action.QueryInfo.Select[0] ?? '') : '';
    return this.memberLocation(action.ObjectPathId, action.ActionType === ActionType.query ? query : action.Name);
  }
  private memberLocation(pathId: number | undefined, member: string): string {
    const owner = pathId === undefined ? null : (this.objects.get(pathId) ?? null);
    return owner ? `${owner.name}.${apiName(member === '' ? 'getItem' : member)}` : apiName(member);
  }

  private instantiate(pathId: number): unknown {
    const object = this.resolve(pathId);
    if (object === null) return null;
    return { ...object.identity(), ...this.reference(pathId, object) };
  }
  /** Ranges the client wants to keep get a reference; it lasts until the client lets go (wire.md 4). */
  private reference(pathId: number, object: HostObject): Record<string, string> {
    const path = this.body.ObjectPaths[pathId];
    if (path?.ObjectPathType === PathType.reference) return { _ReferenceId: path.Name };
    if (!this.toKeep.has(pathId) || !(object.self instanceof RangeRef || object.self instanceof AreasRef)) return {};
    const known = this.kept.get(pathId) ?? this.state.keep(object);
    this.kept.set(pathId, known);
    return { _ReferenceId: known };
  }

  private query(action: WireAction): unknown {
    const object = this.resolve(action.ObjectPathId);
    return object && answerQuery(object, action.QueryInfo ?? {});
  }
  private method(action: WireAction): unknown {
    const object = this.resolve(action.ObjectPathId);
    if (object === null || action.Name === '_KeepReference') return null;
    if (action.Name.startsWith('_Register')) this.state.eventsWanted = true;
    const value = object.call(apiName(action.Name), this.argumentsOf(action));
    return isHostObject(value) ? value.identity() : (value ?? null);
  }
  private set(action: WireAction): null {
    const object = this.resolve(action.ObjectPathId);
    object?.write(apiName(action.Name), this.withObjects(action.ArgumentInfo?.Arguments?.[0]));
    return null;
  }
  /** Objects inside a struct, such as the source of a list, become what they point at. */
  private withObjects(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if ('_ObjectPathId' in value && typeof value._ObjectPathId === 'number') return this.resolve(value._ObjectPathId)?.self;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.withObjects(each)]));
  }
  private ensureUnchanged(action: WireAction): null {
    const object = this.resolve(action.ObjectPathId);
    const states = Object.entries(action.ObjectState ?? {});
    if (!object || states.some(([name, value]) => object.read(apiName(name)) !== value)) refuse('InvalidOperation');
    return null;
  }
  private argumentsOf(source: WireAction | WirePath): CallArguments {
    return new CallArguments(source.ArgumentInfo, (pathId) => this.resolve(pathId));
  }

  /** The object of a path, evaluated once in a batch (wire.md 3). */
  private resolve(pathId: number): HostObject | null {
    const known = this.objects.get(pathId);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[pathId] ?? refuse('InvalidArgument', `path ${pathId} is missing`);
    const object = this.evaluate(path);
    this.objects.set(pathId, object);
    return object;
  }
  private evaluate(path: WirePath): HostObject | null {
    if (path.ObjectPathType === PathType.workbook) return workbookObject(this.state);
    if (path.ObjectPathType === PathType.reference) return this.referenced(path.Name);
    const parent = path.ParentObjectPathId === undefined ? null : this.resolve(path.ParentObjectPathId);
    if (path.ObjectPathType === PathType.nothing || parent === null) return null;
    switch (path.ObjectPathType) {
      case PathType.method:
        return this.called(parent, path);
      case PathType.property:
        return parent.part(apiName(path.Name));
      case PathType.indexer:
        return parent.item(path.ArgumentInfo?.Arguments?.[0]) ?? refuse('ItemNotFound');
      default:
        return refuse('NotImplemented', `path type ${path.ObjectPathType}`);
    }
  }
  private called(parent: HostObject, path: WirePath): HostObject | null {
    const value = parent.call(apiName(path.Name), this.argumentsOf(path));
    return value === null || isHostObject(value) ? value : refuse('InvalidOperation', `${parent.name}.${path.Name} gives no object`);
  }
  private referenced(reference: string): HostObject {
    const object = this.state.references.get(reference) ?? refuse('InvalidReference');
    const { self } = object;
    const gone = (self instanceof RangeRef || self instanceof AreasRef) && !this.state.standing(self.sheet);
    return gone ? refuse('InvalidReference') : object;
  }
}
