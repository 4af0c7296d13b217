/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'kB' | 'MB' | '';
  readonly values: Readonly<Record<string, number | undefined>>;
  /** The most that it may be, and of whom. A row without is only read. */
  readonly goal?: { readonly most: number; readonly of: string };
  /** Why the figure says nothing this time: then it is neither reached nor missed. */
  readonly doubt?: string | undefined;
}

/** The middle one. */
export const median = (values: readonly number[]): number => share(values, 0.5);
/** What 95 of a hundred stay within. */
export const p95 = (values: readonly number[]): number => share(values, 0.95);
/** What 99 of a hundred stay within. */
export const p99 = (values: readonly number[]): number => share(values, 0.99);
/** All together. */
export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Runs in which nothing of ours ran must agree so far, in milliseconds, for a difference with them to say something. */
const AGREES_MS = 0.05;

/** Tells why a difference with these runs says nothing: those of even and of odd turns are two groups of the same. */
export function doubtOf(off: readonly number[]): string | undefined {
  const [even, odd] = [0, 1].map((rest) => median(off.filter((_, at) => at % 2 === rest))) as [number, number]; // two were asked for
  const apart = Math.abs(even - odd);
  return apart < AGREES_MS ? undefined : `the runs without hints differ ${apart.toFixed(2)} ms`;
}

/** Gives a sentence for each goal that is not reached, or that was not measured at all. */
export const missesOf = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ what, unit, values, goal, doubt }) => {
    if (!goal || doubt !== undefined) return [];
    const value = values[goal.of];
    if (value === undefined || Number.isNaN(value)) return [`${what}: not measured.`];
    return value <= goal.most ? [] : [`${what}: ${show(value)} ${unit}, at most ${goal.most} is asked.`];
  });

/** Writes the table. */
export function tableOf(rows: readonly Row[], columns: readonly string[]): string {
  const head = ['what', 'goal', ...columns];
  const lines = rows.map((row) => [
    row.unit ? `${row.what}, ${row.unit}` : row.what,
    goalOf(row),
    ...columns.map((column) => show(row.values[column])),
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function goalOf({ goal, doubt }: Row): string {
  if (!goal) return '';
  return `≤ ${goal.most} (${goal.of})${doubt === undefined ? '' : `; not judged: ${doubt}`}`;
}

function show(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
