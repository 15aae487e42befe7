/**
 * An offline check of the add-in-only manifest (office-js.md 3): well-formed, element order, every resid defined and used, https addresses,
 * icon files with the pixel size their place asks for, unique ids, label lengths. Returns one sentence a fault; [] when there is none.
 */
import { SaxesParser } from 'saxes';

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** Order of the children in each element whose order the schema fixes. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};
const REQUIRED_SIZES = [16, 32, 80];

export function parse(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const node: Node = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => {
    const top = stack.at(-1);
    if (top) top.text += text;
  });
  parser.on('closetag', () => stack.pop());
  parser.write(xml).close();
  return root;
}

export function everyNode(node: Node): Node[] {
  return [node, ...node.children.flatMap(everyNode)];
}

/** `iconSize(path)` gives the pixel width and height of an icon file under the project, or null when there is none. */
export function checkManifest(xml: string, iconSize: (path: string) => readonly [number, number] | null): string[] {
  let root: Node;
  try {
    root = parse(xml);
  } catch (error) {
    return [`not well-formed: ${error instanceof Error ? error.message : String(error)}`];
  }
  const nodes = everyNode(root);
  return [
    ...orderFaults(nodes),
    ...idFaults(nodes),
    ...resourceFaults(nodes),
    ...addressFaults(nodes),
    ...iconFaults(nodes, iconSize),
    ...contentFaults(nodes),
  ];
}

function orderFaults(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    const order = ORDER[node.name];
    if (order === undefined) return [];
    const places = node.children.map((child) => order.indexOf(child.name));
    const unknown = node.children.filter((_, i) => places[i] === -1).map((child) => `${child.name} does not belong in ${node.name}`);
    const misplaced = places.some((place, i) => i > 0 && place < (places[i - 1] ?? 0)) ? [`children of ${node.name} are out of order`] : [];
    return [...unknown, ...misplaced];
  });
}

function idFaults(nodes: readonly Node[]): string[] {
  const ids = nodes.map((node) => node.attributes.id).filter((id): id is string => id !== undefined);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `id ${id} is used twice`);
}

const resources = (nodes: readonly Node[]): Map<string, Node> =>
  new Map(
    nodes.filter((node) => /^bt:(Image|Url|String)$/.test(node.name) && node.attributes.id !== undefined).map((node) => [node.attributes.id ?? '', node]),
  );

function resourceFaults(nodes: readonly Node[]): string[] {
  const defined = resources(nodes);
  const used = new Set(nodes.map((node) => node.attributes.resid).filter((id): id is string => id !== undefined));
  const tooLong = [...defined.values()].filter((node) => node.name === 'bt:String' && (node.attributes.DefaultValue ?? '').length > 250);
  return [
    ...[...used].filter((id) => !defined.has(id)).map((id) => `resid ${id} is not defined`),
    ...[...defined.keys()].filter((id) => !used.has(id)).map((id) => `resource ${id} is never used`),
    ...[...defined.keys(), ...used].filter((id) => id.length > 32).map((id) => `resid ${id} is longer than 32 characters`),
    ...tooLong.map((node) => `text ${node.attributes.id ?? ''} is longer than 250 characters`),
  ];
}

function addressFaults(nodes: readonly Node[]): string[] {
  return nodes
    .map((node) => (node.name === 'AppDomain' ? node.text : (node.attributes.DefaultValue ?? '')))
    .filter((value) => /^[a-z]+:\/\//i.test(value) && !value.startsWith('https://'))
    .map((value) => `${value} is not https`);
}

function iconFaults(nodes: readonly Node[], iconSize: (path: string) => readonly [number, number] | null): string[] {
  const defined = resources(nodes);
  const wanted = nodes
    .filter((node) => node.name === 'bt:Image' && node.attributes.resid !== undefined)
    .map((node) => ({ url: defined.get(node.attributes.resid ?? '')?.attributes.DefaultValue ?? '', size: Number(node.attributes.size) }));
  for (const [name, size] of [
    ['IconUrl', 32],
    ['HighResolutionIconUrl', 64],
  ] as const) {
    wanted.push(...nodes.filter((node) => node.name === name).map((node) => ({ url: node.attributes.DefaultValue ?? '', size })));
  }
  const missingSizes = nodes
    .filter((node) => node.name === 'Icon')
    .flatMap((icon) =>
      REQUIRED_SIZES.filter((size) => !icon.children.some((image) => image.attributes.size === String(size))).map((size) => `an Icon has no size ${size}`),
    );
  const wrong = wanted.flatMap(({ url, size }) => {
    const path = /^https:\/\/[^/]+\/(.+)$/.exec(url)?.[1];
    const real = path === undefined ? null : iconSize(path);
    if (real === null) return [`icon ${url} has no file`];
    return real[0] === size && real[1] === size ? [] : [`icon ${url} is ${real[0]} x ${real[1]}, not ${size} x ${size}`];
  });
  return [...missingSizes, ...wrong];
}

function contentFaults(nodes: readonly Node[]): string[] {
  const textOf = (name: string) => nodes.find((node) => node.name === name)?.text ?? '';
  const faults: string[] = [];
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(textOf('Id'))) faults.push('Id is not a GUID');
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(textOf('Version'))) faults.push('Version has not four parts');
  if (!nodes.some((node) => node.name === 'Set' && node.attributes.Name === 'ExcelApi' && node.attributes.MinVersion === '1.14'))
    faults.push('the floor ExcelApi 1.14 is not stated');
  if (!nodes.some((node) => node.name === 'Host' && node.attributes.Name === 'Workbook')) faults.push('the host Workbook is not stated');
  return faults;
}
