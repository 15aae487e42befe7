import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asksToWrite } from '../../src/taskpane/address';
import { checkManifest, everyNode, parse } from './checkManifest';

const ROOT = join(__dirname, '../..');
const manifest = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

function pngSize(path: string): readonly [number, number] | null {
  const file = join(ROOT, path);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('manifest.xml', () => {
  it('has no fault', () => {
    expect(checkManifest(manifest, pngSize)).toEqual([]);
  });

  it('names functions that the command page registers', () => {
    const names = everyNode(parse(manifest))
      .filter((node) => node.name === 'FunctionName')
      .map((node) => node.text);
    const source = readFileSync(join(ROOT, 'src/commands/commands.ts'), 'utf8');
    expect(names).toEqual(['highlightCredits', 'clearHighlights']);
    for (const name of names) expect(source).toContain(`associate('${name}'`);
  });

  // Excel on the web and on Mac were reported to refuse one pane id for two pages (OfficeDev/office-js issues 2918 and 175); with two, none did.
  it('has the four buttons, and opens the pane at its preview for Write sheets, each under its own id', () => {
    const nodes = everyNode(parse(manifest));
    const labels = nodes
      .filter((node) => node.name === 'bt:String' && /\.Label$/.test(node.attributes['id'] ?? ''))
      .map((node) => node.attributes['DefaultValue']);
    expect(labels).toEqual(['Credits', 'Review pane', 'Highlight credits', 'Clear highlights', 'Write sheets']);
    expect(nodes.filter((node) => node.name === 'TaskpaneId').map((node) => node.text)).toEqual(['Credits.Pane', 'Credits.WritePane']);
    expect(manifest).toContain('"https://localhost:3000/taskpane.html#write"');
    expect(asksToWrite('#write')).toBe(true);
    expect(asksToWrite('#other&write')).toBe(true);
    expect(asksToWrite('#writer')).toBe(false);
    expect(asksToWrite('')).toBe(false);
  });

  it('points at pages that the build makes or copies', () => {
    const made = new Set(['taskpane.html', 'commands.html']);
    const pages = [...manifest.matchAll(/https:\/\/localhost:3000\/([^"#]+\.html)/g)].map((match) => match[1] ?? '');
    expect(pages.length).toBeGreaterThanOrEqual(4);
    expect(pages.filter((page) => !made.has(page) && !existsSync(join(ROOT, page)))).toEqual([]);
  });

  const faults: readonly (readonly [string, (xml: string) => string, string])[] = [
    ['broken XML', (xml) => xml.replace('</Hosts>', ''), 'not well-formed'],
    ['a dangling resid', (xml) => xml.replace('resid="Review.Tip"', 'resid="Review.Tap"'), 'resid Review.Tap is not defined'],
    ['a resource nobody uses', (xml) => xml.replace('resid="Review.Tip"', 'resid="Clear.Tip"'), 'resource Review.Tip is never used'],
    ['plain http', (xml) => xml.replace('"https://localhost:3000/commands.html"', '"http://localhost:3000/commands.html"'), 'is not https'],
    ['an icon of another size', (xml) => xml.replaceAll('icons/clear-24.png', 'icons/clear-32.png'), 'is 32 x 32, not 24 x 24'],
    ['an icon without file', (xml) => xml.replaceAll('icons/clear-24.png', 'icons/gone-24.png'), 'has no file'],
    ['a size that the ribbon needs', (xml) => xml.replace('<bt:Image size="80" resid="Review.80"/>', ''), 'an Icon has no size 80'],
    ['an id twice', (xml) => xml.replace('id="Credits.Clear"', 'id="Credits.Highlight"'), 'id Credits.Highlight is used twice'],
    ['elements out of order', (xml) => xml.replace(/(<Label resid="Group.Label"\/>)([\s\S]*?<\/Icon>)/, '$2$1'), 'children of Group are out of order'],
    ['another floor', (xml) => xml.replace('MinVersion="1.14"/>', 'MinVersion="1.16"/>'), 'the floor ExcelApi 1.14 is not stated'],
  ];
  it.each(faults)('the check catches %s', (_, plant, sentence) => {
    const planted = plant(manifest);
    expect(planted).not.toBe(manifest);
    expect(checkManifest(planted, pngSize).join('\n')).toContain(sentence);
  });
});
