/** How strict and how hostile the embedded Excel is. Every number has its source in office-js.md 1.1. */

export interface Limits {
  /** Excel on the web only: 5 MB each way. */
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Cells in one read, every platform. */
  readonly readCells: number;
  /** What a read over the limit does: hands back null without an error (#6781), or throws. */
  readonly overReadCells: 'null' | 'throw';
  /** Cells one operation may affect, on the web. */
  readonly operationCells: number;
  readonly addressLength: number;
  readonly mergedAreas: number;
  readonly textLength: number;
  /** Cells of one setCellProperties call, on the web (#2564). */
  readonly cellProperties: number;
  readonly settingsBytes: number;
  readonly customPropertyText: number;
  /** Requests that may be under way at once before ActivityLimitReached. */
  readonly concurrentRequests: number;
}

export const EXCEL_LIMITS: Limits = {
  requestBytes: 5_000_000,
  responseBytes: 5_000_000,
  readCells: 5_000_000,
  overReadCells: 'null',
  operationCells: 33_554_000,
  addressLength: 8192,
  mergedAreas: 512,
  textLength: 32_767,
  cellProperties: 80_000,
  settingsBytes: 1_000_000,
  customPropertyText: 255,
  concurrentRequests: 200,
};

export interface PlatformSettings {
  /** Size limits of requests apply on the web only (office-js.md 1.1). */
  readonly platform: 'web' | 'desktop';
  /** Requirement set the host answers for; the client itself ends at 1.15 (wire.md 10). */
  readonly excelApi: string;
  /** Values written across filtered rows land wrong on desktop (office-js.md 1.4, #224). */
  readonly filteredWrites: 'misplaced' | 'inPlace';
  /** False: another workbook has the focus, so adding and activating sheets and selecting fail (office-js.md 1.8). */
  readonly focused: boolean;
  /** What conditionalFormats does with several rules on one cell: lists them, or throws as open Excel bugs do (design.md 8). */
  readonly ruleLists: 'work' | 'throw';
  readonly autoSave: boolean;
  readonly coauthoring: boolean;
  readonly limits: Limits;
}

export const DEFAULT_PLATFORM: PlatformSettings = {
  platform: 'web',
  excelApi: '1.15',
  filteredWrites: 'misplaced',
  focused: true,
  ruleLists: 'work',
  autoSave: false,
  coauthoring: false,
  limits: EXCEL_LIMITS,
};

export interface PlatformOverrides extends Partial<Omit<PlatformSettings, 'limits'>> {
  readonly limits?: Partial<Limits>;
}

export function platformWith(overrides: PlatformOverrides, base: PlatformSettings = DEFAULT_PLATFORM): PlatformSettings {
  return { ...base, ...overrides, limits: { ...base.limits, ...overrides.limits } };
}
