/**
 * Microsoft's client library, held to what we know of it: the private members we stand on are probed once, and the session that carries its
 * requests to the embedded Excel is put in place (design.md 2; wire.md 1, 8, 10).
 */
import type { WireReply } from './wire/message';
import type { RichApiEvent } from './protocol';

/** The one version whose private members were looked at. */
export const CLIENT_VERSION = '1.1.110';
export const CLIENT_FILE = '@microsoft/office-js/dist/excel-web-16.00.js';

type SelectionHandler = (args: unknown) => void;
interface SessionBase {
  _resolveRequestUrlAndHeaderInfo(): Promise<{ url: null; headers: null }>;
  _createRequestExecutorOrNull(): Executor;
  getEventRegistration(controlId: string): EventRegistration;
}
interface Executor {
  executeAsync(customData: unknown, flags: number, message: { readonly Body: unknown }): Promise<WireReply>;
}
interface EventRegistration {
  register(eventId: number, targetId: string, handler: SelectionHandler): Promise<void>;
  unregister(eventId: number, targetId: string, handler: SelectionHandler): Promise<void>;
}
interface PrivateMembers {
  readonly SessionBase: (new () => SessionBase) & { _overrideSession?: SessionBase | undefined };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly RichApiEvent[] }): void;
}

/** The globals the library defines. */
export interface ClientLibrary {
  readonly Excel: unknown;
  readonly OfficeExtension: unknown;
}

/** Who answers: the host in this process, or the worker that holds it. */
export interface Answerer {
  answer(flags: number, body: string): Promise<WireReply>;
}
/** What the page tells the library about. */
export interface Connection {
  fire(events: readonly RichApiEvent[]): void;
  /** Tells handlers of workbook.onSelectionChanged. */
  selectionChanged(): void;
}

/** Throws one clear sentence when a member we stand on is missing. */
function privateMembers(library: ClientLibrary): PrivateMembers {
  const extension = library.OfficeExtension as Partial<PrivateMembers> | null | undefined;
  const checks: readonly (readonly [string, unknown])[] = [
    ['Excel.run', (library.Excel as { run?: unknown } | null | undefined)?.run],
    ['OfficeExtension.SessionBase', extension?.SessionBase],
    ['OfficeExtension.CommonUtility', extension?.CommonUtility],
    ['OfficeExtension._testSetRichApiMessageReadyImpl', extension?._testSetRichApiMessageReadyImpl],
    ['OfficeExtension._testTriggerRichApiMessageEvent', extension?._testTriggerRichApiMessageEvent],
  ];
  const missing = checks.filter(([, value]) => typeof value !== 'function').map(([name]) => name);
  if (missing.length > 0)
    throw new Error(`This is not the Excel client library ${CLIENT_VERSION} the embedded Excel was made for: ${missing.join(', ')} is missing.`);
  return extension as PrivateMembers;
}

/** Routes every request of the library to `answerer`. Call once for each loaded library; a later call replaces the earlier one. */
export function connect(library: ClientLibrary, answerer: Answerer): Connection {
  const members = privateMembers(library);
  const selectionHandlers = new Set<SelectionHandler>();
  members.CommonUtility._doApiNotSupportedCheck = true;
  members._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  members.SessionBase._overrideSession = new (sessionClass(members, answerer, selectionHandlers))();
  return {
    fire: (entries) => {
      if (entries.length > 0) members._testTriggerRichApiMessageEvent({ entries });
    },
    selectionChanged: () => {
      for (const handler of selectionHandlers) handler({});
    },
  };
}

function sessionClass(members: PrivateMembers, answerer: Answerer, selectionHandlers: Set<SelectionHandler>): new () => SessionBase {
  return class EmbeddedSession extends members.SessionBase {
    override _resolveRequestUrlAndHeaderInfo(): Promise<{ url: null; headers: null }> {
      return Promise.resolve({ url: null, headers: null });
    }
    override _createRequestExecutorOrNull(): Executor {
      // The body is live and changes after the answer (wire.md 1): it crosses as text.
      return { executeAsync: (_customData, flags, message) => answerer.answer(flags, JSON.stringify(message.Body)) };
    }
    override getEventRegistration(): EventRegistration {
      const change = (handler: SelectionHandler, how: 'add' | 'delete'): Promise<void> => {
        selectionHandlers[how](handler);
        return Promise.resolve();
      };
      return { register: (_event, _target, handler) => change(handler, 'add'), unregister: (_event, _target, handler) => change(handler, 'delete') };
    }
  };
}

export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}
/** The part of `Office` that the product touches, since this library brings none of its own (design.md 2). */
export interface EmbeddedOffice {
  onReady(callback?: (info: { host: string; platform: string }) => void): Promise<{ host: string; platform: string }>;
  readonly actions: { associate(id: string, action: (event: { completed(): void }) => void): void };
  readonly context: {
    readonly host: string;
    readonly platform: string;
    readonly displayLanguage: string;
    readonly contentLanguage: string;
    readonly officeTheme: OfficeTheme;
    readonly requirements: { isSetSupported(set: string, version?: string): boolean };
    readonly document: { readonly mode: string };
  };
  /** Ribbon actions that were associated, for tests and the workbench's ribbon. */
  readonly associated: ReadonlyMap<string, (event: { completed(): void }) => void>;
  readonly HostType: { readonly Excel: 'Excel' };
  readonly PlatformType: Readonly<Record<string, string>>;
}
const LIGHT: OfficeTheme = {
  bodyBackgroundColor: '#FFFFFF',
  bodyForegroundColor: '#000000',
  controlBackgroundColor: '#F0F0F0',
  controlForegroundColor: '#262626',
};

/** `excelApi`: the newest requirement set, asked each time. */
export function makeOffice(excelApi: () => string, theme: () => OfficeTheme = () => LIGHT): EmbeddedOffice {
  const associated = new Map<string, (event: { completed(): void }) => void>();
  const info = { host: 'Excel', platform: 'OfficeOnline' };
  return {
    onReady: (callback) => {
      callback?.(info);
      return Promise.resolve(info);
    },
    actions: { associate: (id, action) => void associated.set(id, action) },
    context: {
      host: 'Excel',
      platform: 'OfficeOnline',
      displayLanguage: 'en-US',
      contentLanguage: 'en-US',
      get officeTheme(): OfficeTheme {
        return theme();
      },
      requirements: { isSetSupported: (set, version) => isSetSupported(excelApi(), set, version) },
      document: { mode: 'readWrite' },
    },
    associated,
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac', iOS: 'iOS', Android: 'Android', Universal: 'Universal' },
  };
}
/** ExcelApi up to the version; DelayForCellEdit, which the client asks for before it sends that flag (office-js.md 1.3); nothing newer. */
function isSetSupported(newest: string, set: string, version = '1.1'): boolean {
  if (set === 'DelayForCellEdit') return true;
  return set === 'ExcelApi' && minor(version) <= minor(newest) && version.startsWith('1.');
}
function minor(version: string): number {
  return Number(version.split('.')[1] ?? '0');
}
