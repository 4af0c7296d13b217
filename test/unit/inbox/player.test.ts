import { describe, expect, it } from 'vitest';
import { PlayerModel } from '../../../demo/inbox/player.model';
import type { Playable, PlayableFacts } from '../../../demo/inbox/playhead.model';

/** A video element without a picture: it goes where it is sent at once. */
function aVideo(durationS: number) {
  const video = {
    currentTime: 0,
    playbackRate: 1,
    duration: durationS,
    paused: true,
    play: async () => void (video.paused = false),
    pause: () => void (video.paused = true),
  };
  return video satisfies Playable;
}

const RECORDING: PlayableFacts = {
  durationMs: 10_000,
  play: { fromMs: 2000, toMs: 8000 },
  markers: [
    { atMs: 3000, kind: 'press', name: 'Opslaan' },
    { atMs: 9000, kind: 'error', name: 'TypeError' },
  ],
};

/** A player whose address is there at once, and the element it is given. */
function desk(recording: PlayableFacts = RECORDING, { durationS = 10, addresses = ['/v1/content/a'] } = {}) {
  const asked: string[] = [];
  const script = addresses.values();
  const player = new PlayerModel({
    recording,
    address: async () => {
      asked.push('address');
      return script.next().value;
    },
  });
  const video = aVideo(durationS);
  const show = (): void => {
    player.heard.attached(video);
    player.heard.metadata();
    player.heard.duration();
    player.heard.frameThere();
  };
  const open = async (): Promise<void> => {
    player.toggle();
    await Promise.resolve();
    show();
  };
  return { player, video, asked, show, open };
}

describe('playing a recording', () => {
  it('asks for nothing before the agent presses play, and once however often that is pressed', async () => {
    const { player, asked, show } = desk();
    expect([player.phase.value, asked.length]).toEqual(['idle', 0]);
    player.toggle();
    player.toggle();
    await Promise.resolve();
    player.toggle();
    expect([player.phase.value, asked.length]).toEqual(['loading', 1]);
    show();
    expect(player.phase.value).toBe('ready');
  });
  it('starts at the part that was chosen and stops at its end', async () => {
    const { player, video, open } = desk();
    await open();
    expect([video.currentTime, video.paused]).toEqual([2, false]);
    video.currentTime = 8.1;
    player.heard.frame(8100);
    expect([video.currentTime, video.paused]).toEqual([8, true]);
    player.toggle();
    expect([video.currentTime, video.paused]).toEqual([2, false]);
  });
  it('plays all of it when asked, and comes back inside when that is over', async () => {
    const { player, video, open } = desk();
    await open();
    player.seeAll(true);
    player.go(9500);
    expect(video.currentTime).toBe(9.5);
    player.seeAll(false);
    expect(video.currentTime).toBe(8);
  });
  it('skips five seconds, but not out of the part', async () => {
    const { player, video, open } = desk();
    await open();
    player.skip(1);
    expect(video.currentTime).toBe(7);
    player.skip(1);
    player.skip(-1);
    player.skip(-1);
    expect(video.currentTime).toBe(2);
  });
  it('steps by the pace of the frames it saw, standing still', async () => {
    const { player, video, open } = desk();
    await open();
    for (const at of [2000, 2040, 2080, 2120]) {
      video.currentTime = at / 1000;
      player.heard.frame(at);
    }
    player.step(1);
    expect([Math.round(player.atMs.value), video.paused]).toEqual([2160, true]);
    player.step(-1);
    player.step(-1);
    expect(Math.round(player.atMs.value)).toBe(2080);
  });
  it('keeps the speed that was chosen before it was there', async () => {
    const { player, video, open } = desk();
    player.faster();
    await open();
    expect(video.playbackRate).toBe(1.5);
    player.slower();
    player.slower();
    player.slower();
    expect([video.playbackRate, player.speed.value]).toEqual([0.5, 0.5]);
  });
});

describe('a marker', () => {
  it('is gone to, and opens the recording when it was not open', async () => {
    const { player, video, asked, show } = desk();
    player.jump(0);
    await Promise.resolve();
    show();
    expect([video.currentTime, asked.length]).toEqual([3, 1]);
    expect(player.passed.value).toBe(0);
  });
  it('outside the part shows all of it', async () => {
    const { player, video, open } = desk();
    await open();
    player.jump(1);
    expect([player.whole.value, video.currentTime]).toEqual([true, 9]);
  });
});

describe('a recording without a length in its file', () => {
  const { durationMs: _none, play: _all, ...bare } = RECORDING;
  it('is looked through to its end first, and then begins', async () => {
    const { player, video, open } = desk(bare, { durationS: Infinity });
    await open();
    expect([player.phase.value, video.currentTime > 1e6]).toEqual(['loading', true]);
    video.duration = 12;
    player.heard.duration();
    player.heard.sought();
    expect([player.phase.value, player.durationMs.value, video.currentTime]).toEqual(['ready', 12_000, 0]);
  });
  it('is as long as its sender said when the browser finds no end', async () => {
    const { player, video, open } = desk(RECORDING, { durationS: Infinity });
    await open();
    player.heard.sought();
    expect([player.durationMs.value, video.currentTime]).toEqual([10_000, 2]);
  });
});

describe('when it does not go well', () => {
  it('says that the receiver refused, and asks again', async () => {
    const { player, asked, open } = desk(RECORDING, { addresses: [] });
    await open();
    expect(player.phase.value).toBe('refused');
    player.toggle();
    expect(asked).toHaveLength(2);
  });
  it('calls what never showed a frame broken', async () => {
    const { player } = desk();
    player.toggle();
    await Promise.resolve();
    player.heard.failed(false);
    expect(player.phase.value).toBe('broken');
  });
  it('calls a frame that cannot be read broken, however far it was', async () => {
    const { player, open } = desk();
    await open();
    player.heard.failed(true);
    expect(player.phase.value).toBe('broken');
  });
  it('goes on where it was when the address was over', async () => {
    const { player, video, asked, open, show } = desk(RECORDING, { addresses: ['/a', '/b'] });
    await open();
    player.go(5000);
    player.heard.failed(false);
    expect([player.phase.value, player.atMs.value]).toEqual(['expired', 5000]);
    video.currentTime = 0;
    player.toggle();
    await Promise.resolve();
    show();
    expect([player.url.value, video.currentTime, asked.length]).toEqual(['/b', 5, 2]);
  });
});
