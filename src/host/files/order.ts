/** Order of children by schema: Excel "repairs" a file that has them otherwise. */
import { XmlElement } from './xml';

/** CT_Worksheet (ECMA-376 18.3.1.99). */
export const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;
/** CT_Workbook (ECMA-376 18.2.27). */
export const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
] as const;
/** CT_Table (ECMA-376 18.5.1.2). */
export const TABLE_ORDER = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'] as const;
/** CT_SheetPr, CT_SheetView. */
export const HEADER_FOOTER_ORDER = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'] as const;
export const SHEET_PROPERTIES_ORDER = ['tabColor', 'outlinePr', 'pageSetUpPr'] as const;
export const VIEW_ORDER = ['pane', 'selection', 'pivotSelection', 'extLst'] as const;

/** Where a child of that name belongs: before the first of those that come after it. `mc:AlternateContent` wraps controls. */
function placeFor(parent: XmlElement, local: string, order: readonly string[]): number {
  const later = new Set(order.slice(order.indexOf(local) + 1));
  const isLater = (child: XmlElement): boolean => later.has(child.local === 'AlternateContent' && order === WORKSHEET_ORDER ? 'controls' : child.local);
  const at = parent.children.findIndex((child) => child instanceof XmlElement && isLater(child));
  return at < 0 ? parent.children.length : at;
}

/** Removes all children of that name and puts the given ones in their place. */
export function putChildren(parent: XmlElement, local: string, children: readonly XmlElement[], order: readonly string[]): void {
  parent.children = parent.children.filter((child) => !(child instanceof XmlElement && child.local === local && child.uri === parent.uri));
  parent.children.splice(placeFor(parent, local, order), 0, ...children);
}

/** The child of that name, made in its place when missing. */
export function ensureChild(parent: XmlElement, local: string, order: readonly string[]): XmlElement {
  const found = parent.child(local);
  if (found !== undefined) return found;
  const made = parent.make(local);
  parent.children.splice(placeFor(parent, local, order), 0, made);
  return made;
}
