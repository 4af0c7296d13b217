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
 * A second copy of this script leaves the first one alone: what its tag asks is passed on.
 */
function run(view: Window & { CliendoSupport?: Stub }, tag: HTMLOrSVGScriptElement | null): void {
  const stub = view.CliendoSupport;
  const asked = tag?.dataset['backend'] === undefined ? [] : [['create', optionsOf(tag.dataset)] as const];
  if (stub?.name === 'cliendoSupport') return asked.forEach((call) => stub(...call)); // the one that runs says so
  let loader: Loader | undefined;
  let early: Call[] = [];

  function cliendoSupport(...call: Call): void {
    if (call[0] === 'create') create(call[1]);
    else if (loader) loader.call(call);
    else early.push(call);
    if (call[0] === 'destroy') loader = undefined;
  }
  function create(options: unknown): void {
    if (loader && !loader.hasFailed()) return loader.call(['create', options]); // the core says that it is running already
    loader = startLoader(view, (options ?? {}) as DoorOptions); // decoded by the core; the doors look at each member's type
    for (const call of early) loader.call(call);
    early = [];
  }

  view.CliendoSupport = cliendoSupport;
  for (const call of [...asked, ...callsIn(stub)]) cliendoSupport(...call);
}

/** The stub keeps `arguments` objects. */
const callsIn = (stub: Stub | undefined): readonly Call[] =>
  Array.from(stub?.q ?? [], (call) => Array.from(call) as unknown as Call); // made by the stub from a call

function optionsOf({ backend, auth, locale, launcher }: DOMStringMap): unknown {
  return {
    backend,
    ...(auth && { auth }),
    ...(locale && { locale }),
    launcher: launcher !== undefined && launcher !== 'false',
  };
}

run(window, document.currentScript);
