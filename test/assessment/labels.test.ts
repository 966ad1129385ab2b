import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { markdownReport } from '../../src/assessment/markdown.ts';
import { terminalReport } from '../../src/assessment/terminal.ts';
import { HOST_IDS } from '../../src/facts/hosts.ts';
import { RULES } from '../../src/fit/rules/index.ts';
import { catalogueOf } from '../../src/messages/catalogue.ts';
import { LANGS } from '../../src/messages/lang.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { oneLine } from '../../src/text/one-line.ts';
import { finding, SERVICES, times } from '../fit/findings.ts';
import { DEAD, DRAFTS, items, MEASURED, NEVER, SOURCED, unlabelled } from '../support/labels.ts';
import { evidenceOf } from './evidence.ts';

const matrix = [
  ...Object.entries(SERVICES).map(([name, { findings }]) => [name, findings] as const),
  ['nothing', []] as const,
  [
    'one that needs all there is',
    [
      ...times(3, 'route', 'express'),
      ...(['postgres', 'mysql', 'sqlite', 'mongodb', 'elasticsearch'] as const).map((what) =>
        finding('database', what),
      ),
      finding('cache', 'redis'),
      finding('session', 'express-session'),
      finding('in-memory-state', 'map'),
      finding('variable', 'code', 'PORT'),
      finding('stream', 'sse'),
      finding('cpu-heavy', 'pdf'),
      finding('object-store', 's3'),
    ],
  ] as const,
].flatMap(([name, findings]) =>
  [undefined, ...HOST_IDS].map((target) => [name, target, findings] as const),
);

describe.each(matrix)('the report of %s on %s', (name, target, findings) => {
  const assessment = assess(evidenceOf(findings), { target, today: new Date('2026-12-01') });
  const page = markdownReport(assessment, name);
  const screen = terminalReport(assessment, createStyle({ color: false, unicode: false }));

  it('names a draft only as one, with its hosts', () => {
    for (const line of [...items(page), ...items(screen)]) {
      const named = DRAFTS.filter((draft) => new RegExp(`${draft}\\b`, 'u').test(line));
      if (named.length === 0) continue;
      expect(line).toMatch(/\bdraft\b/iu);
      expect(line).toMatch(/Spin|wasmtime|wasmCloud/u);
    }
    for (const { interface: id, status, hosts } of assessment.stack.interfaces) {
      const isDraft = DRAFTS.some((draft) => id.startsWith(`${draft}/`));
      expect(status === 'draft', id).toBe(isDraft);
      expect(hosts.length).toBeGreaterThan(0);
    }
  });

  it('recommends nothing that is dead', () => {
    for (const text of [page, screen, JSON.stringify(assessment)]) {
      expect(text).not.toMatch(NEVER);
      for (const one of DEAD) expect(text).not.toMatch(new RegExp(`${one}\\b`, 'u'));
    }
  });

  it('gives no number without its source and its date', () => {
    for (const line of items(page).filter((one) => MEASURED.test(one))) {
      expect(line).toMatch(SOURCED);
    }
  });

  it('shows a source beside the numbers on the screen too', () => {
    const { reasons } = assessment.verdict;
    const words = oneLine(screen);
    for (const { verdict, why, instead, sources } of reasons) {
      if (!MEASURED.test(`${why} ${instead}`)) continue;
      expect(verdict).not.toBe('go');
      expect(words).toContain(`Source: ${sources[0]?.url} (${sources[0]?.date})`);
    }
    const { host } = assessment.stack;
    if (!screen.includes('\nStack\n')) return;
    expect(words).toContain(`Source: ${host.sources[0]?.url} (${host.sources[0]?.date})`);
  });

  it('says how old its facts are', () => {
    expect(page).toContain('Facts as of 2026-11-24, 7 days ago.');
    expect(screen).toContain('Facts as of 2026-11-24, 7 days ago.');
  });

  it('traces each reason to a place', () => {
    for (const { findings: found } of assessment.verdict.reasons) {
      const [first] = found;
      expect(screen).toContain(`${first?.file}:${first?.line}`);
      expect(page).toContain(`${first?.file}:${first?.line}`);
    }
  });
});

describe('the word lists', () => {
  it('catch what they are for', () => {
    expect('wasi:keyvalue/store').toMatch(new RegExp(`${DRAFTS[0]}\\b`, 'u'));
    expect('use NGINX Unit').toMatch(NEVER);
    for (const text of ['in 45 s for', 'about 13 MB.', '128 MiB of', '60% cheaper', 'only 5 ms']) {
      expect(text).toMatch(MEASURED);
    }
    expect('score 45 of 100, 3 services').not.toMatch(MEASURED);
  });

  it.each([
    'Use wasi:keyvalue/store.',
    'Use wasi:keyvalue, a draft.',
    'wasi:threads is there.',
    'Deploy to NGINX Unit.',
    'Starts in 5 ms.',
    '45초가 걸립니다.',
    '컴포넌트는 13 MB입니다.',
  ])('refuse %s', (line) => {
    expect(unlabelled(line)).toEqual([line]);
  });

  it.each([
    'wasi:keyvalue, a draft, on Spin.',
    '초안(draft)인 wasi:keyvalue는 Spin에서 동작합니다.',
    'It took 5 ms [x](https://a.b/c) (2026-01-01).',
    'Score: 45 of 100.',
    '```nginx\n1% a;\n```',
  ])('let pass %s', (line) => {
    expect(unlabelled(line)).toEqual([]);
  });

  it('hold for the text of every rule', () => {
    for (const { id } of RULES) {
      const text = LANGS.map((lang) => Object.values(catalogueOf(lang).rules[id]).join(' ')).join();
      expect(text, id).not.toMatch(NEVER);
      for (const one of [...DRAFTS, ...DEAD]) expect(text, id).not.toContain(one);
    }
  });
});
