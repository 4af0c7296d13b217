import type { HintFact } from '../app/hintsPart';
import type { Auth, Collected, InterfaceTexts, LocaleName } from '../app/settings';
import type { Backend } from '../delivery';
import type { HostContext } from '../host';
import type { MailContent } from '../protocol/mail';
import type { Submission } from '../protocol/submission';

/**
 * What a host says when it starts support. Only `backend` is required; `auth` is required to send.
 * A key that is not known warns with the nearest one that is; a value of the wrong type is reported and the default is used.
 *
 * @example
 * const support = createSupport({
 *   backend: 'https://support.example.nl',
 *   auth: async () => (await fetch('/support-token')).text(),
 *   launcher: true,
 * });
 *
 * @public
 */
export interface SupportOptions {
  /** Url of a receiver that speaks the protocol (the part before `/v1`), or an object that implements `Backend`. Required. */
  readonly backend: string | Backend;
  /**
   * Gives the person's signed token, or the address of your back end that answers with it (as text or `{"token": …}`).
   * Asked at the first need, 60 seconds before expiry and after a 401. Never stored. Without it questions stay on the device.
   */
  readonly auth?: Auth | string;
  /** Words of your product. */
  readonly brand?: {
    /** The word in "Praat met {name}". Default `'Cliendo'`. */
    readonly name?: string;
  };
  /** Language and register. Default `'nl'`, which says *je*. */
  readonly locale?: LocaleName;
  /** Your own words per key, such as `{ 'launcher.label': 'Vraag het ons' }`. Default none. */
  readonly messages?: Readonly<Record<string, string>>;
  /** Shows the floating button. Default `false`: the settings path is the door. */
  readonly launcher?: boolean;
  /** Keys that open the panel, such as `'Alt+Shift+H'` (the default), or `false`. */
  readonly shortcut?: string | false;
  /** Where the panel stands and how wide it is. */
  readonly panel?: {
    /** Default `'right'`. */
    readonly side?: 'left' | 'right';
    /** CSS px, 360 to 560. Default 400. */
    readonly width?: number;
  };
  /** Looks. Font and text size are always your page's; the accent is read from `--cliendo-support-accent` on our element. */
  readonly theme?: {
    /** Default `'auto'`: what the person's system says. */
    readonly scheme?: 'auto' | 'light' | 'dark';
    /** Default `'normal'`. */
    readonly density?: 'normal' | 'compact';
  };
  /** Tells, when asked, which place, client and release are open. The client is an opaque reference, never a name. */
  readonly context?: () => HostContext;
  /**
   * Your routes and what people call them: `{ '/clienten/:ref/rapportage': 'Dossier › Rapportage' }`.
   * `passThrough` lists screens that are only a way to support, such as `['/instellingen/*']`.
   */
  readonly places?: {
    readonly [route: string]: string | readonly string[] | undefined;
    readonly passThrough?: readonly string[];
  };
  /**
   * What goes along beside the question: the place, the last steps (`trail`), errors, failed requests, browser and screen. Allow-list; what is not
   * in it is not listened to either, and gives no marker on a recording. How many are remembered is `moment.steps`. Default all five.
   */
  readonly collect?: readonly Collected[];
  /** What may stay readable in a picture. Everything else is covered. */
  readonly privacy?: {
    /** Your translation catalogue. A text that stands in it as a whole is interface and stays readable. Default none. */
    readonly interfaceTexts?: InterfaceTexts;
    /** Url prefixes of pictures that belong to the interface (logo, icons). Default none. */
    readonly interfaceAssets?: readonly string[];
    /** `'always'` asks to look at every picture before sending; default `'risk'` only at those we did not mask ourselves. */
    readonly review?: 'risk' | 'always';
    /** Names of the client that is open: used on the device to scrub texts, never sent. */
    readonly names?: () => readonly string[];
  };
  /** What is held of the page for the moment that somebody asks: its picture at the press, and what went before. */
  readonly moment?: {
    /** The picture of the page as it was when the person pressed the launcher. Default `true`. It is masked, stays in memory and leaves only when the person includes it. */
    readonly picture?: boolean;
    /**
     * How many of the last steps, errors and failed requests are remembered, 0 to 50 of each. Default 20. Structure only: role and place of a control,
     * its name when that is interface. They stay in memory and leave only with a question, each removable; `0` or `false` listens to nothing.
     */
    readonly steps?: number | false;
  };
  /** How people can show what happens. */
  readonly capture?: {
    /** Video of this tab, which is proposed first. Data of clients is covered while it is recorded. */
    readonly recording?: {
      /** Offers recording where the browser can. Default `true`; `false` leaves screenshot and file. */
      readonly enabled?: boolean;
      /** Seconds, 10 to 180. Default 180. It ends earlier when the file would become too large. */
      readonly seconds?: number;
      /** Seconds that the one extension adds, 0 to 180; 0 offers none. Default 180. */
      readonly extendSeconds?: number;
      /** Asks for the microphone when a recording starts. Default `false`: off until the person turns it on. */
      readonly microphone?: boolean;
    };
  };
  /** Keys that work while recording. */
  readonly keys?: {
    /** Pauses and goes on. Default `'Alt+Shift+P'`, or `false`. */
    readonly pause?: string | false;
    /** Stops and keeps the recording. Default `'Alt+Shift+S'`, or `false`. */
    readonly stop?: string | false;
  };
  /** Tighter limits than the receiver's own. */
  readonly limits?: {
    /** Bytes of one file. Default 25,000,000. */
    readonly fileBytes?: number;
    /** Attachments of one submission. Default 10. */
    readonly files?: number;
    /** Bytes of one submission. Default 200,000,000. */
    readonly submissionBytes?: number;
    /** Questions of one submission. Default 20. */
    readonly questions?: number;
  };
  /** What is kept on the device. */
  readonly storage?: {
    /** `'memory'` keeps everything out of browser storage; then nothing survives a reload. Default `'device'`. */
    readonly mode?: 'device' | 'memory';
    /** Hours a draft is kept, 1 to 720. Default 72. What is being sent does not expire. */
    readonly ttlHours?: number;
    /**
     * Whether words and pictures are encrypted to a key that only the receiver can open. Default true.
     * `false` is for hosts where nothing personal is ever asked about.
     */
    readonly encrypt?: boolean;
  };
  /** Who helps outside of the widget. */
  readonly contact?: {
    /** Where a question goes that has to be mailed. Default none: the person fills the address in. */
    readonly email?: string;
  };
  /**
   * What a person may mail when sending does not get through. Ordinary mail is less safe, so the reference of a client, steps and errors never go by mail.
   * `'redacted'` adds screenshots that were masked, where the receiver allows it too; `'off'` leaves copying the text. Default `'text-only'`.
   */
  readonly mailFallback?: MailContent;
  /**
   * Hints in the app. `true` or an object: once the page is idle, `auth` is asked who is signed in, and they show to that person. Absent (the default):
   * they show after `identify()`, to who opened the panel, and to who used support on this device before. `false` loads nothing of them, and neither
   * does a browser that saves data. Nothing of them is fetched where none are published.
   */
  readonly hints?:
    | boolean
    | {
        /** What hints may ask about the person and the organisation, as `support.hints.defineFacts` takes it. Default none. */
        readonly facts?: readonly HintFact[];
        /** Names for `support.hints.track`, with what designers read. Default none: then any name is taken. */
        readonly events?: readonly { readonly name: string; readonly label: string }[];
        /** What of the address is the page: its path (the default), what is behind `#`, or nothing (`'host'`: only `setRoute` and `context().place`). */
        readonly route?: 'path' | 'hash' | 'host';
        /** What each path begins with that is not in the routes of hints, such as `'/app'`. Default `''`. */
        readonly basePath?: string;
        /** The key that goes round between page, hint and panel, or `false`. Default `'F6'`. */
        readonly shortcut?: string | false;
        /** The attribute that holds your test ids. Default `'data-testid'`. */
        readonly testIdAttribute?: string;
        /** Dims your page around the place of a tour; every press still goes through. Default `false`. */
        readonly spotlight?: boolean;
        /**
         * Lets the place of a hint that only explains point to its words, for screen readers: `aria-describedby` on your element while it shows.
         * It is the one thing that hints write in your page. Default `false`.
         */
        readonly describeTargets?: boolean;
        /** Goes to a path that a hint links to, by your own router. Default: the browser goes there. */
        readonly navigate?: (path: string) => void;
      };
  /** Your own code on the way out. */
  readonly hooks?: {
    /** Gets exactly what will be sent; gives it back, changed or not, or `false` to hold it back. */
    readonly beforeSend?: (submission: Submission) => Submission | false | Promise<Submission | false>;
  };
}
