import { computed, createModel, signal } from '@preact/signals-core';
import type { Evidence } from './evidence';
import { durationOf, frameMsOf, spanOf, speedBeside, startOf, within, type Speed } from './playback';

/** What plays: a video element, or something that behaves like one. Seconds, as it counts. */
export interface Playable {
  currentTime: number;
  playbackRate: number;
  readonly paused: boolean;
  readonly duration: number;
  play(): Promise<void>;
  pause(): void;
}

/** What a player has to know of a recording. */
export type PlayableFacts = Pick<Evidence, 'durationMs' | 'play' | 'markers'>;

/** What a press of an arrow skips. */
const SKIP_MS = 5000;
/** How many frames are looked at to know their pace. */
const FRAMES_KEPT = 31;

/** Where we are in a recording, how fast it goes and which part of it is played; also before there is anything to play. */
export const PlayheadModel = createModel(({ durationMs: declaredMs, play }: PlayableFacts) => {
  const atMs = signal(spanOf(declaredMs ?? 0, play, false).fromMs);
  const fileMs = signal(NaN);
  const whole = signal(false);
  const speed = signal<Speed>(1);
  const durationMs = computed(() => durationOf(declaredMs, fileMs.value));
  const span = computed(() => spanOf(durationMs.value, play, whole.value));
  let frameTimes: readonly number[] = [];
  let video: Playable | undefined;

  const go = (targetMs: number): void => {
    atMs.value = within(span.peek(), targetMs);
    if (video) video.currentTime = atMs.peek() / 1000;
  };
  const choose = (next: Speed): void => {
    speed.value = next;
    if (video) video.playbackRate = next;
  };

  return {
    atMs,
    fileMs,
    whole,
    speed,
    durationMs,
    span,
    go,
    choose,
    /** Takes over what has frames to show: from here on it is moved along. */
    take(element: Playable | undefined): void {
      video = element;
      frameTimes = [];
      if (element) element.playbackRate = speed.peek();
    },
    start(): void {
      go(startOf(span.peek(), atMs.peek()));
      video?.play().catch(() => undefined); // the browser says no: the button still says "play"
    },
    stop: (): void => video?.pause(),
    isRunning: (): boolean => video?.paused === false,
    /** Reads where the element is, and stops it at the end of the part that is played. */
    follow(): void {
      if (!video) return;
      atMs.value = video.currentTime * 1000;
      if (video.paused || atMs.peek() < span.peek().toMs) return;
      video.pause();
      go(span.peek().toMs);
    },
    noteFrame(mediaTimeMs: number): void {
      if (video?.paused === false) frameTimes = [...frameTimes, mediaTimeMs].slice(-FRAMES_KEPT);
    },
    skip: (way: 1 | -1): void => go(atMs.peek() + way * SKIP_MS),
    /** Shows the next frame, or the one before; playing stops there. */
    step(way: 1 | -1): void {
      video?.pause();
      go(atMs.peek() + way * frameMsOf(frameTimes));
    },
    faster: (): void => choose(speedBeside(speed.peek(), 1)),
    slower: (): void => choose(speedBeside(speed.peek(), -1)),
    seeAll(on: boolean): void {
      whole.value = on;
      go(atMs.peek());
    },
  };
});

/** A playhead as the player sees it. */
export type InstanceOfPlayhead = InstanceType<typeof PlayheadModel>;
