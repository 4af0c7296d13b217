import type { ComponentChildren, JSX } from 'preact';

/** Shows named facts under a heading. */
export const Facts = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <section class="evidencePart">
    <h3>{title}</h3>
    <dl class="facts">{children}</dl>
  </section>
);

/** Shows one fact with its name. */
export const Fact = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
