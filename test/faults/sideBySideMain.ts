/** `npm run faults -- side-by-side`: exit code 1 when something that was acknowledged is lost, doubled or changed. */
import { startNginx } from '../support/nginx';
import { startPostgres, newDatabase } from '../support/storages/postgres';
import { newBucket, startSwift, SWIFT_KEYS } from '../support/storages/swift';
import { sideBySide } from './sideBySide';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const [program = '', , ...words] = process.argv.slice(2);
const numberOf = (name: string, otherwise: number): number =>
  Number(words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);

const [receivers, clients, kills] = [numberOf('receivers', 2), numberOf('clients', 200), numberOf('kills', 5)];
const postgres = await startPostgres();
const swift = words.includes('--s3') ? await startSwift() : undefined;
try {
  const { url } = await newDatabase(postgres.adminUrl);
  const bytes = swift && { BLOB_STORE: await newBucket(swift.endpoint), ...SWIFT_KEYS };
  say(
    `${receivers} receivers on PostgreSQL and ${swift ? 'S3' : 'disk'}, ${clients} clients, ${kills} kills${words.includes('--nginx') ? ', behind nginx' : ''}`,
  );
  const report = await sideBySide({
    program,
    receivers,
    clients,
    kills,
    env: { DATABASE_URL: url, ...bytes },
    ...(words.includes('--nginx') && { startBalancer: (ports) => startNginx(ports) }),
  });
  const { lost, doubled, corrupt } = report;
  say(
    `  ${report.acknowledged} acknowledged, ${report.repeats} requests repeated, ${report.kills} times kill -9, ${report.seconds} s\n` +
      `  lost ${lost.length}, doubled ${doubled.length}, corrupt ${corrupt.length}`,
  );
  for (const text of [...lost, ...doubled, ...corrupt].slice(0, 10)) say(`  FAILED ${text}`);
  if (lost.length + doubled.length + corrupt.length > 0) process.exitCode = 1;
} finally {
  await swift?.stop();
  await postgres.stop();
}
