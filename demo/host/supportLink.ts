const LINK = /^vraag:([\d.-]{1,40})$/;

/** Takes the number of a question out of an address that a mail holds (`?support=vraag:24-118.1`); gives the address without it. */
export function takeSupportLink(href: string): { readonly number?: string; readonly rest: string } {
  const url = new URL(href);
  const [, number] = LINK.exec(url.searchParams.get('support') ?? '') ?? [];
  url.searchParams.delete('support');
  return { rest: url.pathname + url.search + url.hash, ...(number !== undefined && { number }) };
}
