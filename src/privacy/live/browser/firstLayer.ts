/** The rules of a sheet; nothing where the browser does not let us read them. */
export function rulesOf(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.cssRules;
  } catch {
    return undefined; // of another origin, without CORS
  }
}

/** Names the first layer of a sheet, with the first one inside it; empty when there is none, or none with a name. */
export function firstLayer(sheet: CSSStyleSheet): string {
  for (const rule of rulesOf(sheet) ?? []) {
    const name = layerOf(rule);
    if (name) return name;
  }
  return '';
}

/** Rules are told apart by what they have, since a frame has classes of its own. */
function layerOf(rule: CSSRule): string {
  const { nameList, name, layerName, styleSheet } = rule as Partial<
    CSSLayerStatementRule & CSSLayerBlockRule & CSSImportRule
  >; // all optional
  if (rule.cssText.startsWith('@layer')) return nameList?.[0] ?? [name, layerInside(rule)].filter(Boolean).join('.');
  if (layerName) return layerName;
  if (styleSheet) return firstLayer(styleSheet);
  return /^@(?:media|supports|container)/.test(rule.cssText) ? layerInside(rule) : '';
}

function layerInside(rule: CSSRule): string {
  const { cssRules } = rule as Partial<CSSGroupingRule>; // optional
  return [...(cssRules ?? [])].map(layerOf).find(Boolean) ?? '';
}
