/** Conditional formats, data validation and hyperlinks of a worksheet (ECMA-376 18.3.1.18, .32, .47; the x14 extension of MS-XLSX 2.6). */
import type { ConditionalFormat, Hyperlink, Sheet, Validation } from '../model';
import { parseArea, parseAreas } from './references';
import { isTrue } from './readSheet';
import type { Relationship } from './relationships';
import { RELATIONSHIPS, type XmlElement } from './xml';

export const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const EXCEL_MAIN = 'http://schemas.microsoft.com/office/excel/2006/main';

/** Elements of one name in the sheet's extension list. */
export function extensionElements(root: XmlElement, list: string, item: string): XmlElement[] {
  const extensions = [...(root.child('extLst')?.elements('ext') ?? [])];
  const lists = extensions.flatMap((extension) => [...extension.any(list)]).filter((element) => element.uri === X14);
  return lists.flatMap((element) => [...element.elements(item)]);
}

/** The rule elements of the sheet itself, in file order: a rule's `origin` is its index here. */
export function ruleElements(root: XmlElement): { group: XmlElement; rule: XmlElement }[] {
  return [...root.elements('conditionalFormatting')].flatMap((group) => [...group.elements('cfRule')].map((rule) => ({ group, rule })));
}

/** The same for the extension's rules that stand alone; a data bar's second half belongs to its rule in the sheet. */
export function extensionRules(root: XmlElement): { group: XmlElement; rule: XmlElement }[] {
  const halves = new Set(ruleElements(root).flatMap(({ rule }) => extensionIds(rule)));
  return extensionElements(root, 'conditionalFormattings', 'conditionalFormatting').flatMap((group) =>
    [...group.elements('cfRule')].filter((rule) => !halves.has(rule.get('id') ?? '')).map((rule) => ({ group, rule })),
  );
}

/** Ids of the extension rules that continue this rule. */
export function extensionIds(rule: XmlElement): string[] {
  return [...(rule.child('extLst')?.elements('ext') ?? [])].flatMap((ext) => [...ext.any('id')].map((id) => id.text()));
}

export function readRules(root: XmlElement, sheet: Sheet): void {
  const plain = ruleElements(root).map(({ group, rule }, i) => readRule(rule, parseAreas(group.get('sqref') ?? ''), i, false));
  const extended = extensionRules(root).map(({ group, rule }, i) => readRule(rule, parseAreas(excelText(group, 'sqref')), i, true));
  sheet.conditionalFormats = [...plain, ...extended].map((format, i) => ({ ...format, id: ruleId(i) }));
}

/** Ids look like Excel's; they hold while the workbook is open. */
export function ruleId(number: number): string {
  return `{CF000000-0000-4000-8000-${(number + 1).toString(16).toUpperCase().padStart(12, '0')}}`;
}

function readRule(rule: XmlElement, areas: ConditionalFormat['areas'], origin: number, extension: boolean): ConditionalFormat {
  const dxf = rule.get('dxfId');
  return {
    id: '',
    areas,
    type: rule.get('type') ?? '',
    formula: extension ? excelText(rule, 'f') : (rule.child('formula')?.text() ?? ''),
    dxf: dxf === undefined ? -1 : Number(dxf),
    priority: Number(rule.get('priority') ?? 0),
    stopIfTrue: isTrue(rule.get('stopIfTrue')),
    extension,
    origin,
  };
}

function excelText(parent: XmlElement, local: string): string {
  for (const child of parent.any(local)) if (child.uri === EXCEL_MAIN) return child.text();
  return '';
}

/** Validation elements of the sheet, then of its extension: `origin` is the index in this list. */
export function validationElements(root: XmlElement): { element: XmlElement; extension: boolean }[] {
  const plain = [...(root.child('dataValidations')?.elements('dataValidation') ?? [])].map((element) => ({ element, extension: false }));
  const extended = extensionElements(root, 'dataValidations', 'dataValidation').map((element) => ({ element, extension: true }));
  return [...plain, ...extended];
}

export function readValidations(root: XmlElement, sheet: Sheet): void {
  sheet.validations = validationElements(root).map(({ element, extension }, i) => readValidation(element, extension, i));
}

function readValidation(element: XmlElement, extension: boolean, origin: number): Validation {
  const formula = element.child('formula1');
  const source = formula === undefined ? '' : extension ? excelText(formula, 'f') : formula.text();
  const inline = /^"([\s\S]*)"$/.exec(source.trim());
  return {
    areas: parseAreas(extension ? excelText(element, 'sqref') : (element.get('sqref') ?? '')),
    type: element.get('type') ?? 'none',
    source: inline === null ? source : (inline[1] ?? '').replace(/""/g, '"'),
    errorStyle: (element.get('errorStyle') as Validation['errorStyle'] | undefined) ?? 'stop',
    showError: isTrue(element.get('showErrorMessage')),
    errorTitle: element.get('errorTitle') ?? '',
    error: element.get('error') ?? '',
    promptTitle: element.get('promptTitle') ?? '',
    prompt: element.get('prompt') ?? '',
    inCellDropDown: !isTrue(element.get('showDropDown')),
    ignoreBlank: isTrue(element.get('allowBlank')),
    extension,
    origin,
  };
}

export function readHyperlinks(root: XmlElement, sheet: Sheet, relationships: readonly Relationship[]): void {
  const targets = new Map(relationships.map((relationship) => [relationship.id, relationship.target]));
  sheet.hyperlinks = [...(root.child('hyperlinks')?.elements('hyperlink') ?? [])].flatMap((element): Hyperlink[] => {
    const area = parseArea(element.get('ref') ?? '');
    if (area === null) return [];
    return [
      {
        area,
        address: targets.get(element.getIn(RELATIONSHIPS, 'id') ?? '') ?? '',
        documentReference: element.get('location') ?? '',
        screenTip: element.get('tooltip') ?? '',
        textToDisplay: element.get('display') ?? '',
      },
    ];
  });
}
