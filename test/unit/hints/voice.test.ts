import { describe, expect, it } from 'vitest';
import { VoiceModel } from '../../../src/hints/voice.model';
import { manualClock } from '../../support/builders';

const aVoice = () => {
  const clock = manualClock();
  return { clock, voice: new VoiceModel(clock) };
};

describe('the voice of hints', () => {
  it('waits until the live region has been there for a moment', () => {
    const { clock, voice } = aVoice();
    voice.say('bsn', 'Typ 9 cijfers.');
    expect(voice.spoken.value).toBe('');
    clock.pass(100);
    expect(voice.spoken.value).toBe('Typ 9 cijfers.');
  });

  it('says one thing in 1.5 seconds; of those that wait the last wins', () => {
    const { clock, voice } = aVoice();
    voice.say('een', 'Een.');
    clock.pass(100);
    voice.say('twee', 'Twee.');
    clock.pass(500);
    voice.say('drie', 'Drie.');
    clock.pass(999);
    expect(voice.spoken.value).toBe('Een.');
    clock.pass(1);
    expect(voice.spoken.value).toBe('Drie.');
  });

  it('says nothing of a hint that has gone', () => {
    const { clock, voice } = aVoice();
    voice.say('bsn', 'Typ 9 cijfers.');
    voice.drop('bsn');
    clock.pass(2000);
    expect(voice.spoken.value).toBe('');
  });

  it('keeps what another hint says when one goes', () => {
    const { clock, voice } = aVoice();
    voice.say('een', 'Een.');
    voice.say('twee', 'Twee.');
    voice.drop('een');
    clock.pass(100);
    expect(voice.spoken.value).toBe('Twee.');
  });

  it('says the same words twice when they come twice', () => {
    const { clock, voice } = aVoice();
    voice.say('een', 'Typ 9 cijfers.');
    clock.pass(100);
    voice.say('twee', 'Typ 9 cijfers.');
    clock.pass(1500);
    expect(voice.spoken.value).toBe('Typ 9 cijfers.\u00a0');
  });
});
