import { createModel, signal } from '@preact/signals-core';
import type { Id } from '../../foundation/id';
import type { Failure } from '../../foundation/result';
import type { Marker } from '../../protocol/submission';
import type { RecordingDeps, RecordingHead } from './ports';
import type { PieceLine } from './pieceLine.model';

const EMPTY: Failure = { code: 'recording-empty', message: 'The recorder gave no bytes.' };

/** From pieces to an attachment: a recording that was made now, or one that a crash or reload left. */
export const KeepingModel = createModel(({ keeper, attach, repair }: RecordingDeps) => {
  const left = signal<RecordingHead | undefined>(undefined);
  /** What could not be attached. The device may lack the end of it, or all: this page has the whole. */
  let unattached: { readonly head: RecordingHead; readonly bytes: ArrayBuffer } | undefined;

  const forget = (id: Id): void => {
    if (left.peek()?.id === id) left.value = undefined;
    if (unattached?.head.id === id) unattached = undefined;
  };
  const attachWhole = async (head: RecordingHead, bytes: ArrayBuffer | undefined): Promise<Failure | undefined> => {
    if (!bytes?.byteLength) {
      await keeper.remove(head.id);
      forget(head.id);
      return EMPTY;
    }
    const { id, startedAt: _, ...facts } = head;
    const whole = await repair({ bytes, durationMs: facts.durationMs });
    const attached = await attach({
      ...facts,
      ...whole,
      markers: shifted(facts.markers, whole.durationMs - facts.durationMs),
    });
    if (!attached.ok) {
      unattached = { head, bytes };
      left.value = head; // offered: once there is room it can be attached
      return attached.problem;
    }
    await keeper.remove(id);
    forget(id);
    return undefined;
  };

  return {
    /** What a crash or reload left. */
    left,
    /** Attaches what was recorded now; tells what went wrong. */
    async keep(head: RecordingHead, line: PieceLine): Promise<Failure | undefined> {
      const whole = await line.whole(head.id);
      return whole.ok ? attachWhole(head, whole.value) : whole.problem;
    },
    /** Looks whether something was left. */
    async look(): Promise<void> {
      const found = await keeper.left();
      left.value = unattached?.head ?? (found.ok ? found.value : undefined);
    },
    /** Attaches what was left. */
    async keepLeft(): Promise<Failure | undefined> {
      const head = left.peek();
      if (!head) return undefined;
      if (unattached?.head.id === head.id) return attachWhole(head, unattached.bytes);
      const read = await keeper.read(head.id);
      return read.ok ? attachWhole(head, read.value) : read.problem;
    },
    /** Throws away what was left. */
    async dropLeft(): Promise<void> {
      const head = left.peek();
      if (!head) return;
      forget(head.id);
      await keeper.remove(head.id);
    },
    /** Throws away the pieces of a recording that is not wanted. */
    async drop(id: Id, line: PieceLine): Promise<void> {
      await line.settled();
      await keeper.remove(id);
    },
  };
});

/** An encoder that is slow to begin tells so late: the film is longer than the clock says, by what lies before its first frame. */
const shifted = (markers: readonly Marker[], lateMs: number): readonly Marker[] =>
  lateMs > 0 ? markers.map((marker) => ({ ...marker, atMs: marker.atMs + lateMs })) : markers;
