import { render } from 'preact';
import { pause } from './followChanges';
import { createHttpBackend, signIn } from './httpBackend';
import { createMemory } from './memory';
import type { Id } from './draft';
import { InboxApp } from './views/InboxApp';

const newId = (): Id => crypto.randomUUID() as Id; // a UUID v4 in lower case, by its specification

const root = document.getElementById('inbox');
if (root) {
  const device = createMemory(() => localStorage);
  const tab = createMemory(() => sessionStorage);
  render(<InboxApp world={{ signIn, createBackend: createHttpBackend, device, tab, newId, pause }} />, root);
}
