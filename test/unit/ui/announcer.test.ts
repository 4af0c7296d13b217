import { describe, expect, it } from 'vitest';
import { AnnouncerModel } from '../../../src/ui/announcer.model';

/** A clock that stands still until it is told. */
const stillClock = () => {
  const waiting = new Set<() => void>();
  return {
    now: () => 0,
    after(_: number, action: () => void) {
      waiting.add(action);
      return () => waiting.delete(action);
    },
    pass() {
      const due = [...waiting];
      waiting.clear();
      for (const action of due) action();
    },
    get isWaiting() {
      return waiting.size > 0;
    },
  };
};

describe('what is spoken', () => {
  it('is one message at a time: of those that come too soon only the last follows', () => {
    const clock = stillClock();
    const announcer = new AnnouncerModel(clock);
    announcer.say('een');
    announcer.say('twee');
    announcer.say('drie');
    expect(announcer.status.value).toBe('een');
    clock.pass();
    expect(announcer.status.value).toBe('drie');
  });

  it('is spoken again when it is the same', () => {
    const clock = stillClock();
    const announcer = new AnnouncerModel(clock);
    announcer.say('Vraag weggehaald.');
    const first = announcer.status.value;
    clock.pass();
    announcer.say('Vraag weggehaald.');
    expect(announcer.status.value).not.toBe(first);
    expect(announcer.status.value.trim()).toBe('Vraag weggehaald.');
  });

  it('never loses an alert', () => {
    const announcer = new AnnouncerModel(stillClock());
    announcer.say('een');
    announcer.alert('Log opnieuw in.');
    announcer.say('twee');
    expect(announcer.urgent.value).toBe('Log opnieuw in.');
  });

  it('leaves no timer behind', () => {
    const clock = stillClock();
    const announcer = new AnnouncerModel(clock);
    announcer.say('een');
    announcer.end();
    expect(clock.isWaiting).toBe(false);
  });
});
