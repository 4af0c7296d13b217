import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Evidence } from '../../../demo/inbox/evidence';
import { Attachments } from '../../../demo/inbox/views/Attachments';
import { idOf, questionOf, rowOf } from '../../unit/inbox/inboxFixtures';

const PICTURE: Evidence = {
  id: idOf(2),
  kind: 'screenshot',
  type: 'image/png',
  name: 'screenshot-1.png',
  size: 1000,
  digests: [],
  redaction: { mode: 'masked', boxes: 1, revealed: [] },
  state: 'stored',
  offset: 1000,
};

let root: HTMLElement;
const show = (picture: Evidence): void =>
  act(() =>
    render(
      <Attachments
        open={questionOf(rowOf(1), { attachments: [picture] })}
        grant={() => new Promise(() => undefined)}
        onDraw={() => undefined}
      />,
      root,
    ),
  ) as unknown as void;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

describe('the evidence of a question', () => {
  it('keeps the keyboard at a picture that becomes available meanwhile', () => {
    show(PICTURE);
    const card = document.getElementById(`attachment-${PICTURE.id}`);
    card?.focus();
    expect(document.activeElement).toBe(card);
    show({ ...PICTURE, state: 'available' });
    expect(root.querySelector('.picture')).not.toBeNull();
    expect(document.activeElement).toBe(card);
  });
});
