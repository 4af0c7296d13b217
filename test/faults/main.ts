/** `npm run faults`: the matrix, the soak and its control, and a table that says whether they held. Exit code 1: they did not. */
import { matrix } from './matrix';
import { soak, type SoakReport } from './soak';
import { isSound, matrixTable, soakTable } from './table';

/** In CI, and in full. */
const SIZES = {
  ci: { seeds: [1], submissions: 2000, largestBytes: 2_600_000, naiveShare: 1 },
  long: { seeds: [1, 2, 3, 4, 5], submissions: 10_000, largestBytes: 9_500_000, naiveShare: 0.2 },
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const [program = '', ...words] = process.argv.slice(2);
const numberOf = (name: string): number | undefined => {
  const word = words.find((each) => each.startsWith(`--${name}=`));
  return word === undefined ? undefined : Number(word.slice(name.length + 3));
};
const { seeds, ...size } = SIZES[words.includes('--long') ? 'long' : 'ci'];
const submissions = numberOf('submissions') ?? size.submissions;
const seed = numberOf('seed');

say('Faults: every fault against every operation');
const cells = words.includes('--soak') ? [] : await matrix(program, seed ?? 1, say);
say(matrixTable(cells));

const soaks: SoakReport[] = [];
for (const each of words.includes('--matrix') ? [] : seed ? [seed] : seeds) {
  say(`Faults: ${submissions} submissions, seed ${each}`);
  soaks.push(await soak({ ...size, program, seed: each, submissions }, say));
}
say(soakTable(soaks));
if (!isSound(cells, soaks)) process.exitCode = 1;
