import type { CaptureModelInstance } from '../../capture';
import { createOpenDisplay, type RecordingModelInstance } from '../../capture/recording';
import type { Limits } from '../../protocol/session';
import type { QuestionsModel } from '../../questions';
import type { OwnerSpace } from '../owner';
import { pageCover } from '../captures/coverPage';
import type { PanelParts } from '../panel/lazyParts';
import { loadDictionary, textsIn } from '../panel/texts';
import { createPieceKeeper } from './pieceKeeper';
import { showBar } from './showBar';
import { ShownRecordingModel } from './shownRecording.model';

/** What a recording is joined with. */
export interface CreateRecordingOptions {
  readonly port: PanelParts;
  readonly space: OwnerSpace;
  readonly questions: QuestionsModel;
  readonly capture: CaptureModelInstance;
  limits(): Limits;
}

/** Joins recording with the page, the person's storage and the question that is open. */
export async function createRecording(options: CreateRecordingOptions): Promise<RecordingModelInstance> {
  const { port, space, questions, capture, limits } = options;
  const { app, clock, newId } = port;
  const view = port.view as Window & typeof globalThis; // the window that this script runs in
  const settings = app.settings.peek();
  const [dictionary, { texts }, cover] = await Promise.all([
    loadDictionary(settings.locale, port.lazy),
    port.lazy.captures(),
    pageCover(port).catch(() => undefined), // told by its chunk; a recording then says that it is not covered, and asks for a look
  ]);
  const words = textsIn(dictionary, texts, settings);
  return new ShownRecordingModel({
    app,
    show: (model) => showBar(port, model, words),
    recording: {
      openDisplay: createOpenDisplay(view),
      mask: cover && (({ onBlocked }) => cover(onBlocked)),
      keeper: createPieceKeeper({ space, clock, ttlHours: settings.storage.ttlHours }),
      happenings: { subscribe: (listener) => app.trail.peek()?.onHappened(listener) ?? (() => undefined) }, // without a trail nothing is marked
      attach: ({ bytes, type, ...facts }) => capture.attachRecording({ bytes, type }, facts),
      repair: (film) =>
        port.lazy.repair().then(
          ({ repairedFilm }) => repairedFilm(film.bytes, film.durationMs),
          () => film, // it still plays
        ),
      clock,
      newId,
      settings: () => app.settings.peek().capture.recording,
      limits,
      attached: () => questions.bundle.peek().attachments,
    },
  });
}
