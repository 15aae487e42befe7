/** Excel.Workbook, Application and what hangs on them. */
import { flagOf, oneOf } from './arguments';
import { areasObject } from './areas';
import { refuse } from './errors';
import { bind, type HostObject, type Kind } from './kind';
import { insertSheets } from './insertSheets';
import { namesObject } from './names';
import { rangeObject } from './range';
import { RangeRef, withCells } from './rangeRef';
import { registrations } from './registrations';
import { settingsObject } from './stored';
import type { ExcelState } from './state';
import { tablesObject } from './tables';
import { functionsObject } from './functions';
import { worksheetsObject } from './worksheet';

export function workbookObject(state: ExcelState): HostObject {
  return bind(WORKBOOK, state);
}

function selected(state: ExcelState): RangeRef {
  state.mayTakeFocus();
  return new RangeRef(state, withCells(state.activeSheet()), state.workbook.selection);
}
const WORKBOOK: Kind<ExcelState> = {
  name: 'Workbook',
  scalars: {
    name: (self) => self.workbook.fileName,
    readOnly: (self) => self.workbook.readOnly,
    isDirty: () => true,
    autoSave: (self) => self.platform.autoSave,
    previouslySaved: () => true,
    usePrecisionAsDisplayed: () => false,
    calculationEngineVersion: () => 191029,
    chartDataPointTrack: () => true,
  },
  setters: { isDirty: () => undefined },
  parts: {
    application: (self) => bind(APPLICATION, self),
    functions: (self) => functionsObject(self),
    names: (self) => namesObject(self, null),
    properties: (self) => bind(PROPERTIES, self),
    protection: (self) => bind(PROTECTION, self),
    settings: settingsObject,
    tables: (self) => tablesObject(self, {}),
    worksheets: worksheetsObject,
    _Runtime: (self) => bind(RUNTIME, self),
    runtime: (self) => bind(RUNTIME, self),
  },
  methods: {
    getActiveCell: (self) => rangeObject(selected(self).at({ ...self.workbook.selection, rows: 1, columns: 1 })),
    getIsActiveCollabSession: (self) => self.platform.coauthoring,
    getSelectedRange: (self) => rangeObject(selected(self)),
    getSelectedRanges: (self) => areasObject(self, self.activeSheet(), [selected(self).area]),
    save: () => undefined,
    close: () => refuse('NotImplemented'),
    insertWorksheetsFromBase64: (self, args) => insertSheets(self, args),
    _RemoveReference: (self, args) => {
      self.references.delete(args.text(0));
    },
    ...registrations(['Activated', 'AutoSaveSettingChanged', 'SelectionChanged']),
  },
};

/** Whether anything waits for calculation, as calculationState tells it. */
function calculationState(self: ExcelState): string {
  return self.recalculation.pending && self.workbook.calculationMode === 'Manual' ? 'Pending' : 'Done';
}
const APPLICATION: Kind<ExcelState> = {
  name: 'Application',
  scalars: {
    calculationMode: (self) => self.workbook.calculationMode,
    calculationState,
    calculationEngineVersion: () => 191029,
    decimalSeparator: () => '.',
    thousandsSeparator: () => ',',
    useSystemSeparators: () => true,
  },
  setters: {
    calculationMode: (self, value) => {
      self.workbook.calculationMode = oneOf(value, ['Automatic', 'AutomaticExceptTables', 'Manual']);
    },
  },
  parts: { cultureInfo: (self) => bind(CULTURE, self) },
  methods: {
    calculate: (self, args) => {
      if (oneOf(args.at(0), ['Recalculate', 'Full', 'FullRebuild']) === 'Recalculate') self.recalculation.settle('Automatic', true);
      else self.recalculation.calculateAll();
    },
    suspendApiCalculationUntilNextSync: (self) => {
      self.calculationSuspended = true;
    },
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
};
const CULTURE: Kind<ExcelState> = {
  name: 'CultureInfo',
  scalars: { name: () => 'en-US' },
  parts: { numberFormat: (self) => bind(NUMBER_CULTURE, self), datetimeFormat: (self) => bind(DATE_CULTURE, self) },
};
const NUMBER_CULTURE: Kind<ExcelState> = { name: 'NumberFormatInfo', scalars: { numberDecimalSeparator: () => '.', numberGroupSeparator: () => ',' } };
const DATE_CULTURE: Kind<ExcelState> = {
  name: 'DatetimeFormatInfo',
  scalars: {
    dateSeparator: () => '/',
    timeSeparator: () => ':',
    shortDatePattern: () => 'M/d/yyyy',
    longDatePattern: () => 'dddd, MMMM d, yyyy',
    longTimePattern: () => 'h:mm:ss tt',
    shortTimePattern: () => 'h:mm tt',
  },
};

/** Protecting twice is AccessDenied, as with sheets (office-js.md 1.4). */
const PROTECTION: Kind<ExcelState> = {
  name: 'WorkbookProtection',
  scalars: { protected: (self) => self.workbook.structureProtected },
  methods: {
    protect: (self) => {
      if (self.workbook.structureProtected) refuse('AccessDenied');
      self.workbook.structureProtected = true;
    },
    unprotect: (self) => {
      if (!self.workbook.structureProtected) refuse('AccessDenied');
      self.workbook.structureProtected = false;
    },
  },
};
const RUNTIME: Kind<ExcelState> = {
  name: 'Runtime',
  scalars: { enableEvents: (self) => !self.eventsSilenced },
  setters: {
    enableEvents: (self, value) => {
      self.eventsSilenced = !flagOf(value);
    },
  },
};
const PROPERTIES: Kind<ExcelState> = {
  name: 'DocumentProperties',
  scalars: {
    title: () => '',
    subject: () => '',
    author: () => '',
    keywords: () => '',
    comments: () => '',
    category: () => '',
    manager: () => '',
    company: () => '',
    lastAuthor: () => '',
    revisionNumber: () => 0,
  },
};
