/** The worker of the workbench: the embedded Excel lives here, so that no answer is ever built on the page's thread (design.md 2). */
import { Desk, troubleOf } from './desk';
import { startEngine } from './formulas/engine';
import type { FromWorker, HostCall, HostCalls, ToWorker } from './protocol';

const worker = self as unknown as {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};
const desk = new Desk((notice) => worker.postMessage({ id: 0, notice }));
const engine = startEngine();

async function answer<K extends HostCall>(id: number, call: K, ask: HostCalls[K]['ask']): Promise<void> {
  try {
    await engine;
    const value: unknown = await desk.call(call, ask);
    worker.postMessage({ id, answer: value }, value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : []);
  } catch (error) {
    worker.postMessage({ id, failed: troubleOf(error) });
  }
}
worker.onmessage = ({ data }) => void answer(data.id, data.call, data.ask);
