import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Name[];
  readonly selected: Name;
  readonly textOf: (tab: Name) => string;
  readonly panel: string;
  readonly onSelected: (tab: Name) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Shows tabs: one stop for Tab, arrows, Home and End move and select. */
export function Tabs<Name extends string>({
  label,
  tabs,
  selected,
  textOf,
  panel,
  onSelected,
}: TabsProps<Name>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const shown = (tab: Name): HTMLElement | null | undefined =>
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab}"]`);
  useEffect(() => shown(selected)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [selected]);
  const move = (event: KeyboardEvent): void => {
    const next = tabAfter(event.key, tabs, selected);
    if (next === undefined) return;
    event.preventDefault();
    onSelected(next);
    shown(next)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          data-tab={tab}
          aria-selected={tab === selected}
          aria-controls={panel}
          tabIndex={tab === selected ? 0 : -1}
          onClick={() => onSelected(tab)}
        >
          {textOf(tab)}
        </button>
      ))}
    </div>
  );
}

function tabAfter<Name extends string>(key: string, tabs: readonly Name[], selected: Name): Name | undefined {
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs.at(-1);
  const step = steps[key];
  return step === undefined ? undefined : tabs[(tabs.indexOf(selected) + step + tabs.length) % tabs.length];
}
