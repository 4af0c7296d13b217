/** The one global of the support SDK: a queue until its script is there, then the SDK itself. */
interface CliendoSupportCommand {
  (command: 'ready', act: (support: import('../../src/index').Support) => void): void;
  (command: string, argument?: unknown): void;
}

declare const CliendoSupport: CliendoSupportCommand;
