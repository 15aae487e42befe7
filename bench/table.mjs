/** Medians of the runs and how they are printed. */
const SIDES = ['linear', 'amounts', 'tuned', 'duckdb1', 'project'];

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians of one side at one size and shape. */
function mediansOf(runs, shape, size, side) {
  const own = runs.filter((run) => run.shape === shape && run.size === size && run.side === side);
  const of = (field) => median(own.map((run) => run[field]));
  const right = own.every((run) => run.agrees === true) ? 'yes' : own.every((run) => run.agrees === null) ? '–' : 'NO';
  return { shape, size, side, runs: own.length, load: of('load'), compute: of('compute'), wall: of('wall'), cpu: of('cpu'), peak: of('peak'), right };
}

const whole = (value) => (Number.isFinite(value) ? Math.round(value).toLocaleString('en-US') : '–');
const ratio = (a, b) => (a / b).toFixed(2);

function line(row, all) {
  const cpuOf = (side) => all.find((other) => other.shape === row.shape && other.size === row.size && other.side === side).cpu;
  const times = [row.load, row.compute, row.wall, row.cpu, row.peak].map(whole);
  return `| ${[row.shape, whole(row.size), row.side, row.runs, ...times, ratio(row.cpu, cpuOf('linear')), ratio(row.cpu, cpuOf('duckdb1')), row.right].join(' | ')} |`;
}

/** How CPU time grows with the rows: 1 is in proportion. */
function exponent(all, side) {
  const own = all.filter((row) => row.side === side);
  const [first, last] = [own[0], own[own.length - 1]];
  return Math.log(last.cpu / first.cpu) / Math.log(last.size / first.size);
}

export function report(runs, { shapes, sizes }) {
  const all = shapes.flatMap((shape) => sizes.flatMap((size) => SIDES.map((side) => mediansOf(runs, shape, size, side))));
  console.log('| shape | rows | side | runs | load ms | compute ms | wall ms | CPU ms | peak MB over rows | CPU × linear | CPU × duckdb | agrees |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const row of all) console.log(line(row, all));
  console.log('');
  const own = all.filter(({ shape }) => shape === shapes[0]);
  const cpuAt = (size) => (side) => own.find((row) => row.size === size && row.side === side).cpu;
  const [first, last] = [cpuAt(sizes[0]), cpuAt(sizes[sizes.length - 1])];
  if (sizes.length > 1) console.log(`growth exponent: ${exponent(own, 'project').toFixed(2)}`);
  console.log(`ratio to duckdb: ${ratio(last('project'), last('duckdb1'))}`);
  console.log(`ratio to linear pass: ${ratio(last('project'), last('linear'))}`);
  console.log(`text amounts to linear pass: ${ratio(last('amounts'), last('linear'))}`);
  console.log(`cold start, ${whole(sizes[0])} rows, ratio to tuned: ${ratio(first('project'), first('tuned'))}`);
  return all.every((row) => row.right !== 'NO');
}
export { SIDES };
