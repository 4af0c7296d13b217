import { succeed, type Result } from '../../../foundation/result';
import { askDisplay, type DisplayStream } from '../../browser/askDisplay';
import type { Display, OpenDisplay } from '../ports';
import { mixAudio } from './mixAudio';
import { recordStream } from './recordStream';

const FRAME_RATE = 10;

/** Creates what lets the person choose a display and records it, with silence until the microphone is turned on. */
export function createOpenDisplay(view: Window & typeof globalThis): OpenDisplay {
  return async (): Promise<Result<Display>> => {
    const asked = await askDisplay(view, { frameRate: FRAME_RATE });
    return asked.ok ? succeed(displayOf(view, asked.value)) : asked;
  };
}

function displayOf(view: Window & typeof globalThis, { track, isThisTab, end }: DisplayStream): Display {
  const sound = mixAudio(view);
  return {
    isThisTab: isThisTab === true,
    sound,
    record(listener) {
      const heard = sound.track();
      return recordStream(view.MediaRecorder, new view.MediaStream(heard ? [track, heard] : [track]), listener);
    },
    onEnded(listener) {
      if (track.readyState === 'ended') queueMicrotask(listener); // while it was looked at what was chosen: nobody will tell again
      track.addEventListener('ended', listener, { once: true });
      return () => track.removeEventListener('ended', listener);
    },
    end() {
      end();
      sound.end();
    },
  };
}
