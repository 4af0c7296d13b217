import type { ComponentChildren, JSX } from 'preact';
import type { ContentNode } from '../protocol';
import sheet from './richText.css';
import { useSheet } from './useSheet';

/** What `RichText` takes. */
export interface RichTextProps {
  readonly content: readonly ContentNode[];
  /** Draws a picture or a video of the content. Without it only its description is shown. */
  readonly asset?: (asset: string, alt: string) => ComponentChildren;
}

/** Draws a content tree: articles, hints, replies. There is no HTML in it, so none can be smuggled in. */
export function RichText({ content, asset }: RichTextProps): JSX.Element {
  const outer = useSheet<HTMLDivElement>(sheet);
  const draw = (node: ContentNode): ComponentChildren => {
    if (typeof node === 'string') return node;
    if (node.t === 'br') return <br />;
    if ('asset' in node) return asset?.(node.asset, node.alt) ?? <em>{node.alt}</em>;
    const children = node.c.map(draw);
    if (node.t === 'a')
      return isLink(node.href) ? (
        <a href={node.href} target="_blank" rel="noopener noreferrer">
          {children}
        </a>
      ) : (
        children
      );
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

const isLink = (href: string): boolean => /^(https?:|mailto:|tel:)/i.test(href);
