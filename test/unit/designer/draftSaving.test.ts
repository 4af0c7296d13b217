import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kept, nextSave, refused, startSaving, withNext, type DraftSaving } from '../../../src/designer';
import type { HintDraft } from '../../../src/protocol';

const draft = (name: string): HintDraft => ({ hint: { id: 'uitleg', kind: 'tooltip', name }, targets: {} });
const shown = (saving: DraftSaving): unknown => {
  const save = nextSave(saving);
  return save && [save.draft.hint.name, save.etag];
};
/** As it is after what is next was sent. */
const sent = (saving: DraftSaving): DraftSaving => nextSave(saving)?.saving ?? saving;

test('what is typed before it leaves goes as one, and what is kept goes no more', () => {
  const saving = withNext(withNext(startSaving('new'), draft('O')), draft('Op'));
  expect(shown(saving)).toEqual(['Op', 'new']);
  expect(shown(kept(sent(saving), { etag: 'a' }))).toBeUndefined();
  expect(shown(startSaving('new'))).toBeUndefined();
});

test('what has no answer goes again as it was, over the same state, before what is newer', () => {
  const cut = withNext(sent(withNext(startSaving('a'), draft('Op'))), draft('Opslaan'));
  expect(shown(cut)).toEqual(['Op', 'a']);
  expect(shown(sent(cut))).toEqual(['Op', 'a']);
  expect(shown(kept(sent(cut), { etag: 'b' }))).toEqual(['Opslaan', 'b']);
});

test('what was refused waits, unless something newer does', () => {
  const saving = sent(withNext(startSaving('a'), draft('Op')));
  expect(shown(refused(saving))).toEqual(['Op', 'a']);
  expect(shown(refused(withNext(saving, draft('Opslaan'))))).toEqual(['Opslaan', 'a']);
  expect(shown(refused(startSaving('a')))).toBeUndefined();
});

/** A receiver as docs/adr/0042 has it: the tag comes of the state before and of what came. */
const aReceiver = () => {
  let etag = 'new';
  let name: string | undefined;
  return {
    name: () => name,
    save(body: HintDraft, over: string): string | undefined {
      const next = `${over}>${body.hint.name}`;
      if (etag !== next && etag !== over) return undefined;
      [etag, name] = [next, body.hint.name];
      return next;
    },
  };
};

test('whatever is lost on the way, the last word is kept and nobody seems to have been first', () => {
  const act = fc.constantFrom('type', 'answered', 'answer lost', 'request lost');
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const receiver = aReceiver();
      let saving = startSaving('new');
      let typed: string | undefined;
      const send = (how: string): void => {
        const save = nextSave(saving);
        if (save === undefined) return;
        saving = save.saving;
        if (how === 'request lost') return;
        const etag = receiver.save(save.draft, save.etag);
        expect(etag).toBeDefined();
        if (etag !== undefined && how === 'answered') saving = kept(saving, { etag });
      };
      for (const [at, one] of acts.entries()) {
        if (one === 'type') saving = withNext(saving, draft((typed = `woord ${at}`)));
        else send(one);
      }
      send('answered');
      send('answered');
      expect(receiver.name()).toBe(typed);
      expect(nextSave(saving)).toBeUndefined();
    }),
  );
});
