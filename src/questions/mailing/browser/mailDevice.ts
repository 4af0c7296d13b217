import type { Clock } from '../../../foundation/clock';
import type { MailDevice } from '../ports';

/** How long the browser may take to read a file that was given. Milliseconds. */
const KEPT_MS = 60_000;

/** Creates what this browser can do with a mail. */
export const createMailDevice = ({ document, navigator }: Window, clock: Clock): MailDevice => ({
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text); // absent on a page without https
      return true;
    } catch {
      return false;
    }
  },
  save(name, content) {
    const address = URL.createObjectURL(new Blob([content], { type: 'message/rfc822' }));
    const link = document.createElement('a'); // never in the page, so nobody there hears it
    link.href = address;
    link.download = name;
    link.click();
    clock.after(KEPT_MS, () => URL.revokeObjectURL(address));
  },
});
