import { Fragment, type ComponentChildren, type JSX } from 'preact';
import type { ContentNode, ContentTag } from '../../../src/protocol/index';

const ELEMENTS = {
  p: 'p',
  h3: 'h4',
  h4: 'h5',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  strong: 'strong',
  em: 'em',
  code: 'code',
  pre: 'pre',
  quote: 'blockquote',
  kbd: 'kbd',
  callout: 'aside',
} as const satisfies Record<ContentTag, keyof JSX.IntrinsicElements>;

/** Shows a content tree. A node that is not known shows only its text; a link that leads elsewhere than the web does too. */
export const RichText = ({ content }: { readonly content: readonly ContentNode[] }): JSX.Element => (
  <>
    {content.map((node, index) => (
      <Fragment key={index}>{drawn(node)}</Fragment>
    ))}
  </>
);

function drawn(node: ContentNode): ComponentChildren {
  if (typeof node === 'string') return node;
  if ('alt' in node) return node.alt;
  if (!('c' in node)) return <br />;
  const children = <RichText content={node.c} />;
  if (node.t === 'a')
    return isWebAddress(node.href) ? (
      <a href={node.href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    ) : (
      children
    );
  const Element = Object.hasOwn(ELEMENTS, node.t) ? ELEMENTS[node.t] : Fragment;
  return <Element>{children}</Element>;
}

function isWebAddress(href: unknown): href is string {
  try {
    return typeof href === 'string' && ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(href).protocol);
  } catch {
    return false; // not an address at all
  }
}
