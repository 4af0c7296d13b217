import type { HintPolicy, QuietHours } from '../../protocol/hint';
import { audienceWords } from './audience';
import { joined, plain, say, strong, type Sentence } from './sentence';
import { durationWords, weekdayWords } from './times';
import type { Wording } from './wording';

/** A part of the policy, by which a change is told. */
export type PolicyField = keyof HintPolicy;

/** How each part of the policy is said; empty where it is not there. */
const WORDS: Readonly<Record<PolicyField, (policy: HintPolicy, wording: Wording) => Sentence>> = {
  maxInterruptingPerSession: (policy) => strong(String(policy.maxInterruptingPerSession ?? '')),
  maxInterruptingPerDay: (policy) => strong(String(policy.maxInterruptingPerDay ?? '')),
  minGap: ({ minGap }, wording) => (minGap === undefined ? [] : strong(durationWords(minGap, wording))),
  quietHours: ({ quietHours = [] }, wording) =>
    joined(
      quietHours.map((hours) => quietWords(hours, wording)),
      '\n',
    ),
  quietWhen: ({ quietWhen }, wording) => (quietWhen === undefined ? [] : audienceWords(quietWhen, wording)),
  groups: ({ groups = {} }, wording) =>
    joined(
      Object.entries(groups).map(([name, group]) => groupWords(name, group, wording)),
      '\n',
    ),
  timezone: ({ timezone = '' }) => strong(timezone),
};

/** Every part of the policy. */
export const POLICY_FIELDS = Object.keys(WORDS) as readonly PolicyField[]; // the keys of the table

/** A part of the policy in words. */
export const policyWords = (policy: HintPolicy, field: PolicyField, wording: Wording): Sentence =>
  WORDS[field](policy, wording);

const quietWords = ({ days, from, to }: QuietHours, wording: Wording): Sentence =>
  say(wording.t, 'des.quiet', {
    from: strong(from),
    until: strong(to),
    days: days.map((day) => weekdayWords(day, wording)).join(', '),
  });

function groupWords(
  name: string,
  { maxActive, cooldown: rest }: NonNullable<HintPolicy['groups']>[string],
  wording: Wording,
): Sentence {
  const { t } = wording;
  return joined(
    [
      strong(name),
      maxActive === undefined ? [] : plain(t('des.together', { n: maxActive })),
      rest === undefined ? [] : plain(t('des.rest', { time: durationWords(rest, wording) })),
    ],
    ', ',
  );
}
