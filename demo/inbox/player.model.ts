import { computed, createModel, signal, type Signal } from '@preact/signals-core';
import { isTrimmed, passedMarker, placeMarkers, within } from './playback';
import { PlayheadModel, type InstanceOfPlayhead, type Playable, type PlayableFacts } from './playhead.model';

/** What playing one recording needs. */
export interface PlayerDeps {
  readonly recording: PlayableFacts;
  /** Asks for an address, which the receiver writes down as a play; nothing when it is refused. */
  readonly address: () => Promise<string | undefined>;
}

/**
 * Where a player is.
 *
 *   idle ─play▶ asking ─address▶ loading ─frames▶ ready ─the address is over▶ expired ─play▶ asking …
 *                  └─no▶ refused    └─cannot be played▶ broken
 */
export type PlayerPhase = 'idle' | 'asking' | 'loading' | 'ready' | 'refused' | 'broken' | 'expired';

/** One recording that is played. The element tells what happens by the methods of `heard`. */
export const PlayerModel = createModel(({ recording, address }: PlayerDeps) => {
  const { play, markers = [] } = recording;
  const head = new PlayheadModel(recording);
  const phase = signal<PlayerPhase>('idle');
  const url = signal<string | undefined>(undefined);
  const playing = signal(false);
  const waiting = signal(false);

  const open = async (): Promise<void> => {
    if (phase.peek() === 'asking' || phase.peek() === 'loading') return;
    phase.value = 'asking';
    url.value = await address();
    phase.value = url.peek() === undefined ? 'refused' : 'loading';
  };

  return {
    ...head,
    phase,
    url,
    playing,
    waiting,
    heard: listening(head, { phase, playing, waiting }),
    isTrimmed: computed(() => isTrimmed(head.durationMs.value, play)),
    markers: computed(() => placeMarkers(markers, { span: head.span.value, durationMs: head.durationMs.value })),
    /** Which marker was passed last. */
    passed: computed(() => passedMarker(markers, head.atMs.value)),
    toggle(): void {
      if (phase.peek() !== 'ready') void open();
      else if (head.isRunning()) head.stop();
      else head.start();
    },
    /** Goes to a marker; one outside the part that is played shows all of it. */
    jump(index: number): void {
      const placed = markers[index];
      if (!placed) return;
      if (within(head.span.peek(), placed.atMs) !== placed.atMs) head.seeAll(true);
      head.go(placed.atMs);
      if (phase.peek() !== 'ready') void open();
    },
  };
});

/** A player as its views see it. */
export type InstanceOfPlayer = InstanceType<typeof PlayerModel>;

/** What listening to an element changes. */
interface Heard {
  readonly phase: Signal<PlayerPhase>;
  readonly playing: Signal<boolean>;
  readonly waiting: Signal<boolean>;
}

/** Far behind the end of anything: going there makes a browser look for the end of a file that does not say its length. */
const FAR_S = 1e8;

/** What the element says, in its own words. */
function listening(head: InstanceOfPlayhead, { phase, playing, waiting }: Heard) {
  let video: Playable | undefined;
  let isLookingForEnd = false;
  const begin = (): void => {
    isLookingForEnd = false;
    phase.value = 'ready';
    head.take(video);
    head.start();
  };
  return {
    attached(element: Playable | null): void {
      video = element ?? undefined;
      if (!element) head.take(undefined);
    },
    metadata(): void {
      isLookingForEnd = !Number.isFinite(video?.duration);
      if (isLookingForEnd && video) video.currentTime = FAR_S;
    },
    duration(): void {
      head.fileMs.value = (video?.duration ?? NaN) * 1000;
    },
    /** There is a frame to show. */
    frameThere(): void {
      if (phase.peek() === 'loading' && !isLookingForEnd) begin();
    },
    /** The end was found, as far as there is one: else the length is what the sender said. */
    sought(): void {
      if (isLookingForEnd) begin();
    },
    frame(mediaTimeMs: number): void {
      head.noteFrame(mediaTimeMs);
      head.follow();
    },
    time: head.follow,
    playing(on: boolean): void {
      playing.value = on;
    },
    waiting(on: boolean): void {
      waiting.value = on;
    },
    /** An address that worked and does no longer is over; one that never did, or a frame that cannot be read, is broken. */
    failed(isUnreadable: boolean): void {
      head.take(undefined);
      playing.value = false;
      phase.value = phase.peek() === 'ready' && !isUnreadable ? 'expired' : 'broken';
    },
  };
}
