import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess, assessFolder } from '../../src/assessment/assess.ts';
import { htmlReport } from '../../src/assessment/html.ts';
import { evidenceOf } from '../assessment/evidence.ts';
import { finding } from '../fit/findings.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { temporaryFolder } from '../support/files.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FIXTURES = join(process.cwd(), 'test', 'fixtures', 'services');
const options = { target: undefined, today: new Date('2026-11-24') };

const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1280, height: 900 };
/** A4 without its margins of 16 mm, at 96 pixels an inch. */
const PAPER = { width: 673, height: 1001 };

describe.skipIf(!hasChromium)('the page in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  /** Opens a page, and what it said and asked for meanwhile. */
  async function open(html: string, viewport: typeof PHONE, colorScheme: 'light' | 'dark') {
    const file = join(await temporaryFolder(), 'report.html');
    await writeFile(file, html);
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(file).href;
    await page.goto(address);
    return {
      page,
      said,
      asked: asked.filter((url) => url !== address),
      close: () => context.close(),
    };
  }

  async function violations(page: Page): Promise<readonly string[]> {
    // The page's own policy keeps scripts out; this one comes from the browser's side.
    await page.evaluate(AXE);
    const results = await page.evaluate<AxeResults>('axe.run()');
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  const cases = [
    ['monolith-store', 'en', DESKTOP, 'light'],
    ['monolith-store', 'ko', PHONE, 'dark'],
    ['nest-chat', 'ko', DESKTOP, 'dark'],
    ['nest-chat', 'en', PHONE, 'light'],
    ['compose-shop', 'ko', PHONE, 'light'],
  ] as const;

  it.each(cases)(
    '%s in %s, %j, %s: no errors, no requests, no violations',
    async (name, lang, viewport, scheme) => {
      const assessment = await assessFolder(join(FIXTURES, name), { ...options, lang });
      const { page, said, asked, close } = await open(
        htmlReport(assessment, name),
        viewport,
        scheme,
      );
      expect(await violations(page)).toEqual([]);
      expect(said).toEqual([]);
      expect(asked).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
      await close();
    },
  );

  it.each([
    ['across', DESKTOP],
    ['down', PHONE],
  ] as const)('shows its diagrams %s on %j, each text inside its box', async (way, viewport) => {
    const assessment = await assessFolder(join(FIXTURES, 'monolith-store'), options);
    const { page, close } = await open(htmlReport(assessment, 'store'), viewport, 'light');
    expect(await page.locator('figure svg:visible').count()).toBe(2);
    expect(await page.locator(`figure svg.${way}:visible`).count()).toBe(2);
    const outside =
      await page.evaluate(`[...document.querySelectorAll('svg.${way} .node')].flatMap((node) => {
      const box = node.querySelector('rect').getBoundingClientRect();
      return [...node.querySelectorAll('text')].filter((text) => {
        const own = text.getBoundingClientRect();
        return own.left < box.left || own.right > box.right || own.top < box.top || own.bottom > box.bottom;
      }).map((text) => text.textContent);
    })`);
    expect(outside).toEqual([]);
    await close();
  });

  it('has one first heading, and no level left out', async () => {
    const assessment = await assessFolder(join(FIXTURES, 'spring-webflux-catalog'), options);
    const { page, close } = await open(htmlReport(assessment, 'catalog'), DESKTOP, 'light');
    const levels = await page.evaluate<number[]>(
      "[...document.querySelectorAll('h1,h2,h3,h4')].map((heading) => Number(heading.tagName[1]))",
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
    await close();
  });

  it('prints on A4, with nothing beside the paper', async () => {
    const assessment = await assessFolder(join(FIXTURES, 'monolith-store'), {
      ...options,
      lang: 'ko',
    });
    const { page, close } = await open(htmlReport(assessment, 'store'), PAPER, 'dark');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const ink = await page.evaluate(
      'getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor',
    );
    expect(ink).toBe('rgb(0, 0, 0)rgb(255, 255, 255)');
    expect(await page.locator('nav:visible').count()).toBe(0);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/gu)];
    expect(sheets.length).toBeGreaterThan(2);
    for (const [, width, height] of sheets) {
      expect(Math.abs(Number(width) - 595)).toBeLessThan(2);
      expect(Math.abs(Number(height) - 842)).toBeLessThan(2);
    }
    await close();
  });

  it('runs nothing that a file says', async () => {
    const nasty = '"><script>document.title="owned"</script><img src=x onerror="document.title=1">';
    const findings = [
      finding('route', nasty, `GET /${nasty}`, { file: nasty }),
      finding('database', nasty, nasty, { file: `${nasty}.java` }),
      finding('websocket', nasty, nasty),
      finding('outbound-host', 'https', nasty),
    ];
    const { page, said, asked, close } = await open(
      htmlReport(assess(evidenceOf(findings), options), nasty),
      DESKTOP,
      'light',
    );
    expect(await page.locator('script, img, iframe, object, embed').count()).toBe(0);
    expect(await page.title()).toContain('<script>');
    expect([...said, ...asked]).toEqual([]);
    await close();
  });

  it('would be told what axe finds', async () => {
    const html = htmlReport(assess(evidenceOf([]), options), 'x').replace(' lang="en"', '');
    const { page, close } = await open(html, DESKTOP, 'light');
    expect((await violations(page)).join()).toContain('html-has-lang');
    await close();
  });

  it('would be told of a request or an error', async () => {
    const { said, close } = await open(
      htmlReport(assess(evidenceOf([]), options), 'x').replace(
        '<main>',
        '<main><img src="https://example.org/x.png">',
      ),
      DESKTOP,
      'light',
    );
    expect(said.join()).toContain('Content Security Policy');
    await close();
  });
});
