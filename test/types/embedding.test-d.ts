import { expectTypeOf, test } from 'vitest';
import {
  createSupport,
  isSupportError,
  type Backend,
  type Support,
  type SupportError,
  type SupportOptions,
} from '../../src/index';

test('a host needs nothing but a backend', () => {
  expectTypeOf(createSupport).parameter(0).toExtend<SupportOptions>();
  expectTypeOf<{ backend: string }>().toExtend<SupportOptions>();
  // @ts-expect-error -- without a backend there is nobody to send to
  createSupport({});
});

test('a wrong option does not compile', () => {
  // @ts-expect-error -- a language that does not ship
  createSupport({ backend: '/', locale: 'de' });
  // @ts-expect-error -- there is no way to mask less
  createSupport({ backend: '/', privacy: { mask: false } });
  // @ts-expect-error -- a name is not a reference
  createSupport({ backend: '/', context: () => ({ client: { name: 'Sam' } }) });
});

test('a backend can be an object of the host', () => {
  expectTypeOf<Backend>().toExtend<SupportOptions['backend']>();
});

test('each event brings its own values', () => {
  const support = {} as Support;
  support.on('unread', (event) => expectTypeOf(event).toEqualTypeOf<{ readonly count: number }>());
  support.on('problem', (event) => expectTypeOf(event).toEqualTypeOf<SupportError>());
  // @ts-expect-error -- there is no such event
  support.on('opened', () => undefined);
});

test('an unknown value can be told apart from a support error', () => {
  const caught: unknown = undefined;
  if (isSupportError(caught)) expectTypeOf(caught.code).toExtend<string>();
});

test('the state is read only', () => {
  const support = {} as Support;
  // @ts-expect-error -- it tells, it does not take
  support.state.isOpen = true;
  expectTypeOf(support.signOut).returns.resolves.toEqualTypeOf<{
    readonly drafts: number;
    readonly queued: number;
    readonly choice?: 'send' | 'keep' | 'delete';
  }>();
  void support.signOut({ ask: true });
  // @ts-expect-error -- the person chooses, not the host
  void support.signOut({ choice: 'delete' });
});
