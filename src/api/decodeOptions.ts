import type { Auth, HintSettings, Settings } from '../app/settings';
import { SupportError, type SupportErrorCode } from './errors';
import { nearestName } from './nearestName';
import { isObject, OPTION_RULES, type Rule, type Rules } from './optionRules';

/** Settings with everything that was wrong with the options they came from. */
export interface DecodedOptions {
  readonly settings: Settings | undefined;
  readonly problems: readonly SupportError[];
}

/** What the rules give: an address may still stand for `auth`, and `places` holds what is only passed through. */
type Found = Omit<Settings, 'auth' | 'places' | 'passThrough'> & {
  readonly auth: Auth | string | undefined;
  readonly places: Readonly<Record<string, string>> & { readonly passThrough?: readonly string[] };
};

type Report = (code: SupportErrorCode, message: string, subject?: string) => void;

/**
 * Turns whatever the host gave into settings. Never throws: a wrong value is reported and replaced by its default,
 * an unknown key is reported with the nearest known one. Without a usable `backend` there are no settings.
 */
export function decodeOptions(given: unknown): DecodedOptions {
  const problems: SupportError[] = [];
  const report: Report = (code, message, subject = '') => problems.push(new SupportError(code, message, { subject }));
  if (!isObject(given)) {
    report('option-type', 'The options should be an object with at least `backend`.');
    return { settings: undefined, problems };
  }
  const found = foundIn(given, report);
  const { passThrough = [], ...places } = found.places;
  if (found.backend) return { settings: { ...found, auth: toAuth(found.auth), places, passThrough }, problems };
  const reason = Object.hasOwn(given, 'backend') ? 'cannot be used' : 'is missing';
  report(
    'option-missing',
    `\`backend\` ${reason}. Give the url of your receiver, such as "https://support.example.nl".`,
    'backend',
  );
  return { settings: undefined, problems };
}

type Given = Readonly<Record<string, unknown>>;

/** Each value was accepted by the rule of its own path or is what stands in for it, so its type is known here. */
function foundIn(given: Given, report: Report): Found {
  const decode = groupDecoder(report);
  const read = (values: Given): Found => {
    const { hints } = values;
    const decoded = decode(OPTION_RULES, typeof hints === 'boolean' ? { ...values, hints: {} } : values);
    const found = decoded as unknown as Found & { hints: HintSettings }; // see above; what `hints` lacks is told next
    return { ...found, hints: hints !== false && { ...found.hints, isGiven: hints === true || isObject(hints) } };
  };
  try {
    return read(given);
  } catch {
    report('option-type', 'An option threw when it was read.');
    return read({}); // nothing but what stands in
  }
}

function groupDecoder(report: Report) {
  const reportType = (path: string, expected: string): void =>
    report('option-type', `Option \`${path}\` should be ${expected}. The default is used.`, path);

  const decodeOne = ([expected, accepts, otherwise]: Rule, value: unknown, path: string): unknown => {
    if (value === undefined) return otherwise;
    if (accepts(value)) return value;
    reportType(path, expected);
    return otherwise;
  };
  const groupOf = (value: unknown, path: string): Given => {
    if (isObject(value)) return value;
    if (value !== undefined) reportType(path, 'an object');
    return {};
  };
  const reportUnknown = (path: string, siblings: readonly string[]): void => {
    const nearest = nearestName(path, siblings);
    report(
      'option-unknown',
      `Option \`${path}\` is not known and is ignored.${nearest ? ` Did you mean \`${nearest}\`?` : ''}`,
      path,
    );
  };

  return function decodeGroup(rules: Rules, given: Given, prefix = ''): Record<string, unknown> {
    const names = Object.keys(rules);
    for (const name of Object.keys(given)) {
      if (!names.includes(name))
        reportUnknown(
          prefix + name,
          names.map((known) => prefix + known),
        );
    }
    const decoded = Object.entries(rules).map(([name, rule]) => {
      const path = prefix + name;
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      return [name, isRule(rule) ? decodeOne(rule, value, path) : decodeGroup(rule, groupOf(value, path), `${path}.`)];
    });
    return Object.fromEntries(decoded) as Record<string, unknown>;
  };
}

const isRule = (rule: Rule | Rules): rule is Rule => Array.isArray(rule);

/** An address stands for: fetch it with the page's own session, take the text or its `token`. */
function toAuth(auth: Auth | string | undefined): Auth | undefined {
  if (typeof auth !== 'string') return auth;
  return async () => {
    const answer = await fetch(auth, { cache: 'no-store', credentials: 'same-origin' });
    if (!answer.ok) throw new SupportError('auth-failed', `${auth} answered ${answer.status}`, { subject: 'auth' });
    const text = await answer.text();
    if (!text.startsWith('{')) return text.trim();
    return String((JSON.parse(text) as { token?: unknown }).token ?? ''); // an empty token is refused further on
  };
}
