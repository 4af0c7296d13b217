import type { MaskLivePage } from '../../capture/recording';

/** What covers the live page while it is recorded. Absent: then a recording says that it is not covered, and asks for a look. */
export const maskPage = (): MaskLivePage | undefined => undefined;
