import { FAULTS } from '../support/faultProxy/faults';
import { LATEST_MS, type CellReport } from './matrix';
import type { SoakReport } from './soak';

/** What a sender without ids must do at least through the same proxy; otherwise the proxy is too kind. */
const NAIVE_DOUBLED_SHARE = 0.3;

const came = ({ isWhole, healedMs }: CellReport): boolean => isWhole && healedMs <= LATEST_MS;

/** Whether everything held: every cell came out, nothing was lost, doubled or changed, and the control did double. */
export function isSound(cells: readonly CellReport[], soaks: readonly SoakReport[]): boolean {
  return cells.every((cell) => came(cell) && cell.struck > 0) && soaks.every((each) => isHeld(each) && isBad(each));
}

const isHeld = ({ lost, doubled, corrupt, stuck }: SoakReport): boolean =>
  lost.length + doubled.length + corrupt.length + stuck === 0;
const isBad = ({ naive }: SoakReport): boolean => naive.doubled >= NAIVE_DOUBLED_SHARE * naive.sent;

/** One line per fault, and one per cell that did not come out. */
export function matrixTable(cells: readonly CellReport[]): string {
  if (cells.length === 0) return '';
  const lines = FAULTS.map((fault, index) => {
    const own = cells.filter((cell) => cell.fault === fault);
    const latest = Math.max(...own.map(({ healedMs }) => healedMs)) / 1000;
    return (
      `  FT-${index + 1} ${fault}`.padEnd(24) +
      `${own.filter(came).length} of ${own.length} cells, at most ${latest.toFixed(1)} s after the last fault`
    );
  });
  const failed = cells
    .filter((cell) => !came(cell) || cell.struck === 0)
    .map(
      ({ fault, operation, position, ...cell }) =>
        `  FAILED ${fault} at ${operation}, ${position}: ${JSON.stringify(cell)}`,
    );
  return [...lines, ...failed].join('\n');
}

/** Ours beside the control. */
export function soakTable(soaks: readonly SoakReport[]): string {
  return soaks
    .flatMap((each) => [
      `  seed ${each.seed}: ${each.requests} requests, ${each.faulted} faulted, ${each.kills} kills, ${each.crashes} crashes, ${each.seconds} s`,
      '                  sent     lost  doubled  corrupt',
      row('this outbox', each.submissions, each.lost.length, each.doubled.length, each.corrupt.length) +
        (each.stuck ? `  ${each.stuck} stuck` : ''),
      row('post and retry', each.naive.sent, each.naive.lost, each.naive.doubled) +
        `        –  (${each.naive.extra} copies too many)`,
      ...[...each.lost, ...each.doubled, ...each.corrupt].slice(0, 10).map((text) => `  FAILED ${text}`),
      ...(isBad(each) ? [] : ['  FAILED the control doubled less than 30 %: the proxy is too kind']),
    ])
    .join('\n');
}

const row = (name: string, ...counts: readonly number[]): string =>
  `  ${name}`.padEnd(18) +
  counts
    .map((count) => String(count).padStart(8))
    .join(' ')
    .replace(/^ {4}/, '');
