/** Reads files from one number to another and says of each, on a line of its own, that it begins and how it ended. */
import { callsTried, watchCalls } from './engine';
import { fileAt } from './files';
import { outcomeOf, polluted } from './reading';

const [seed = 1, from = 0, to = 0] = process.argv.slice(2).map(Number);
const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
watchCalls();
for (let n = from; n < to; n++) {
  const file = fileAt(seed, n);
  say({ n, begins: file.what });
  const before = process.cpuUsage();
  const outcome = outcomeOf(file);
  const { user, system } = process.cpuUsage(before);
  const { rss } = process.memoryUsage();
  say({ n, ...outcome, ms: Math.round((user + system) / 1000), mb: Math.round(rss / 1_048_576), polluted: polluted(), calls: callsTried().length });
}
