import { canGrab, CaptureModel, cleanPicture, grabDisplay, renderPage, type CaptureModelInstance } from '../../capture';
import type { Limits } from '../../protocol/session';
import type { QuestionsModel } from '../../questions';
import type { OwnerSpace } from '../owner';
import type { PanelParts } from '../panel/lazyParts';
import { UNAVAILABLE } from '../unavailable';
import { noteKept } from '../panel/byteStore';
import { hideOwn, pageCover } from './coverPage';

/** What captures are joined with. */
export interface CreateCaptureOptions {
  readonly port: PanelParts;
  readonly space: OwnerSpace;
  readonly questions: QuestionsModel;
  limits(): Limits;
}

/** Joins capturing with the person's storage and the question that is open. */
export function createCapture({ port, space, questions, limits }: CreateCaptureOptions): CaptureModelInstance {
  return new CaptureModel({
    freeze: () => port.moment.fresh(),
    async render(page, options) {
      const drawn = await renderPage(page, options);
      if (!drawn.ok && drawn.problem.code === 'screenshot-blocked')
        port.noteUnavailable(UNAVAILABLE['screenshot-blocked']);
      return drawn;
    },
    grab: canGrab(port.view)
      ? () =>
          grabDisplay({ view: port.view, mask: async () => (await pageCover(port))(), hideOwn: () => hideOwn(port) })
      : undefined,
    clean: cleanPicture,
    bytes: {
      async put(id, bytes) {
        await noteKept(space, id, port.clock);
        return space.chunks.put(id, bytes);
      },
      get: (id) => space.chunks.get(id),
      remove: (id) => space.chunks.remove(id),
    },
    limits,
    attached: () => questions.bundle.peek().attachments,
    newId: port.newId,
    clock: port.clock,
    digests: space.digests,
    onAttached: (attachment) => questions.attach(attachment),
    onReplaced(old, by) {
      questions.replaceAttachment(old, by);
      return questions.flush();
    },
    onSent: (listener) =>
      questions.outgoing.subscribe((outgoing) => {
        if (outgoing.state === 'sent') listener(outgoing.submission.attachments.map(({ id }) => id));
      }),
    log: port.log,
  });
}
