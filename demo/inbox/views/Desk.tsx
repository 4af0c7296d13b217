import { useModel, useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { InboxModel, type InboxDeps } from '../inbox.model';
import type { Agent } from '../people';
import { readRoute } from '../route';
import { say } from '../texts';
import { UndeliveredModel, type InstanceOfUndelivered } from '../undelivered.model';
import { AccessLog } from './AccessLog';
import { Icon } from './Icon';
import { KeysDialog } from './KeysDialog';
import { QuestionList } from './QuestionList';
import { Thread } from './Thread';
import { TopBar } from './TopBar';
import { UndeliveredList } from './UndeliveredList';
import { useDeskKeys } from './useDeskKeys';

/** What the desk of one agent needs. */
export interface DeskProps {
  readonly agent: Agent;
  readonly deps: InboxDeps;
  readonly onLeave: () => void;
}

/** Ages in the list are said to the minute. */
const AGE_TICK_MS = 30_000;

/** Shows the inbox of a signed-in agent: the list, and beside it the question that is open. */
export function Desk({ agent, deps, onLeave }: DeskProps): JSX.Element {
  const inbox = useModel(() => new InboxModel(deps));
  const now = useNow();
  const keysShown = useSignal(false);
  const singleKeys = useSignal(deps.device.read('singleKeys') !== false);

  const logShown = useSignal(false);
  const showLog = (shown: boolean) => (): void => {
    logShown.value = shown;
  };

  const undelivered = useModel(() => new UndeliveredModel(deps.backend));
  useUndelivered(undelivered);

  const showKeys = (): void => {
    keysShown.value = true;
  };
  useAddress((hash) => inbox.go(readRoute(hash)));
  useSignalEffect(() => {
    const waiting = inbox.list.counts.value?.unanswered ?? 0;
    document.title = waiting > 0 ? say('app.title.waiting', { n: waiting }) : say('app.title');
  });
  useDeskKeys({ inbox, singleKeys, showKeys });

  return (
    <div class="desk" data-open={inbox.thread.id.value !== undefined}>
      <SkipLink />
      <TopBar agent={agent} undelivered={undelivered} onLog={showLog(true)} onKeys={showKeys} onLeave={onLeave} />
      {!inbox.connected.value && (
        <p class="connection">
          <Icon name="warning" />
          {say('connection.lost')}
        </p>
      )}
      <main class="work">
        <QuestionList inbox={inbox} now={now.value} />
        <Thread inbox={inbox} />
      </main>
      <p class="aside" role="status">
        {inbox.announcement}
      </p>
      {undelivered.isShown.value && (
        <UndeliveredList undelivered={undelivered} onClose={() => undelivered.show(false)} />
      )}
      {logShown.value && <AccessLog backend={deps.backend} onClose={showLog(false)} />}
      {keysShown.value && (
        <KeysDialog
          singleKeys={singleKeys.value}
          onSingleKeys={(on) => {
            singleKeys.value = on;
            deps.device.write('singleKeys', on);
          }}
          onClose={() => {
            keysShown.value = false;
          }}
        />
      )}
    </div>
  );
}

function useNow(): ReadonlySignal<number> {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, AGE_TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How often an inbox that is looked at asks what could not be delivered. */
const UNDELIVERED_TICK_MS = 60_000;

function useUndelivered({ load }: InstanceOfUndelivered): void {
  useEffect(() => {
    void load();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load();
    }, UNDELIVERED_TICK_MS);
    return () => clearInterval(timer);
  }, []);
}

/** Follows the part of the address behind `#`, from the start. */
function useAddress(onAddress: (hash: string) => void): void {
  useEffect(() => {
    const follow = (): void => onAddress(location.hash);
    addEventListener('hashchange', follow);
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
}

function SkipLink(): JSX.Element {
  const skip = (event: Event): void => {
    event.preventDefault(); // the address holds the route
    document.getElementById('thread')?.focus();
  };
  return (
    <a class="skip" href="#thread" onClick={skip}>
      {say('app.skip')}
    </a>
  );
}
