import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import { ensureBrowser, launchArguments } from '../../config/browser.mjs';

/** Browsers with all parts. The headless shell cannot record a tab. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Options that start a whole browser, without a window. */
export function fullBrowser(args: readonly string[]): LaunchOptions {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))).find(canRun);
  const executablePath = process.env['CHROME_PATH'] ?? found ?? ensureBrowser();
  return { executablePath, args: [...launchArguments(), '--headless=new', ...args] };
}
