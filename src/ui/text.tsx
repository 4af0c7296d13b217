import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { createFormat, type Format, type Translate } from '../locale';

const TextContext = createContext<Omit<TextProviderProps, 'children'> | undefined>(undefined);

/** What `TextProvider` hands to all views below it. */
export interface TextProviderProps {
  readonly translate: Translate;
  readonly format: Format;
  readonly children: ComponentChildren;
}

/** Gives every view below it its texts and formats. */
export function TextProvider({ translate, format, children }: TextProviderProps): JSX.Element {
  return <TextContext.Provider value={{ translate, format }}>{children}</TextContext.Provider>;
}

/** Gives the function that turns a key into text. Without a provider it gives the key. */
export const useText = (): Translate => useContext(TextContext)?.translate ?? ((key) => key);

/** Gives dates, times, sizes and lists in the reader's language. */
export const useFormat = (): Format => useContext(TextContext)?.format ?? createFormat('nl');
