/** The one global of the support SDK: a queue until its script is there, then the SDK itself. */
interface CliendoSupportCommand {
  (command: string, argument?: unknown): void;
}

declare const CliendoSupport: CliendoSupportCommand;
