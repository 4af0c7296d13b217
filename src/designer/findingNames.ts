import type { nl } from '../locale/findings/nl';

/** The name of what is wrong: `des.finding.<name>` says it, `des.fix.<name>` what to do. */
export type FindingName = keyof typeof nl extends infer Key
  ? Key extends `des.fix.${infer Name}`
    ? Name
    : never
  : never;

/** Which sentence belongs to a code, by where in the document it was found. The first row that fits counts. */
export const FINDING_ROWS: readonly (readonly [code: string, where: RegExp, name: FindingName])[] = [
  ['V01', /(?:)/, 'shape'],

  ['V02', /\/media\/asset$/, 'picture'],
  ['V02', /\/id$/, 'name'],
  ['V02', /\/fact$/, 'subject'],
  ['V02', /\/body$/, 'link'],
  ['V02', /\/where\/(routes|not)\/\d+$|\/next\/route$/, 'page'],
  ['V02', /\/target$/, 'place'],
  ['V02', /\/event$/, 'event'],
  ['V02', /\/(when|actions\/\d+)\/hint$/, 'hint'],
  ['V02', /\/article$/, 'article'],
  ['V02', /\/video$/, 'video'],
  ['V02', /\/group$/, 'group'],

  ['V03', /^$/, 'documentSize'],
  ['V03', /^\/hints\/\d+$/, 'hintSize'],
  ['V03', /\/when\/delay$/, 'delay'],
  ['V03', /\/when\/(for|idle)$/, 'duration'],
  ['V03', /\/waitFor$/, 'waitFor'],
  ['V03', /\/body$/, 'marks'],
  ['V03', /(?:\/(not|all\/\d+|any\/\d+)){4}$/, 'depth'],
  ['V03', /^\/segments\/[^/]+(\/(not|all\/\d+|any\/\d+))*$/, 'groupInGroup'],
  ['V03', /\/value$/, 'value'],

  ['V04', /\/fact$/, 'fact'],
  ['V04', /\/op$/, 'operator'],
  ['V04', /\/value$/, 'comparedValue'],
  ['V05', /\/label$/, 'buttonText'],
  ['V05', /\/content$/, 'text'],
  ['V06', /\/body$/, 'linkForm'],
  ['V07', /\/content\/[^/]+$/, 'slot'],
  ['V08', /\/next$/, 'stuck'],
  ['V09', /^\/hints\/\d+$/, 'circle'],
  ['V11', /^\/targets\//, 'personInPlace'],
  ['V11', /\/content\/[^/]+$/, 'personInText'],
  ['V12', /\/every$/, 'tooOften'],
  ['V14', /\/alt$/, 'alt'],
  ['V15', /\/from$/, 'from'],
  ['V15', /\/until$/, 'until'],
  ['V16', /(?:)/, 'impossible'],

  ['V17', /\/target$/, 'noPlace'],
  ['V17', /\/content$/, 'noText'],
  ['V17', /\/steps$/, 'steps'],
  ['V17', /\/placement$/, 'side'],
  ['V17', /\/when\/on$/, 'trigger'],
  ['V17', /\/when\/(event|hint|idle)$/, 'triggerPart'],
  ['V17', /\/actions\/\d+\/label$/, 'buttonName'],
  ['V17', /\/actions\/\d+\/(article|video|hint|event|href)$/, 'buttonPart'],

  ['V18', /\/(mode|by\/css)$/, 'loosePlace'],
  ['V18', /\/frame$/, 'frame'],
  ['V18', /\/find$/, 'unsure'],
  ['V18', /\/(weight|strong)$/, 'weight'],
  ['V18', /\/section$/, 'dialog'],
  ['V19', /\/rev$/, 'rev'],

  ['W01', /\/robustness$/, 'soon'],
  ['W02', /\/find$/, 'wordsOnly'],
  ['W03', /\/find$/, 'position'],
  ['W04', /\/when$/, 'everywhere'],
  ['W05', /\/routes$/, 'crowd'],
  ['W06', /\/body$/, 'longText'],
  ['W07', /\/steps$/, 'longTour'],
  ['W08', /\/content\/[^/]+$/, 'longSentence'],
  ['W09', /\/content$/, 'translation'],
  ['W12', /\/experiment$/, 'variants'],
  ['W12', /\/fact$/, 'untold'],
];
