/** What the workbench needs of the embedded Excel: the calls of host/protocol.ts, and its notices. */
import type { HostCall, HostCalls, HostNotice } from '../host/protocol';

export interface Book {
  ask<K extends HostCall>(call: K, ask: HostCalls[K]['ask']): Promise<HostCalls[K]['answer']>;
  /** Returns the function that stops listening. */
  listen(listener: (notice: HostNotice) => void): () => void;
}
