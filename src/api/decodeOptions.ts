import type { Auth, Settings } from '../app/settings';
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
  // Each value was accepted by the rule of its own path or is what stands in for it, so its type is known here.
  const found = decodeGroup(OPTION_RULES, given, '', report) as unknown as Found;
  const { passThrough = [], ...places } = found.places;
  if (found.backend) return { settings: { ...found, auth: toAuth(found.auth), places, passThrough }, problems };
  const reason = Object.hasOwn(given, 'backend') ? 'cannot be used' : 'is missing';
  report('option-missing', `\`backend\` ${reason}. Give the url of your receiver, such as "https://support.example.nl".`, 'backend');
  return { settings: undefined, problems };
}

function decodeGroup(rules: Rules, given: Readonly<Record<string, unknown>>, prefix: string, report: Report): Record<string, unknown> {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(rules, name)) continue;
    const nearest = nearestName(prefix + name, Object.keys(rules).map((known) => prefix + known)); // prettier-ignore
    report('option-unknown', `Option \`${prefix}${name}\` is not known and is ignored.${nearest ? ` Did you mean \`${nearest}\`?` : ''}`, prefix + name);
  }
  const decode = ([name, rule]: [string, Rule | Rules]): [string, unknown] => {
    const path = prefix + name;
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const wrong = (expected: string): void =>
      report('option-type', `Option \`${path}\` should be ${expected}. The default is used.`, path);
    return [name, isRule(rule) ? decodeOne(rule, value, wrong) : decodeGroup(rule, groupOf(path, value, wrong), `${path}.`, report)];
  };
  return Object.fromEntries(Object.entries(rules).map(decode));
}

const isRule = (rule: Rule | Rules): rule is Rule => Array.isArray(rule);

function decodeOne([expected, accepts, otherwise]: Rule, value: unknown, wrong: (expected: string) => void): unknown {
  if (value === undefined) return otherwise;
  if (accepts(value)) return value;
  wrong(expected);
  return otherwise;
}

function groupOf(path: string, value: unknown, wrong: (expected: string) => void): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  if (path === 'theme' && value === 'adopt') return { adopt: true };
  if (value !== undefined) wrong('an object');
  return {};
}

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
