import { defineConfig } from '@playwright/test';
import { ensureBrowser, launchArguments } from './browser.mjs';

/**
 * A project per kind of test, so that `--project=journeys` runs one of them. Journeys of one file share a running demo.
 * Built files are made beforehand by `config/test.mjs`.
 */
const project = (name: string) => ({ name, testDir: `../test/${name}`, fullyParallel: name !== 'journeys' });

export default defineConfig({
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './firstStart.config.ts',
  workers: 2, // two cores are what it is made for; one takes nearly twice as long
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000, // a busy machine is no reason to fail
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    // Under the limit of a test: a browser that a test starts by itself is not closed at that limit, and what it waited for would not be told.
    actionTimeout: 90_000,
    navigationTimeout: 90_000,
    trace: process.env['CI'] ? 'off' : 'retain-on-failure', // nobody sees the files of a machine that is thrown away
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: ensureBrowser(), args: launchArguments() },
  },
  projects: ['browser', 'embed', 'journeys', 'engines'].map(project),
});
