import type { Call } from './callQueue';
import { startLoader, type Loader } from './index';
import type { DoorOptions } from './doors';

/** The one global: a function to call, with the calls made before this script ran in `q`. */
interface Stub {
  (...call: Call): void;
  q?: ArrayLike<unknown>[];
}

/**
 * Acts when it runs: takes over the stub's calls in order, or starts from the attributes of its own tag.
 * A second copy of this script leaves the first one alone.
 */
function run(view: Window & { CliendoSupport?: Stub }, tag: HTMLOrSVGScriptElement | null): void {
  const stub = view.CliendoSupport;
  if (stub && !stub.q && stub.name === 'cliendoSupport') return;
  let loader: Loader | undefined;
  let early: Call[] = [];

  function cliendoSupport(...call: Call): void {
    if (call[0] === 'create') create(call[1]);
    else if (loader) loader.call(call);
    else early.push(call);
    if (call[0] === 'destroy') loader = undefined;
  }
  function create(options: unknown): void {
    if (loader) return loader.call(['create', options]); // the core says that it is running already
    loader = startLoader(view, (options ?? {}) as DoorOptions); // decoded by the core; the doors look at each member's type
    for (const call of early) loader.call(call);
    early = [];
  }

  view.CliendoSupport = cliendoSupport;
  const { backend, auth, locale, launcher } = tag?.dataset ?? {};
  if (backend !== undefined) create({ backend, ...(auth && { auth }), ...(locale && { locale }), launcher: launcher !== undefined && launcher !== 'false' });
  for (const call of stub?.q ?? []) cliendoSupport(...(Array.from(call) as unknown as Call)); // arguments objects of the stub
}

run(window, document.currentScript);
