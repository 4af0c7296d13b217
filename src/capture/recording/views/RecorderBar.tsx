import '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { recordingProblemText } from '../../../locale/recordingProblemText';
import { Button, IconButton, useAnnounce, useText } from '../../../ui';
import type { RecordingModelInstance } from '../recording.model';
import { clockParts, clockText } from '../timeText';
import { BarGrip } from './BarGrip';
import { Glyph } from './Glyph';

/** What a `RecorderBar` takes. */
export interface RecorderBarProps {
  readonly model: RecordingModelInstance;
  /** Keys as in `aria-keyshortcuts`; absent where the host switched them off. */
  readonly keys: { readonly pause: string | undefined; readonly stop: string | undefined };
}

/** Draws the bar of a recording: what it does now, how long it may go on, and every way to steer it. */
export function RecorderBar({ model, keys }: RecorderBarProps): JSX.Element {
  const t = useText();
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    bar.current?.showPopover();
    bar.current?.focus({ preventScroll: true }); // who used the keyboard goes on here
  }, []);
  useSpokenState(model);
  const state = model.state.value;
  const isPaused = state === 'paused';
  return (
    <div
      class="rec-bar"
      data-state={state}
      role="region"
      aria-label={t('rec.on')}
      tabIndex={-1}
      ref={bar}
      popover="manual"
    >
      <div class="rec-row">
        <BarGrip bar={bar} />
        <span class="rec-dot" aria-hidden="true" />
        <Time model={model} />
        <span class="rec-acts">
          {state !== 'counting' && (
            <Button keys={keys.pause} disabled={model.holds.value.has('page')} onPress={model.togglePause}>
              <span class="rec-act">
                <Glyph name={isPaused ? 'resume' : 'pause'} />
                {t(isPaused ? 'rec.resume' : 'rec.pause')}
              </span>
            </Button>
          )}
          <Microphone model={model} />
          <IconButton icon="remove" name={t('rec.cancel')} onPress={() => void model.discard()} />
          {state !== 'counting' && (
            <Button kind="primary" keys={keys.stop} onPress={() => void model.stop()}>
              <span class="rec-act">
                <Glyph name="stop" />
                {t('rec.stop')}
              </span>
            </Button>
          )}
        </span>
      </div>
      <Note model={model} />
    </div>
  );
}

interface PartProps {
  readonly model: RecordingModelInstance;
}

function Time({ model }: PartProps): JSX.Element {
  const t = useText();
  const { elapsedMs, longestMs } = model.timing;
  if (model.state.value === 'counting')
    return <strong class="rec-time">{t('rec.count', { n: model.countdown.value })}</strong>;
  const max = clockText(longestMs.value);
  return (
    <span class="rec-time" role="timer" aria-live="off">
      {t('rec.time', { ...clockParts(elapsedMs.value), max })}
    </span>
  );
}

function Microphone({ model: { sound } }: PartProps): JSX.Element {
  const t = useText();
  const meter = useRef<HTMLSpanElement>(null);
  const state = sound.microphone.value;
  const isOn = state === 'on';
  const level = sound.level.value;
  useLayoutEffect(() => meter.current?.style.setProperty('--rec-level', String(level)), [level]);
  return (
    <Button
      kind="quiet"
      busy={state === 'asking'}
      name={t(isOn ? 'rec.mic.on' : 'rec.mic.off')}
      onPress={() => void sound.toggle()}
    >
      <span class="rec-mic">
        <Glyph name={isOn ? 'on' : 'off'} />
        {isOn && <span class="rec-level" ref={meter} aria-hidden="true" />}
      </span>
    </Button>
  );
}

/** One line below: what keeps it from going on, then what is nearly over, then what is known of the picture. */
function Note({ model }: PartProps): JSX.Element {
  const t = useText();
  const { isAlmostOver, canExtend, remainingMs } = model.timing;
  const trouble = model.sound.trouble.value;
  const held = heldText(model);
  const lines = [
    held && t(held),
    trouble !== undefined && t(recordingProblemText(trouble)),
    !held && isAlmostOver.value && t('rec.almost', { n: Math.ceil(remainingMs.value / 1000) }),
    t(model.isCovered.value ? 'rec.masking' : 'cap.display.warn'),
    model.sound.microphone.value === 'on' && t('rec.mic.tip'),
  ].filter((line): line is string => typeof line === 'string');
  return (
    <div class="rec-note">
      <span>{lines.slice(0, 2).join(' ')}</span>
      {isAlmostOver.value && canExtend.value && (
        <Button kind="quiet" onPress={model.extend}>
          {t('rec.more')}
        </Button>
      )}
    </div>
  );
}

function heldText({
  state,
  holds,
}: RecordingModelInstance): 'rec.paused' | 'rec.paused.page' | 'rec.paused.hidden' | undefined {
  if (holds.value.has('page')) return 'rec.paused.page';
  if (state.value !== 'paused') return undefined;
  return holds.value.has('hidden') ? 'rec.paused.hidden' : 'rec.paused';
}

/** Says what changed to people who do not see the bar. */
function useSpokenState(model: RecordingModelInstance): void {
  const t = useText();
  const announce = useAnnounce();
  const before = useRef(model.state.peek());
  const state = model.state.value;
  const held = heldText(model);
  const isAlmostOver = model.timing.isAlmostOver.value;
  const trouble = model.sound.trouble.value;
  useEffect(() => {
    const was = before.current;
    before.current = state;
    if (state === 'recording') announce(t(was === 'paused' ? 'say.rec.resumed' : 'say.rec.started'));
    if (state === 'paused') announce(t(held && held !== 'rec.paused' ? held : 'say.rec.paused'));
  }, [state]);
  useEffect(() => {
    if (isAlmostOver) announce(t('rec.almost', { n: Math.ceil(model.timing.remainingMs.peek() / 1000) }));
  }, [isAlmostOver]);
  useEffect(() => {
    if (trouble !== undefined) announce(t(recordingProblemText(trouble)));
  }, [trouble]);
}
