/** Conditional formats, data validation and hyperlinks, written into a sheet's tree. Rules that came from the file keep all they had. */
import type { ConditionalFormat, Hyperlink, Sheet, Validation } from '../model';
import type { Draft } from './draft';
import { putChildren, WORKSHEET_ORDER } from './order';
import { extensionIds, extensionRules, ruleElements, validationElements, X14 } from './readRules';
import { areaAddress, areasAddress, parseAreas } from './references';
import { relationshipPrefix } from './relationshipPrefix';
import type { XmlElement } from './xml';

export function writeRules(root: XmlElement, sheet: Sheet): void {
  const before = ruleElements(root);
  const extended = extensionRules(root);
  const plain = sheet.conditionalFormats.filter((format) => !format.extension);
  const kept = new Set(plain.map((format) => format.origin));
  const orphans = new Set(before.flatMap(({ rule }, i) => (kept.has(i) ? [] : extensionIds(rule))));
  const keptExtensions = new Set(sheet.conditionalFormats.filter((format) => format.extension).map((format) => format.origin));
  extended.forEach(({ group, rule }, i) => {
    if (!keptExtensions.has(i)) group.remove(rule);
  });
  dropOrphans(root, orphans);
  const groups = new Map<string, XmlElement>();
  for (const format of plain) groupFor(root, groups, format, before).append(writeRule(root, format, before[format.origin]?.rule));
  putChildren(root, 'conditionalFormatting', [...groups.values()], WORKSHEET_ORDER);
}

function groupFor(
  root: XmlElement,
  groups: Map<string, XmlElement>,
  format: ConditionalFormat,
  before: readonly { group: XmlElement; rule: XmlElement }[],
): XmlElement {
  const sqref = areasAddress(format.areas);
  const origin = before[format.origin]?.group;
  const same = origin !== undefined && areasAddress(parseAreas(origin.get('sqref') ?? '')) === sqref ? origin : undefined;
  const pivot = same?.get('pivot');
  // Rules of the file stay grouped as they were; ours stand apart, so removing them leaves the file's as before.
  const key = same === undefined ? `new|${sqref}` : `file|${before.findIndex(({ group }) => group === same)}`;
  const known = groups.get(key);
  if (known !== undefined) return known;
  const group = root.make('conditionalFormatting', { sqref: same?.get('sqref') ?? sqref, pivot });
  groups.set(key, group);
  return group;
}

function writeRule(root: XmlElement, format: ConditionalFormat, origin: XmlElement | undefined): XmlElement {
  const rule = origin?.clone() ?? root.make('cfRule', { type: format.type });
  if (format.dxf >= 0) rule.set('dxfId', String(format.dxf));
  rule.set('priority', String(format.priority)).set('stopIfTrue', format.stopIfTrue ? '1' : null);
  const formula = rule.child('formula');
  if (formula !== undefined) formula.children = [format.formula];
  else if (format.formula !== '') rule.children.unshift(root.make('formula', {}, [format.formula]));
  return rule;
}

/** Removes the second halves of deleted rules, and lists and extensions that hold nothing any more. */
function dropOrphans(root: XmlElement, ids: ReadonlySet<string>): void {
  const list = root.child('extLst');
  for (const extension of [...(list?.elements('ext') ?? [])]) {
    for (const formats of [...extension.any('conditionalFormattings')].filter((element) => element.uri === X14)) {
      for (const group of [...formats.elements('conditionalFormatting')]) {
        for (const rule of [...group.elements('cfRule')]) if (ids.has(rule.get('id') ?? '')) group.remove(rule);
        if (group.child('cfRule') === undefined) formats.remove(group);
      }
      if (formats.child('conditionalFormatting') === undefined) extension.remove(formats);
    }
  }
  dropEmptyExtensions(root);
}

function dropEmptyExtensions(root: XmlElement): void {
  const list = root.child('extLst');
  if (list === undefined) return;
  for (const extension of [...list.elements('ext')]) if ([...extension.any()].length === 0) list.remove(extension);
  if (list.child('ext') === undefined) root.remove(list);
}

export function writeValidations(root: XmlElement, sheet: Sheet): void {
  const before = validationElements(root);
  const kept = new Set(sheet.validations.filter((validation) => validation.extension === true).map((validation) => validation.origin));
  before.forEach(({ element, extension }, i) => {
    if (extension && !kept.has(i)) dropExtensionValidation(root, element);
  });
  dropEmptyExtensions(root);
  const plain = sheet.validations.filter((validation) => validation.extension !== true);
  const elements = plain.map((validation) => writeValidation(root, validation, before[validation.origin]?.element));
  putChildren(root, 'dataValidations', elements.length === 0 ? [] : [root.make('dataValidations', { count: elements.length }, elements)], WORKSHEET_ORDER);
}

function dropExtensionValidation(root: XmlElement, element: XmlElement): void {
  for (const extension of root.child('extLst')?.elements('ext') ?? []) {
    for (const list of [...extension.any('dataValidations')]) {
      list.remove(element);
      if (list.child('dataValidation') === undefined) extension.remove(list);
      else list.set('count', String([...list.elements('dataValidation')].length));
    }
  }
}

function writeValidation(root: XmlElement, validation: Validation, origin: XmlElement | undefined): XmlElement {
  const element = origin?.clone() ?? root.make('dataValidation', { type: validation.type });
  const text = (attribute: string, value: string): void => void element.set(attribute, value === '' ? null : value);
  const flag = (attribute: string, on: boolean): void => void element.set(attribute, on ? '1' : null);
  element.set('errorStyle', validation.errorStyle === 'stop' ? null : validation.errorStyle);
  flag('allowBlank', validation.ignoreBlank);
  flag('showDropDown', !validation.inCellDropDown);
  flag('showErrorMessage', validation.showError);
  if (validation.prompt !== '' || validation.promptTitle !== '') element.set('showInputMessage', '1');
  text('errorTitle', validation.errorTitle);
  text('error', validation.error);
  text('promptTitle', validation.promptTitle);
  text('prompt', validation.prompt);
  element.set('sqref', areasAddress(validation.areas));
  if (origin === undefined) element.append(root.make('formula1', {}, [listFormula(validation)]));
  else if (validation.type === 'list' && element.child('formula1') !== undefined)
    (element.child('formula1') as XmlElement).children = [listFormula(validation)];
  return element;
}

/** An inline list stands in quotes, a reference does not. */
function listFormula({ type, source }: Validation): string {
  if (type !== 'list') return source;
  if (source.startsWith('=')) return source.slice(1);
  const reference = /[!$]|^\w+(\.\w+)*\(|^[A-Za-z]{1,3}\d+(:[A-Za-z]{1,3}\d+)?$/.test(source);
  return reference && !source.includes(',') ? source : `"${source.replace(/"/g, '""')}"`;
}

export function writeHyperlinks(root: XmlElement, sheet: Sheet, draft: Draft, part: string): void {
  const prefix = relationshipPrefix(root);
  const links = sheet.hyperlinks.map((link) => writeHyperlink(root, link, prefix, draft, part));
  putChildren(root, 'hyperlinks', links.length === 0 ? [] : [root.make('hyperlinks', {}, links)], WORKSHEET_ORDER);
}

function writeHyperlink(root: XmlElement, link: Hyperlink, prefix: string, draft: Draft, part: string): XmlElement {
  const text = (value: string): string | undefined => (value === '' ? undefined : value);
  return root.make('hyperlink', {
    ref: areaAddress(link.area),
    [`${prefix}:id`]: link.address === '' ? undefined : linkTarget(link.address, draft, part),
    location: text(link.documentReference),
    tooltip: text(link.screenTip),
    display: text(link.textToDisplay),
  });
}

function linkTarget(address: string, draft: Draft, part: string): string {
  const known = draft.rels(part).all.find((relationship) => relationship.external && relationship.target === address);
  return known?.id ?? draft.relate(part, 'hyperlink', address, true);
}
