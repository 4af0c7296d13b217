import { Type } from 'typebox';
import type { ContentNode } from '../../../src/protocol/index';

/** Name of the recursive schema below, and of its place among the components of the document. */
export const CONTENT_NODE = 'ContentNode';

/** Points at a node of rich text. The type is stated here because a recursive type can't be inferred. */
export const ContentNodeRef = Type.Unsafe<ContentNode>(Type.Ref(CONTENT_NODE));

const children = Type.Array(ContentNodeRef);

/** A node of rich text: never HTML. */
export const ContentNodeSchema = Type.Union([
  Type.String(),
  Type.Object({
    t: Type.Enum(['p', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'pre', 'quote', 'kbd', 'callout']),
    c: children,
  }),
  Type.Object({ t: Type.Literal('a'), href: Type.String(), c: children }),
  Type.Object({ t: Type.Enum(['img', 'video']), asset: Type.String(), alt: Type.String() }),
  Type.Object({ t: Type.Literal('br') }),
]);
