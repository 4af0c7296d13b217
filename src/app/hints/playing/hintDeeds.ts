import type { GoneThing, HintDeeds } from '../../../hints';
import type { HintsParts } from '../hintsParts';

/** What deeds are done with. */
export interface HintDeedParts extends Pick<HintsParts, 'view' | 'openPanel' | 'news' | 'options'> {
  /** Something is asked for that is not there. */
  onGone(what: GoneThing): void;
}

/** Carries out what buttons and links of hints ask for. */
export function createHintDeeds(parts: HintDeedParts): HintDeeds {
  const { view, openPanel, news, onGone } = parts;
  const gone = (what: GoneThing): boolean => {
    onGone(what);
    return false;
  };
  const ask = async (text?: string): Promise<boolean> => {
    await openPanel('ask', text);
    return true;
  };
  return {
    async act({ do: deed, prefill = {}, event = '', href = '' }) {
      switch (deed) {
        case 'openWidget':
          return ask(Object.values(prefill).join('\n'));
        case 'emit':
          news.hintButton(event);
          return true;
        case 'openLink':
          return lead(parts, href);
        case 'openArticle':
        case 'openVideo':
          return gone('article');
        case 'startHint':
          return gone('hint');
        default:
          return false;
      }
    },
    async link(href) {
      if (/^(artikel|video):/.test(href)) return gone('article');
      if (href.startsWith('hint:')) return gone('hint');
      return href.startsWith('widget:') ? ask() : lead({ view, options: parts.options }, href);
    },
  };
}

/** A path of the host goes by its own router where it gave one; another site opens beside the app. Anything else leads nowhere. */
function lead({ view, options }: Pick<HintDeedParts, 'view' | 'options'>, href: string): boolean {
  if (/^\/(?![/\\])/.test(href)) {
    const { navigate } = options();
    if (navigate) navigate(href);
    else view.location.assign(href);
    return true;
  }
  if (!/^(https:\/\/|mailto:|tel:)/.test(href)) return false;
  view.open(href, '_blank', 'noopener,noreferrer');
  return true;
}
