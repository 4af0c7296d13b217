import { paths } from '../../../protocol/paths';
import type { BackendKeys } from '../../ports';
import { readJson, readNoContent } from '../httpAnswer';
import { deviceKey } from '../views';
import { createAsk } from './ask';
import { answerOf } from './fetchAnswer';

/**
 * Creates what asks a receiver for the key of this device.
 *
 * @param url the receiver's address, or a path on this origin
 */
export function createHttpKeys(
  url: string,
  fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
): BackendKeys {
  const ask = createAsk(url, fetch);
  return {
    deviceKey: (device, call) =>
      ask({ path: paths.deviceKey(device), method: 'PUT' }, call, async (response) =>
        readJson(await answerOf(response), deviceKey),
      ),
    removeDeviceKey: (device, call) =>
      ask({ path: paths.deviceKey(device), method: 'DELETE' }, call, async (response) =>
        readNoContent(await answerOf(response)),
      ),
  };
}
