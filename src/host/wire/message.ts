/** The messages of Microsoft's Excel client, as observed (wire.md 1 to 5). */

/** Kinds of object path (wire.md 2). */
export const PathType = { workbook: 1, construct: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
/** Kinds of action (wire.md 3). */
export const ActionType = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, ensureUnchanged: 8 } as const;
/** Bits of the flags a request is sent with (wire.md 1). */
export const Flag = { writes: 1, readOnly: 4, delayForCellEdit: 64 } as const;

export interface WireArguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}
export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}
export interface WireQuery {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}
export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: WireQuery;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}
export interface WireBody {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

export interface WireResult {
  readonly ActionId: number;
  readonly Value: unknown;
}
export interface WireFault {
  readonly Code: string;
  readonly Message: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
  readonly Location: string;
}
export interface WireReply {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: { readonly Results: readonly WireResult[]; readonly TraceIds: readonly number[]; readonly Error?: WireFault } | null;
}

/** An answer that holds results. `traces`: trace actions that were reached; the client adds an event handler only when its trace is among them. */
export function answered(results: readonly WireResult[], fault: WireFault | null, traces: readonly number[] = []): WireReply {
  const Body = { Results: results, TraceIds: traces, ...(fault ? { Error: fault } : {}) };
  return { HttpStatusCode: 200, ErrorCode: '', ErrorMessage: '', Headers: {}, Body };
}

/** A request refused as a whole (wire.md 9). */
export function refused(status: number, code: string, message: string): WireReply {
  return { HttpStatusCode: status, ErrorCode: code, ErrorMessage: message, Headers: {}, Body: null };
}
