import { fail, succeed, type Result } from '../foundation/result';
import type { Translate } from '../locale/createTranslate';
import { canonicalJson } from '../protocol/canonicalJson';
import { checkHints } from '../protocol/checkHints';
import { decodeHints } from '../protocol/decodeHints';
import type { Hint, HintDocument } from '../protocol/hint';
import type { HintKnowledge } from '../protocol/hintKnowledge';
import { migrateHints } from '../protocol/migrateHints';
import type { HintFinding } from '../protocol/readShape';
import { draftOf, onlyUsed, targetsOf, type Draft, type DraftHint } from './draft';
import { isSame } from './joinDrafts';
import { laidOver } from './laidOver';

/** Writes a document in the one way that there is: what comes in again and goes out again is the same, to the byte. */
export const exportHints = (document: HintDocument): string => canonicalJson(document);

/** What came in, beside what is live. Nothing is published by it: every hint is a draft. */
export interface Imported {
  readonly drafts: readonly Draft[];
  /** What the checks say about the whole of it. */
  readonly findings: readonly HintFinding[];
  readonly report: ImportReport;
}

/** What taking it over would do. */
export interface ImportReport {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly same: readonly string[];
  /** Places that these hints stand at and that are not live here: describe them, or map them to others. */
  readonly unknownTargets: readonly string[];
}

/** Why nothing came in: the text is no JSON, or no hint document. */
export type ImportProblem =
  | { readonly code: 'not-json' }
  | { readonly code: 'not-hints'; readonly findings: readonly HintFinding[] };

/** What an import is held against. */
export interface ImportContext {
  readonly live?: HintDocument;
  readonly knowledge: HintKnowledge;
}

/** Reads a document that was written elsewhere, also of the version before this one. */
export function importHints(text: string, { live, knowledge }: ImportContext): Result<Imported, ImportProblem> {
  const value = parsed(text);
  if (value === undefined) return fail({ code: 'not-json' });
  const document = decodeHints(migrateHints(value));
  if (!document.ok) return fail({ code: 'not-hints', findings: document.problem });
  const { hints, targets } = document.value;
  return succeed({
    drafts: hints.map((hint) => draftOf({ ...hint, status: 'draft' }, targets)),
    findings: checkHints(document.value, knowledge),
    report: reportOf(document.value, live),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // JSON has no undefined: nothing that can be read gives it
  }
}

function reportOf({ hints, targets }: HintDocument, live: HintDocument | undefined): ImportReport {
  const known = new Map(live?.hints.map((hint) => [hint.id, hint]));
  const fate = (hint: Hint): 'added' | 'changed' | 'same' => {
    const before = known.get(hint.id);
    if (before === undefined) return 'added';
    const isUntouched =
      saysSame(before, hint) && isSame(onlyUsed(before, live?.targets ?? {}), onlyUsed(hint, targets));
    return isUntouched ? 'same' : 'changed';
  };
  const withFate = (wanted: ReturnType<typeof fate>): readonly string[] =>
    hints.filter((hint) => fate(hint) === wanted).map(({ id }) => id);
  return {
    added: withFate('added'),
    changed: withFate('changed'),
    same: withFate('same'),
    unknownTargets: [...new Set(hints.flatMap(targetsOf))]
      .filter((name) => !Object.hasOwn(live?.targets ?? {}, name))
      .sort(),
  };
}

/** Whether two hints are the same for who gets them: the number and the state belong to the document that they are in. */
const saysSame = ({ rev: _one, status: _is, ...hint }: Hint, { rev: _other, status: _was, ...other }: Hint): boolean =>
  isSame(hint, other);

/** Says a report: `2 nieuw, 1 gewijzigd, 1 plek onbekend`. */
export function reportText({ added, changed, same, unknownTargets }: ImportReport, t: Translate): string {
  const counts = [
    ['des.report.new', added],
    ['des.report.changed', changed],
    ['des.report.same', same],
    ['des.report.targets', unknownTargets],
  ] as const;
  const said = counts.filter(([, ids]) => ids.length > 0).map(([key, ids]) => t(key, { n: ids.length }));
  return said.length === 0 ? t('des.report.none') : said.join(', ');
}

/** Puts hints at other places: `mapping` gives for a place of the import the name of one that is live. */
export function mapTargets(
  drafts: readonly Draft[],
  mapping: ReadonlyMap<string, string>,
  live: HintDocument['targets'],
): readonly Draft[] {
  const nameOf = (target: string | undefined): string | undefined =>
    target === undefined ? undefined : (mapping.get(target) ?? target);
  return drafts.map(({ hint, targets }) => {
    const moved: DraftHint = laidOver<DraftHint>(hint, {
      where: hint.where && laidOver<Partial<Hint['where']>>(hint.where, { target: nameOf(hint.where.target) }),
      steps: hint.steps?.map((step) => laidOver(step, { target: nameOf(step.target) })),
    });
    const mapped = Object.entries(live).filter(([name]) => [...mapping.values()].includes(name));
    return draftOf(moved, Object.fromEntries([...Object.entries(targets), ...mapped]));
  });
}
