/** Elements that only hold other content. */
export type ContentTag =
  | 'p'
  | 'h3'
  | 'h4'
  | 'ul'
  | 'ol'
  | 'li'
  | 'strong'
  | 'em'
  | 'code'
  | 'pre'
  | 'quote'
  | 'kbd'
  | 'callout';

/** Rich text as a typed tree: articles, hints and replies are never HTML. */
export type ContentNode =
  | string
  | { readonly t: ContentTag; readonly c: readonly ContentNode[] }
  | { readonly t: 'a'; readonly href: string; readonly c: readonly ContentNode[] }
  | { readonly t: 'img' | 'video'; readonly asset: string; readonly alt: string }
  | { readonly t: 'br' };
