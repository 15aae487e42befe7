/** The formula engine, and a watch on whatever would leave this process. */
import { readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { startEngineFromBytes } from '../../src/host/formulas/engine';

let started = false;
export function startEngineOnce(): void {
  if (!started) startEngineFromBytes(new Uint8Array(readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm'))));
  started = true;
}

const calls: string[] = [];
/** From now on no connection is made; those tried are counted. */
export function watchCalls(): void {
  Socket.prototype.connect = function refused(this: Socket): Socket {
    calls.push('connect');
    throw new Error('no connection from here');
  };
}
export const callsTried = (): readonly string[] => calls;
