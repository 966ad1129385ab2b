import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';

/** Whether tests in a browser run: with `REQUIRE_HOSTS=1` they do, and fail without one. */
export const hasChromium = existsSync(PROGRAM) || process.env.REQUIRE_HOSTS === '1';

if (!hasChromium) {
  process.stderr.write(
    `Skipped in a browser: there is no ${PROGRAM} (apt-get install chromium).\n`,
  );
}

/** A fresh Chromium that asks nobody for anything. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: PROGRAM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
