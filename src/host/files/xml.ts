/**
 * Small XML parts as trees, and back. Elements keep their written name, the namespace is resolved; comments and processing instructions
 * outside the root are not kept. Document types are refused, so no entity beyond XML's own five is ever expanded.
 */
import { SaxesParser } from 'saxes';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = 'http://www.w3.org/XML/1998/namespace';
const MAX_DEPTH = 200;
/** In force at one element; each element that adds one copies them. */
const MAX_NAMESPACES = 256;

/** ISO strict files say the same under other addresses (ISO/IEC 29500-1 strict). */
const STRICT: ReadonlyMap<string, string> = new Map([
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', MAIN],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', RELATIONSHIPS],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'http://schemas.openxmlformats.org/drawingml/2006/chart'],
  ['http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing', 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'],
]);

export type XmlNode = XmlElement | string;
export type Scope = ReadonlyMap<string, string>;

export class XmlElement {
  children: XmlNode[] = [];
  readonly local: string;
  constructor(
    /** As written, with prefix. */
    readonly name: string,
    readonly uri: string,
    readonly attributes: Map<string, string>,
    readonly scope: Scope,
  ) {
    this.local = localName(name);
  }

  get prefix(): string {
    return this.name.slice(0, this.name.length - this.local.length);
  }
  is(local: string): boolean {
    return this.local === local;
  }
  get(attribute: string): string | undefined {
    return this.attributes.get(attribute);
  }
  set(attribute: string, value: string | null): this {
    if (value === null) this.attributes.delete(attribute);
    else this.attributes.set(attribute, value);
    return this;
  }
  /** An attribute by namespace, whatever its prefix here. */
  getIn(uri: string, local: string): string | undefined {
    for (const [name, value] of this.attributes) {
      const colon = name.indexOf(':');
      if (colon > 0 && name.slice(colon + 1) === local && this.scope.get(name.slice(0, colon)) === uri) return value;
    }
    return undefined;
  }
  *elements(local?: string): IterableIterator<XmlElement> {
    for (const child of this.children) if (child instanceof XmlElement && (local === undefined || child.local === local) && child.uri === this.uri) yield child;
  }
  /** Children of any namespace. */
  *any(local?: string): IterableIterator<XmlElement> {
    for (const child of this.children) if (child instanceof XmlElement && (local === undefined || child.local === local)) yield child;
  }
  child(local: string): XmlElement | undefined {
    for (const child of this.elements(local)) return child;
    return undefined;
  }
  text(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text())).join('');
  }
  /** A new element of the same namespace and prefix, not yet a child. */
  make(local: string, attributes: Readonly<Record<string, string | number | undefined>> = {}, children: XmlNode[] = []): XmlElement {
    const kept = Object.entries(attributes).filter(([, value]) => value !== undefined);
    const element = new XmlElement(this.prefix + local, this.uri, new Map(kept.map(([name, value]) => [name, String(value)])), this.scope);
    element.children = children;
    return element;
  }
  append(...children: XmlNode[]): this {
    this.children.push(...children);
    return this;
  }
  remove(child: XmlElement): void {
    this.children = this.children.filter((other) => other !== child);
  }
  clone(): XmlElement {
    const copy = new XmlElement(this.name, this.uri, new Map(this.attributes), this.scope);
    copy.children = this.children.map((child) => (typeof child === 'string' ? child : child.clone()));
    return copy;
  }
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Builds a tree from parser events. */
export class TreeBuilder {
  root: XmlElement | null = null;
  private readonly open: XmlElement[] = [];
  private readonly scopes: Scope[] = [new Map([['xml', XML]])];

  start(name: string, attributes: Readonly<Record<string, string>>): XmlElement {
    if (this.open.length >= MAX_DEPTH) throw new Error('XML nested too deep');
    const scope = this.scopeWith(attributes);
    const colon = name.indexOf(':');
    const uri = scope.get(colon < 0 ? '' : name.slice(0, colon)) ?? '';
    const element = new XmlElement(name, uri, new Map(Object.entries(attributes)), scope);
    const parent = this.open[this.open.length - 1];
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
    this.open.push(element);
    this.scopes.push(scope);
    return element;
  }
  end(): void {
    this.open.pop();
    this.scopes.pop();
  }
  text(text: string): void {
    this.open[this.open.length - 1]?.children.push(text);
  }
  get depth(): number {
    return this.open.length;
  }

  private scopeWith(attributes: Readonly<Record<string, string>>): Scope {
    const outer = this.scopes[this.scopes.length - 1] as Scope;
    let inner: Map<string, string> | null = null;
    for (const name in attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      const uri = attributes[name] ?? '';
      (inner ??= new Map(outer)).set(name === 'xmlns' ? '' : name.slice(6), STRICT.get(uri) ?? uri);
    }
    if (inner !== null && inner.size > MAX_NAMESPACES) throw new Error('too many XML namespaces');
    return inner ?? outer;
  }
}

/** A parser that refuses document types. Positions are not tracked. */
export function plainParser(): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new Error('document type in XML');
  });
  return parser;
}

/** Throws on XML that is not well-formed or carries a document type. */
export function parseXml(text: string): XmlElement {
  const builder = new TreeBuilder();
  const parser = plainParser();
  parser.on('opentag', (tag) => void builder.start(tag.name, tag.attributes as Record<string, string>));
  parser.on('closetag', () => builder.end());
  parser.on('text', (value) => builder.text(value));
  parser.on('cdata', (value) => builder.text(value));
  parser.write(text).close();
  if (builder.root === null) throw new Error('no XML element');
  return builder.root;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export function writeXml(root: XmlElement): string {
  return DECLARATION + writeElement(root);
}

export function writeElement(element: XmlElement): string {
  const parts: string[] = [];
  write(element, parts);
  return parts.join('');
}

function write(element: XmlElement, parts: string[]): void {
  parts.push('<', element.name);
  for (const [name, value] of element.attributes) parts.push(' ', name, '="', escapeAttribute(value), '"');
  if (element.children.length === 0) {
    parts.push('/>');
    return;
  }
  parts.push('>');
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(escapeText(child));
    else write(child, parts);
  }
  parts.push('</', element.name, '>');
}

/** Characters XML 1.0 cannot carry. */
const FORBIDDEN = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]', 'g');

export function escapeText(text: string): string {
  return /[&<>\r]/.test(text) || text.search(FORBIDDEN) >= 0
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;').replace(FORBIDDEN, '')
    : text;
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}
