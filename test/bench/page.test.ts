import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../bench/page/charts.mjs';
import { fill } from '../../bench/page/page.mjs';
import { promisesOf } from '../../bench/page/promises.mjs';
import { barChart } from '../../bench/support/bars.mjs';
import { readResults } from '../../bench/support/results.mjs';

const docs = new URL('../../docs/', import.meta.url);

describe('docs/performance.md', () => {
  it('shows the figures of bench/results.json: `node bench/report.mjs` writes them', async () => {
    const page = await readFile(new URL('performance.md', docs), 'utf8');
    expect(page).toBe(fill(page, readResults()));
  });

  it('has the charts of the same figures, and no others', async () => {
    const drawn = chartsOf(readResults());
    expect((await readdir(new URL('charts', docs))).sort()).toEqual(Object.keys(drawn).sort());
    for (const [name, svg] of Object.entries(drawn)) {
      expect(await readFile(new URL(`charts/${name}`, docs), 'utf8'), name).toBe(svg);
    }
  });

  it('shows every chart of its own, in words too', async () => {
    const page = await readFile(new URL('performance.md', docs), 'utf8');
    const shown = [...page.matchAll(/!\[[^\]]{20,}\]\(charts\/([^)]+)\.svg\)/g)];
    const own = ['first-green', 'rebuild', 'requests', 'scale'];
    expect(shown.map(([, name]) => name).sort()).toEqual(own);
  });
});

describe('markers', () => {
  const marked = '# A\n<!-- startup:start -->\nold\n<!-- startup:end -->\nB\n';

  it('are filled again and again to the same text, and nothing else is touched', () => {
    const filled = fill(marked, {});
    expect(filled).toContain('Not measured yet');
    expect(filled).not.toContain('old');
    expect(filled.startsWith('# A\n')).toBe(true);
    expect(filled.endsWith('\nB\n')).toBe(true);
    expect(fill(filled, {})).toBe(filled);
  });

  it('must be known', () => {
    expect(() => fill(marked.replaceAll('startup', 'constructor'), {})).toThrow('constructor');
  });

  it('must have an end', () => {
    expect(() => fill(marked.replace('startup:end', 'start:end'), {})).toThrow('startup');
  });
});

describe('promises', () => {
  const spread = (median: number) => ({ min: median, median, max: median });
  const scale = (most: number) => ({
    rows: [
      { operations: 1, p50: spread(1) },
      { operations: 500, p50: spread(most) },
    ],
  });
  const of = (results: Parameters<typeof promisesOf>[0], what: string) =>
    promisesOf(results).find((one) => one.what.startsWith(what));

  it.each([
    ['up to their limit', 1.1, true],
    ['not beyond it', 1.2, false],
  ])('are met %s', (_, most, met) => {
    const measured = `${most.toFixed(2)}×`;
    const promise = of({ scale: scale(most) }, 'GET with 500');
    expect(promise).toMatchObject({ promised: '≤ 1.10×', measured, met });
  });

  it('compare with the fastest of those that check, and with the worse of cold and warm', () => {
    const p50 = (name: string, get: number) => ({
      name,
      get: { p50: spread(get) },
      post: { p50: spread(1) },
    });
    const rows = [p50('bare', 1), p50('ours', 2), p50('hono-docs', 12), p50('itty-valibot', 1.8)];
    expect(of({ requests: { rows } }, 'GET, how much faster than the fastest')).toMatchObject({
      measured: '0.90×',
      met: false,
    });
    const green = (name: string, cold: number, warm: number) => ({
      ...{ name, cold: spread(cold), warm: spread(warm) },
    });
    const toolchains = [green('ours', 3, 3), green('stock', 10, 5)];
    const others = [green('scaffold', 10, 10), green('spin', 10, 10)];
    expect(
      of({ 'first-green': { rows: [...toolchains, ...others] } }, 'nothing to green'),
    ).toMatchObject({ measured: '0.60×', met: false });
  });

  it('are neither met nor not, when nothing was measured', () => {
    expect(new Set(promisesOf({}).map(({ met }) => met))).toEqual(new Set([undefined]));
  });

  it('miss no row in silence', () => {
    expect(() => promisesOf({ startup: { rows: [] } })).toThrow('help');
  });
});

describe('a chart of bars', () => {
  const spread = { min: 1, median: 2, max: 4 };
  const chart = (...bars: { label: string; spread: typeof spread; ours: boolean }[]) =>
    barChart('a < b & c', [{ name: 'd', unit: 'ms', digits: 1, bars }]);

  it('keeps text text', () => {
    const svg = chart({ label: '<script>"', spread, ours: true });
    expect(svg).toContain('a &lt; b &amp; c');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('<script>');
  });

  it('says the same in words, for those who listen to it', () => {
    const svg = chart({ label: 'one', spread, ours: false });
    expect(svg).toContain('role="img" aria-labelledby="title description"');
    expect(svg).toContain('<desc id="description">d, ms: one 2.0 (1.0 to 4.0)</desc>');
  });

  it('draws bars and lines in proportion', () => {
    const svg = chart(
      ...[2, 4].map((median) => ({ label: '', spread: { min: 1, median, max: 4 }, ours: false })),
    );
    const widths = [...svg.matchAll(/<rect class="bar"[^>]* width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect((widths[1] ?? 0) / (widths[0] ?? 0)).toBeCloseTo(2, 2);
    const [, from, to] =
      /<line class="line" x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)"/.exec(svg) ?? [];
    expect((Number(to) - Number(from)) / (widths[1] ?? 0)).toBeCloseTo(3 / 4, 2);
  });

  it('draws no line where there was one round', () => {
    const once = { min: 2, median: 2, max: 2 };
    expect(chart({ label: 'one', spread: once, ours: false })).not.toContain('<line');
  });
});
