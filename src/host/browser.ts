/** The embedded Excel in a page: loads Microsoft's client as it is, and speaks to the worker that answers it (design.md 2). */
import { connect, makeOffice, type ClientLibrary, type EmbeddedOffice, type OfficeTheme } from './library';
import type { FromWorker, HostCall, HostCalls, HostNotice, HostTrouble } from './protocol';

/** The newest requirement set the client has members for (wire.md 10). */
const EXCEL_API = '1.15';
const LOAD_TIMEOUT_MS = 30_000;

export interface BrowserExcel {
  readonly office: EmbeddedOffice;
  /** Asks the worker; rejects with a HostCallError. */
  ask<K extends HostCall>(call: K, ask: HostCalls[K]['ask']): Promise<HostCalls[K]['answer']>;
  /** Returns the function that stops listening. */
  listen(listener: (notice: HostNotice) => void): () => void;
  close(): void;
}

/** A call that failed, with the code and, for files, the way out. */
export class HostCallError extends Error {
  readonly code: string;
  readonly remedy: string;
  constructor(trouble: HostTrouble) {
    super(trouble.message);
    this.name = 'HostCallError';
    this.code = trouble.code;
    this.remedy = trouble.remedy;
  }
}

/**
 * Starts the worker, loads the client library from `clientUrl` (excel-web-16.00.js, served unmodified) unless a script tag of the page has
 * done so, and defines `Excel`, `OfficeExtension` and `Office` on the window. `theme` is asked whenever the pane reads Office.context.officeTheme.
 */
export async function startBrowserExcel(clientUrl: string, theme?: () => OfficeTheme): Promise<BrowserExcel> {
  const calls = new WorkerCalls(new Worker(new URL('./worker.ts', import.meta.url)));
  const library = 'OfficeExtension' in window ? (window as unknown as ClientLibrary) : await loadClient(clientUrl);
  const connection = connect(library, { answer: (flags, body) => calls.ask('execute', { flags, body }) });
  calls.listen((notice) => {
    if (notice.kind === 'event') connection.fire([notice.entry]);
    if (notice.kind === 'selected') connection.selectionChanged();
  });
  const office = makeOffice(() => EXCEL_API, theme);
  // The library replaced window.Office while loading; this one is ours (wire.md 10).
  Object.assign(window, { Office: office });
  return { office, ask: (call, ask) => calls.ask(call, ask), listen: (listener) => calls.listen(listener), close: () => calls.close() };
}

function loadClient(url: string): Promise<ClientLibrary> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const failed = (why: string): void => reject(new Error(`The Excel client library could not be loaded: ${why}.`));
    const timer = setTimeout(() => failed('no answer'), LOAD_TIMEOUT_MS);
    script.src = url;
    script.onerror = () => failed('the file is missing');
    script.onload = () => {
      clearTimeout(timer);
      resolve(window);
    };
    document.head.append(script);
  });
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}
class WorkerCalls {
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Set<(notice: HostNotice) => void>();
  private last = 0;

  constructor(private readonly worker: Worker) {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data);
    worker.onerror = (event) =>
      this.failAll(new HostCallError({ code: 'internal', message: event.message || 'The worker of the embedded Excel stopped.', remedy: '' }));
  }

  ask<K extends HostCall>(call: K, ask: HostCalls[K]['ask']): Promise<HostCalls[K]['answer']> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, call, ask });
    });
  }
  listen(listener: (notice: HostNotice) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  close(): void {
    this.worker.terminate();
    this.failAll(new HostCallError({ code: 'closed', message: 'The embedded Excel was closed.', remedy: '' }));
  }

  private receive(message: FromWorker): void {
    if ('notice' in message) {
      this.listeners.forEach((listener) => listener(message.notice));
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if ('failed' in message) waiting?.reject(new HostCallError(message.failed));
    else waiting?.resolve(message.answer as never);
  }
  private failAll(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
