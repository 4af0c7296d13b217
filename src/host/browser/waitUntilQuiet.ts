/** How long the page must stay the same, and how long we wait for that at most. Milliseconds. */
const QUIET_MS = 500;
const LONGEST_MS = 5000;

/** Resolves once the page has not changed for half a second, or after five seconds. */
export function waitUntilQuiet(page: Document): Promise<void> {
  return new Promise((resolve) => {
    let quiet = setTimeout(done, QUIET_MS);
    const longest = setTimeout(done, LONGEST_MS);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(done, QUIET_MS);
    });
    observer.observe(page.body, { subtree: true, childList: true, characterData: true });
    function done(): void {
      observer.disconnect();
      clearTimeout(quiet);
      clearTimeout(longest);
      resolve();
    }
  });
}
