/** Whether a request came to the origin of granted content. Without a second origin, every host is that. */
export const isContentHost = (contentOrigin: string, host: string | undefined): boolean =>
  contentOrigin === '' || new URL(contentOrigin).host === host;
