import { Fragment, type JSX } from 'preact';
import { KEY_LINES, keycaps, type KeyLine } from '../keys';
import { say } from '../texts';
import { Dialog } from './Dialog';
import { Icon } from './Icon';

/** What the list of keys needs. */
export interface KeysDialogProps {
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

const GROUPS: readonly KeyLine['group'][] = ['list', 'question', 'picture', 'video'];

/** Shows every key, and lets the agent switch the single ones off. */
export const KeysDialog = ({ singleKeys, onSingleKeys, onClose }: KeysDialogProps): JSX.Element => (
  <Dialog name={say('keys.title')} className="keysDialog" onClose={onClose}>
    <header class="dialogHead">
      <h2>{say('keys.title')}</h2>
      <button type="button" class="button quiet iconOnly" aria-label={say('keys.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </header>
    <div class="keyGroups">
      {GROUPS.map((group) => (
        <section key={group}>
          <h3>{say(`keys.group.${group}`)}</h3>
          <dl>
            {KEY_LINES.filter((line) => line.group === group).map((line) => (
              <div key={line.text}>
                <dt>{say(line.text)}</dt>
                <dd>
                  <Keycaps keys={line.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
    <label class="switch">
      <input type="checkbox" checked={singleKeys} onChange={(event) => onSingleKeys(event.currentTarget.checked)} />
      <span>
        {say('keys.single')}
        <span class="small muted">{say('keys.single.sub')}</span>
      </span>
    </label>
  </Dialog>
);

const Keycaps = ({ keys }: { readonly keys: readonly string[] }): JSX.Element => (
  <>
    {keys.map((key, index) => (
      <Fragment key={key}>
        {index > 0 && keys.length < 4 && <span class="small muted"> {say('keys.or')} </span>}
        {keycaps(key).map((sign) => (
          <kbd key={sign}>{sign}</kbd>
        ))}
      </Fragment>
    ))}
  </>
);
