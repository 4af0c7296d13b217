import type { CoveredDocument } from './coveredDocument';

/** Frames of a page, and what is in them now. */
export interface Frames {
  note(frame: Element): void;
  /** Looks, before a frame is drawn, whether one has another page by now. */
  look(): void;
}

/** What following frames needs. */
export interface FramesOptions {
  readonly documents: Map<Document, CoveredDocument>;
  add(document: Document): void;
}

/** Creates the list. A frame of the same origin is covered from inside; any other cannot be seen. */
export function createFrames({ documents, add }: FramesOptions): Frames {
  const frames = new Map<Element, Document | null>();

  const lookInto = (frame: Element, known: Document | null): void => {
    const inside = frame.isConnected ? (frame as HTMLIFrameElement).contentDocument : null; // frames alone are noted
    if (known && inside !== known) documents.delete(known);
    if (inside && inside !== known) add(inside);
    if (frame.isConnected) frames.set(frame, inside);
    else frames.delete(frame);
  };
  const tell = (document: Document, covered: CoveredDocument): void => {
    const here = [...frames].filter(([frame]) => frame.ownerDocument === document);
    const those = (areOpen: boolean): readonly Element[] =>
      here.filter(([, inside]) => Boolean(inside) === areOpen).map(([frame]) => frame);
    covered.noteFrames(those(true), those(false));
  };

  return {
    note(frame) {
      if (!frames.has(frame)) frames.set(frame, null);
    },
    look() {
      for (const [frame, known] of frames) lookInto(frame, known);
      for (const [document, covered] of documents) tell(document, covered);
    },
  };
}
