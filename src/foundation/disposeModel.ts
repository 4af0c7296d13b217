/**
 * Ends a model made by `createModel`: its effects stop and its nested models end too.
 * Where the engine lacks `Symbol.dispose`, signals-core files the disposer under the key "undefined"; only this file knows.
 */
export function disposeModel(model: object): void {
  const key = (Symbol as { dispose?: symbol }).dispose ?? 'undefined';
  const dispose = (model as Record<PropertyKey, unknown>)[key]; // the key is not in the model's public type
  if (typeof dispose === 'function') dispose.call(model);
}
