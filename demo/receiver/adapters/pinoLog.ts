import { pino, type DestinationStream } from 'pino';
import type { ReceiverLog } from '../ports';

/** Writes JSON lines. What is in a line is decided by `ReceiverLog`: nothing else is ever handed over. */
export function createPinoLog(destination?: DestinationStream): ReceiverLog {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    answered: (line) => log.info(line, 'answered'),
    looked: (line) => (line.sound ? log.info(line, 'looked') : log.error(line, 'looked')),
    told: (line) => (line.state === 'dead' ? log.error(line, 'told') : log.info(line, 'told')),
    failed: (line) => log.error(line, 'failed'),
  };
}
