import type { ComponentChildren, JSX } from 'preact';
import type { ContentNode } from '../protocol';
import { on } from './on';
import sheet from './richText.css';
import { useSheet } from './useSheet';

/** What `RichText` takes. */
export interface RichTextProps {
  readonly content: readonly ContentNode[];
  /** Draws a picture or a video of the content. Without it only its description is shown. */
  readonly asset?: ((asset: string, alt: string) => ComponentChildren) | undefined;
  /** Follows a link that leads into the app or the panel (`/planning`, `artikel:…`). Without it such a link is only its words. */
  readonly onLink?: (href: string) => void;
}

/** Draws a content tree: articles, hints, replies. There is no HTML in it, so none can be smuggled in. */
export function RichText({ content, asset, onLink }: RichTextProps): JSX.Element {
  const outer = useSheet<HTMLDivElement>(sheet);
  const draw = (node: ContentNode): ComponentChildren => {
    if (typeof node === 'string') return node;
    if (node.t === 'br') return <br />;
    if ('asset' in node) return asset?.(node.asset, node.alt) ?? <em>{node.alt}</em>;
    const children = node.c.map(draw);
    if (node.t === 'a') return <Link href={node.href} words={children} onLink={onLink} />;
    if (node.t === 'callout') return <div class="notice info">{children}</div>;
    const Tag = node.t === 'quote' ? 'blockquote' : node.t;
    return <Tag>{children}</Tag>;
  };
  return (
    <div class="rich" ref={outer}>
      {content.map(draw)}
    </div>
  );
}

interface LinkProps {
  readonly href: string;
  readonly words: ComponentChildren;
  readonly onLink: ((href: string) => void) | undefined;
}

function Link({ href, words, onLink }: LinkProps): JSX.Element {
  if (isLink(href))
    return (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {words}
      </a>
    );
  if (!onLink) return <>{words}</>;
  const follow = on({
    click: (event) => {
      event.preventDefault();
      onLink(href);
    },
  });
  return (
    <a href={href} {...follow}>
      {words}
    </a>
  );
}

const isLink = (href: string): boolean => /^(https?:|mailto:|tel:)/i.test(href);
