/**
 * The import table of design.md 3 as code. `violations` takes the source files as path → text and returns one sentence a breach.
 * Type-only imports count as imports unless a rule allows types.
 */
import ts from 'typescript';

interface Rule {
  /** Folders under src (longest match wins). */
  readonly folder: string;
  /** Source folders it may import. */
  readonly may: readonly string[];
  /** Source folders of which it may import types only. */
  readonly types?: readonly string[];
  /** Packages it may import (prefix match); '*' = any. */
  readonly packages: readonly string[];
  /** May it speak to Excel.* / Office.*? */
  readonly excel?: boolean;
}

export const RULES: readonly Rule[] = [
  { folder: 'core/causes', may: ['core'], packages: [] },
  { folder: 'core/checks', may: ['core'], packages: [] },
  // What is planted must not come from what looks for it: of the core it knows the data and the words, not one rule of a cause.
  { folder: 'core/selfTest', may: ['core/selfTest', 'core/ledger', 'core/credit', 'core/money', 'core/day', 'core/policy/policy'], packages: [] },
  { folder: 'core', may: ['core'], packages: [] },
  { folder: 'intake', may: ['core', 'intake'], packages: ['decimal.js', 'papaparse'] },
  // A reviewed file of last month is looked into without Excel.
  { folder: 'intake/workbook', may: ['core', 'intake'], packages: ['fflate', 'saxes'] },
  { folder: 'outputs', may: ['core', 'outputs'], packages: [] },
  { folder: 'excel', may: ['excel'], types: ['app', 'outputs', 'intake/contract', 'core/credit'], packages: [], excel: true },
  { folder: 'app', may: ['app', 'core', 'intake', 'outputs', 'excel'], packages: [] },
  {
    folder: 'taskpane',
    may: ['taskpane', 'app', 'core'],
    types: ['intake/contract', 'outputs/edit'],
    packages: ['react', 'react-dom/client', '@fluentui/', '@tanstack/react-virtual'],
  },
  { folder: 'commands', may: ['commands', 'app'], types: ['core'], packages: [] },
  { folder: 'host', may: ['host'], packages: ['*'] },
  { folder: 'workbench', may: ['workbench', 'taskpane', 'app', 'host'], types: ['core', 'intake/contract'], packages: ['*'] },
  { folder: 'cli', may: ['cli', 'app', 'host', 'intake/x12', 'core/day', 'core/money'], types: ['core', 'intake'], packages: ['*'] },
];
/** Files that may do what their folder may not, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, { readonly packages?: readonly string[]; readonly excel?: boolean; readonly may?: readonly string[] }>> = {
  'core/money.ts': { packages: ['decimal.js'] },
  // The one place of the pane that touches Office.onReady and the Office theme.
  'taskpane/office.ts': { excel: true },
  // Registers the ribbon functions with Office.actions.
  'commands/commands.ts': { excel: true },
};

interface Import {
  readonly path: string;
  readonly typeOnly: boolean;
}

function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : node.isTypeOnly;
      found.push({ path: node.moduleSpecifier.text, typeOnly });
    } else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText(source) === 'require') &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    ) {
      found.push({ path: node.arguments[0].text, typeOnly: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ path: node.argument.literal.text, typeOnly: true });
    } else if (
      ts.isNewExpression(node) &&
      node.expression.getText(source) === 'URL' &&
      node.arguments?.[0] &&
      ts.isStringLiteral(node.arguments[0]) &&
      node.arguments[0].text.startsWith('.')
    ) {
      found.push({ path: node.arguments[0].text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Values (not types) of the Office object model that the file names. */
function officeNames(source: ts.SourceFile): string[] {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && ['Excel', 'Office', 'OfficeExtension'].includes(node.expression.text))
      names.add(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...names];
}

function resolve(from: string, path: string): string {
  const parts = [...from.split('/').slice(0, -1), ...path.split('/')];
  const out: string[] = [];
  for (const part of parts) {
    if (part === '..') out.pop();
    else if (part !== '.') out.push(part);
  }
  return out.join('/');
}

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

export function violations(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => fileViolations(file, text));
}

function fileViolations(file: string, text: string): string[] {
  const rule = RULES.filter((candidate) => within(file, candidate.folder)).sort((a, b) => b.folder.length - a.folder.length)[0];
  if (rule === undefined) return [`${file} is in no folder of the import table`];
  const exception = EXCEPTIONS[file];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const faults = importsOf(source).flatMap((found) => importFault(file, rule, found, exception?.packages ?? [], exception?.may ?? []));
  const named = rule.excel === true || rule.folder === 'host' || rule.folder === 'workbench' || exception?.excel === true ? [] : officeNames(source);
  const ambient = within(file, 'core')
    ? ['console', 'Date.now', 'performance.', 'Math.random'].filter((word) => new RegExp(`\\b${word.replace('.', '\\.')}`).test(stripComments(source)))
    : [];
  return [...faults, ...named.map((name) => `${file} speaks to ${name}`), ...ambient.map((word) => `${file} uses ${word}: the core is pure`)];
}

function stripComments(source: ts.SourceFile): string {
  return ts
    .createPrinter({ removeComments: true })
    .printFile(source)
    .replace(/(['"`])(?:\\.|(?!\1)[^\\])*\1/g, "''");
}

function importFault(file: string, rule: Rule, found: Import, packages: readonly string[], may: readonly string[]): string[] {
  if (!found.path.startsWith('.')) {
    const allowed = [...rule.packages, ...packages];
    return allowed.includes('*') || allowed.some((name) => found.path === name || found.path.startsWith(name.endsWith('/') ? name : `${name}/`))
      ? []
      : [`${file} imports package ${found.path}`];
  }
  const target = resolve(file, found.path);
  if (
    (rule.folder === 'core/causes' || rule.folder === 'core/checks') &&
    within(target, rule.folder) &&
    !file.endsWith('/index.ts') &&
    /\/[cv]\d\d/.test(target)
  ) {
    return [`${file} imports ${target}: causes and checks do not import one another`];
  }
  if (rule.folder.split('/')[0] === 'core' && rule.folder !== 'core/selfTest' && within(target, 'core/selfTest')) {
    return [`${file} imports ${target}: what finds credits does not know what plants them`];
  }
  const reach = [...rule.may, ...may];
  if (reach.some((folder) => within(target, folder))) return [];
  if (found.typeOnly && (rule.types ?? []).some((folder) => within(target, folder))) return [];
  return [`${file} imports ${target}`];
}
