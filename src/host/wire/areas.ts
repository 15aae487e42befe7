/** Excel.RangeAreas: several areas of one sheet treated as one. */
import type { Area, Sheet } from '../model';
import { addressText, isEntireColumn, isEntireRow, onSheet, overlap, parseArea, splitSheet } from './address';
import { conditionalFormatsObject } from './conditionalFormats';
import { refuse } from './errors';
import { formatObject } from './format';
import { bind, type HostObject, type Kind } from './kind';
import { clearArea } from './rangeContent';
import { RangeRef, withCells } from './rangeRef';
import { rangeObject } from './range';
import type { ExcelState } from './state';
import { validationObject } from './validation';
import { worksheetObject } from './worksheet';

export class AreasRef {
  constructor(
    readonly state: ExcelState,
    readonly sheet: Sheet,
    readonly ranges: readonly RangeRef[],
  ) {}
}

/** Ranges of "A1:B2,D4"; text past 8,192 characters is cut and fails as InvalidArgument (office-js.md 1.1, #5198). */
export function areasOfAddress(state: ExcelState, sheet: Sheet, address: string): HostObject {
  if (address.length > state.platform.limits.addressLength) refuse('InvalidArgument');
  const areas = splitAreas(address).map((each) => parseArea(splitSheet(each).rest) ?? refuse('InvalidArgument'));
  return areasObject(state, withCells(sheet), areas);
}
function splitAreas(address: string): string[] {
  return address.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((each) => each.trim());
}

export function areasObject(state: ExcelState, sheet: Sheet, areas: readonly Area[]): HostObject {
  return bind(
    AREAS,
    new AreasRef(
      state,
      sheet,
      areas.map((area) => new RangeRef(state, sheet, area)),
    ),
  );
}
function total(self: AreasRef): number {
  return self.ranges.reduce((sum, range) => sum + range.cells, 0);
}
function intersections(self: AreasRef, other: readonly Area[]): HostObject | null {
  const found = self.ranges.flatMap((range) => other.map((area) => overlap(range.area, area)).filter((area) => area !== null));
  return found.length === 0 ? null : areasObject(self.state, self.sheet, found);
}
function areasOf(object: HostObject | null, text: unknown): readonly Area[] {
  if (object?.self instanceof RangeRef) return [object.self.area];
  if (object?.self instanceof AreasRef) return object.self.ranges.map((range) => range.area);
  if (typeof text !== 'string') refuse('InvalidArgument');
  return splitAreas(text).map((each) => parseArea(splitSheet(each).rest) ?? refuse('InvalidArgument'));
}
function usedAreas(self: AreasRef, valuesOnly: boolean): HostObject | null {
  const used = self.sheet.cells.used(valuesOnly);
  return used ? intersections(self, [used]) : null;
}

const AREAS: Kind<AreasRef> = {
  name: 'RangeAreas',
  scalars: {
    address: (self) => self.ranges.map((range) => addressText(self.sheet.name, range.area)).join(','),
    addressLocal: (self) => self.ranges.map((range) => addressText(self.sheet.name, range.area)).join(','),
    areaCount: (self) => self.ranges.length,
    cellCount: (self) => (total(self) > 2 ** 31 - 1 ? -1 : total(self)),
    isEntireColumn: (self) => self.ranges.every((range) => isEntireColumn(range.area)),
    isEntireRow: (self) => self.ranges.every((range) => isEntireRow(range.area)),
    style: () => 'Normal',
  },
  parts: {
    areas: (self) => bind(AREA_LIST, self),
    conditionalFormats: (self) => conditionalFormatsObject(self.ranges),
    dataValidation: (self) => validationObject(self.ranges),
    format: (self) => formatObject(self.ranges),
    worksheet: (self) => worksheetObject(self.state, self.sheet),
  },
  methods: {
    calculate: (self) => self.state.recalculation.settle('Automatic', true),
    clear: (self, args) => {
      const what = args.optionalText(0) ?? 'All';
      for (const range of self.ranges) {
        self.state.mayWrite(self.sheet, range.area);
        clearArea(range, what === 'Contents' ? 'contents' : what === 'Formats' ? 'formats' : 'all');
        self.state.happened({ kind: 'cells', sheet: self.sheet, area: range.area, change: 'RangeEdited' });
      }
    },
    getIntersection: (self, args) => intersections(self, areasOf(args.object(0), args.at(0))) ?? refuse('ItemNotFound'),
    getIntersectionOrNullObject: (self, args) => intersections(self, areasOf(args.object(0), args.at(0))),
    getOffsetRangeAreas: (self, args) => {
      const moved = self.ranges.map(({ area }) => ({ ...area, row: area.row + args.number(0), column: area.column + args.number(1) }));
      return moved.every(onSheet) ? areasObject(self.state, self.sheet, moved) : refuse('InvalidArgument');
    },
    getUsedRangeAreas: (self, args) => usedAreas(self, args.flag(0, false)) ?? refuse('ItemNotFound'),
    getUsedRangeAreasOrNullObject: (self, args) => usedAreas(self, args.flag(0, false)),
    setDirty: () => undefined,
  },
};

const AREA_LIST: Kind<AreasRef> = {
  name: 'RangeCollection',
  methods: {
    getCount: (self) => self.ranges.length,
    getItemAt: (self, args) => rangeObject(self.ranges[args.number(0)] ?? refuse('ItemNotFound')),
  },
  items: (self) => self.ranges.map(rangeObject),
};
