import type { LaunchOptions } from '@playwright/test';
import { findFullBrowser, launchArguments } from '../../config/browser.mjs';

/** Options that start a whole browser, without a window: the headless shell cannot show a tab to itself. */
export function fullBrowser(args: readonly string[]): LaunchOptions {
  const executablePath = findFullBrowser();
  if (!executablePath) throw new Error('These tests need a whole Chromium, not only its headless shell.');
  return { executablePath, args: [...launchArguments(), '--headless=new', ...args] };
}
