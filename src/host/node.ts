/** The embedded Excel in Node: Microsoft's client library and the engine in one process, for tests and the command line (design.md 2). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startEngineFromBytes } from './formulas/engine';
import { CLIENT_FILE, CLIENT_VERSION, connect, makeOffice, type ClientLibrary, type Connection, type EmbeddedOffice } from './library';
import type { Workbook } from './model';
import { ExcelHost, type Counters } from './wire/host';
import type { Faults } from './wire/faults';
import type { PlatformOverrides, PlatformSettings } from './wire/settings';

export interface EmbeddedExcel {
  readonly workbook: Workbook;
  readonly host: ExcelHost;
  readonly office: EmbeddedOffice;
  readonly counters: Counters;
  readonly faults: Faults;
  readonly platform: PlatformSettings;
  /** Opens another workbook in place of this one. */
  replace(workbook: Workbook): void;
  configure(overrides: PlatformOverrides): void;
  /** The user starts or ends editing a cell (office-js.md 1.3). */
  setEditing(editing: boolean): void;
  /** Formula values brought up to date, as before saving. */
  settle(): void;
  /** Takes `Excel`, `OfficeExtension` and `Office` away again. */
  close(): void;
}

const require = createRequire(import.meta.url);
let library: ClientLibrary | null = null;
let clientWindow: Record<string, unknown> = {};

/**
 * Starts Excel over a workbook: afterwards `Excel.run` and `Office.onReady` work in this process. Loads the library on the first call (0.2 s).
 * One Excel at a time: a second start takes over. Throws one clear sentence when the library is not the version it was made for.
 */
export function startExcel(workbook: Workbook, overrides: PlatformOverrides = {}): Promise<EmbeddedExcel> {
  return Promise.resolve().then(() => start(workbook, overrides));
}

function start(workbook: Workbook, overrides: PlatformOverrides): EmbeddedExcel {
  startEngineFromBytes(new Uint8Array(readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm'))));
  library ??= loadLibrary();
  const host = new ExcelHost(workbook, overrides);
  const connection = connect(library, host);
  const office = makeOffice(() => host.platform.excelApi);
  clientWindow.Office = office;
  listen(host, connection);
  Object.assign(globalThis, { Excel: library.Excel, OfficeExtension: library.OfficeExtension, Office: office });
  return embedded(host, office);
}

function listen(host: ExcelHost, connection: Connection): void {
  host.onEvents((events) => connection.fire(events));
  host.state.onHappening((happening) => {
    if (happening.kind === 'selected') setTimeout(() => connection.selectionChanged(), 0);
  });
}

function embedded(host: ExcelHost, office: EmbeddedOffice): EmbeddedExcel {
  return {
    get workbook() {
      return host.state.workbook;
    },
    host,
    office,
    counters: host.counters,
    faults: host.faults,
    get platform() {
      return host.platform;
    },
    replace: (workbook) => host.state.replace(workbook),
    configure: (overrides) => host.configure(overrides),
    setEditing: (editing) => host.setEditing(editing),
    settle: () => host.state.settle(),
    close: () => {
      host.onEvents(() => undefined);
      for (const name of ['Excel', 'OfficeExtension', 'Office']) Reflect.deleteProperty(globalThis, name);
    },
  };
}

/** Runs the library's file, unmodified, in a scope whose `window` is ours: nothing but what we take out of it becomes global. */
function loadLibrary(): ClientLibrary {
  const { version } = JSON.parse(readFileSync(require.resolve('@microsoft/office-js/package.json'), 'utf8')) as { version: string };
  if (version !== CLIENT_VERSION) throw new Error(`The embedded Excel was made for @microsoft/office-js ${CLIENT_VERSION}; ${version} is installed.`);
  const source = readFileSync(require.resolve(CLIENT_FILE), 'utf8');
  clientWindow = stubWindow();
  // Indirect eval, not node:vm: the library must share this realm's Error, Promise and Array, under test runners too.
  const run = (0, eval)(`(function (window) { with (window) { ${source}\n; return { Excel, OfficeExtension }; } })`) as (window: unknown) => ClientLibrary;
  return run.call(clientWindow, clientWindow);
}

function stubWindow(): Record<string, unknown> {
  const nothing = (): Record<string, unknown> => ({});
  const window: Record<string, unknown> = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    Promise,
    Error,
    // Declared so that the library's own `var`s land here.
    Excel: undefined,
    OfficeExtension: undefined,
    Office: undefined,
    document: { getElementsByTagName: () => [], createElement: nothing, body: {}, head: {} },
    location: { href: 'https://embedded.invalid/', search: '', hash: '', protocol: 'https:' },
    navigator: { userAgent: 'embedded' },
  };
  return Object.assign(window, { window, self: window });
}
