/** Small things kept with the workbook: add-in settings, and custom properties of a sheet. */
import type { Sheet } from '../model';
import { textOf } from './arguments';
import { refuse } from './errors';
import { bind, type HostObject, type Kind } from './kind';
import { registrations } from './registrations';
import type { ExcelState } from './state';

interface Entry {
  readonly state: ExcelState;
  readonly store: Map<string, unknown>;
  readonly key: string;
}
interface Store {
  readonly state: ExcelState;
  readonly store: Map<string, unknown>;
  /** Checks and changes a value before it is kept. */
  readonly accept: (value: unknown) => unknown;
  readonly foldCase: boolean;
  readonly entry: Kind<Entry>;
}

function put(self: Store, key: string, value: unknown): HostObject {
  self.state.mayChangeWorkbook();
  self.store.set(keyIn(self, key) ?? key, self.accept(value));
  return bind(self.entry, { state: self.state, store: self.store, key: keyIn(self, key) ?? key });
}
function keyIn(self: Store, key: string): string | null {
  if (self.store.has(key)) return key;
  if (!self.foldCase) return null;
  return [...self.store.keys()].find((each) => each.toLowerCase() === key.toLowerCase()) ?? null;
}
function find(self: Store, key: unknown): HostObject | null {
  const known = keyIn(self, textOf(key));
  return known === null ? null : bind(self.entry, { state: self.state, store: self.store, key: known });
}
function storeKind(name: string): Kind<Store> {
  return {
    name,
    methods: {
      add: (self, args) => put(self, args.text(0), args.at(1)),
      getCount: (self) => self.store.size,
      getItem: (self, args) => find(self, args.at(0)) ?? refuse('ItemNotFound'),
      getItemOrNullObject: (self, args) => find(self, args.at(0)),
      ...registrations(['SettingsChanged']),
    },
    items: (self) => [...self.store.keys()].map((key) => bind(self.entry, { state: self.state, store: self.store, key })),
    item: find,
  };
}
function entryKind(name: string, checked: (state: ExcelState, value: unknown) => unknown): Kind<Entry> {
  const value = (self: Entry): unknown => (self.store.has(self.key) ? self.store.get(self.key) : refuse('ItemNotFound'));
  return {
    name,
    scalars: { key: (self) => self.key, value, _Id: (self) => self.key },
    setters: {
      value: (self, given) => {
        self.state.mayChangeWorkbook();
        self.store.set(self.key, checked(self.state, given));
      },
    },
    methods: {
      delete: (self) => {
        self.state.mayChangeWorkbook();
        self.store.delete(self.key);
      },
    },
    identity: (self) => ({ Key: self.key, _Id: self.key }),
  };
}

/** All settings together may not pass the limit: more fails as InvalidArgument (office-js.md 1.1, #3957). */
function checkedSetting(state: ExcelState, value: unknown): unknown {
  const size = JSON.stringify([...state.workbook.settings.values()]).length + JSON.stringify(value ?? null).length;
  return size > state.platform.limits.settingsBytes ? refuse('InvalidArgument') : value;
}
/** Longer text is cut (office-js.md 1.1, #4530). */
function checkedProperty(state: ExcelState, value: unknown): string {
  return textOf(value).slice(0, state.platform.limits.customPropertyText);
}
const SETTING = entryKind('Setting', checkedSetting);
const SETTINGS = storeKind('SettingCollection');
const PROPERTY = entryKind('WorksheetCustomProperty', checkedProperty);
const PROPERTIES = storeKind('WorksheetCustomPropertyCollection');

export function settingsObject(state: ExcelState): HostObject {
  return bind(SETTINGS, { state, store: state.workbook.settings, accept: (value) => checkedSetting(state, value), foldCase: false, entry: SETTING });
}
export function customPropertiesObject(state: ExcelState, sheet: Sheet): HostObject {
  const store = sheet.customProperties as Map<string, unknown>;
  return bind(PROPERTIES, { state, store, accept: (value) => checkedProperty(state, value), foldCase: true, entry: PROPERTY });
}
