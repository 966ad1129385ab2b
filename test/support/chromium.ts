import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether tests in a browser run: with `REQUIRE_HOSTS=1` they do, and fail without one. */
export const hasChromium = existsSync(PROGRAM) || process.env.REQUIRE_HOSTS === '1';

if (!hasChromium) {
  process.stderr.write(
    `Skipped in a browser: there is no ${PROGRAM} (apt-get install chromium).\n`,
  );
}

/** A fresh Chromium that asks nobody for anything. On a machine at work its start fails now and then: it is tried thrice. */
export async function launchChromium(attempts = 3): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath: PROGRAM, args: ARGUMENTS });
  } catch (error) {
    process.stderr.write(`Chromium did not start: ${error}\n`);
    if (attempts === 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return launchChromium(attempts - 1);
  }
}
