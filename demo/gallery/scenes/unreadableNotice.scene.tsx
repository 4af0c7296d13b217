import { useState } from 'preact/hooks';
import { UnreadableNotice } from '../../../src/questions/views';
import { Button, useText } from '../../../src/ui';
import type { Scene } from '../scene';

const Unread = ({ count }: { readonly count: number }) => {
  const t = useText();
  const [isThere, setThere] = useState(true);
  return isThere ? (
    <UnreadableNotice count={count} onDiscard={() => setThere(false)} />
  ) : (
    <Button onPress={() => setThere(true)}>{t('err.retry')}</Button>
  );
};

/** Questions on the device that nobody can read any more. */
export const unreadableNotice: Scene = {
  title: 'UnreadableNotice',
  states: {
    one: () => <Unread count={1} />,
    many: () => <Unread count={123} />,
  },
};
