/** The launcher's name per language, apart from the dictionaries: the loader is too small to carry one. */
export const launcherTexts: Readonly<Record<string, string>> = { nl: 'Praat met {brand}', en: 'Talk to {brand}' };
