import { attribute } from '../../browser/elementSigns';
import type { Stage } from './stage';

const REFERENCES = ['for', 'aria-labelledby', 'aria-controls', 'aria-describedby', 'list'];

/** A build gives every class another name. */
export function* rebuildClasses({ trees, edits }: Stage): Generator<void> {
  for (const tree of trees) {
    for (const element of tree.querySelectorAll('[class]')) {
      edits.setAttribute(element, 'class', attribute(element, 'class').replace(/\S+/g, rebuilt));
      yield;
    }
  }
}

const rebuilt = (name: string): string => `${name.slice(0, 2)}_${[...name].reverse().join('')}`;

/** One more stands before everything that counts: each id with a number gets that of the next, and what points at it follows. */
export function* rebuildNumbers({ trees, edits }: Stage): Generator<void> {
  for (const tree of trees) {
    for (const element of tree.querySelectorAll('[id]')) {
      edits.setAttribute(element, 'id', counted(element.id));
      yield;
    }
    for (const name of REFERENCES) {
      for (const element of tree.querySelectorAll(`[${name}]`)) {
        edits.setAttribute(element, name, counted(attribute(element, name)));
        yield;
      }
    }
  }
}

const counted = (ids: string): string => ids.replace(/\d{1,9}/g, (number) => String(Number(number) + 1));

/** The build for people leaves out what is for tests. */
export function* dropTestIds({ trees, edits, testIdAttribute }: Stage): Generator<void> {
  for (const tree of trees) {
    for (const element of tree.querySelectorAll(`[${testIdAttribute}]`)) {
      edits.setAttribute(element, testIdAttribute);
      yield;
    }
  }
}
