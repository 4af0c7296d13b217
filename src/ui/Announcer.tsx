import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useContext, useEffect, useMemo } from 'preact/hooks';
import type { Clock } from '../foundation/clock';
import { AnnouncerModel } from './announcer.model';

interface Announce {
  (text: string): void;
  /** For a failed send and a lost session only. */
  readonly alert: (text: string) => void;
}

const silent: Announce = Object.assign(() => undefined, { alert: () => undefined });
const AnnouncerContext = createContext<{ readonly announce: Announce; readonly clock: Clock | undefined }>({
  announce: silent,
  clock: undefined,
});

/** What `Announcer` needs. Inside another one it takes that one's clock. */
export interface AnnouncerProps {
  readonly clock?: Clock;
  readonly children: ComponentChildren;
}

/** Holds the live regions of one layer. Each modal layer needs its own: outside it everything is inert. */
export function Announcer({ clock: ownClock, children }: AnnouncerProps): JSX.Element {
  const outer = useContext(AnnouncerContext);
  const clock = ownClock ?? outer.clock;
  const model = useMemo(() => (clock ? new AnnouncerModel(clock) : undefined), [clock]);
  const value = useMemo(
    () => ({
      clock,
      announce: model
        ? Object.assign((text: string) => model.say(text), { alert: (text: string) => model.alert(text) })
        : silent,
    }),
    [clock, model],
  );
  useEffect(() => () => model?.end(), [model]);
  return (
    <AnnouncerContext.Provider value={value}>
      {children}
      <div class="spoken" role="status">
        {model?.status}
      </div>
      <div class="spoken" role="alert">
        {model?.urgent}
      </div>
    </AnnouncerContext.Provider>
  );
}

/** Gives the function that says something to people who listen; `announce.alert` is for what may not be missed. */
export const useAnnounce = (): Announce => useContext(AnnouncerContext).announce;
