import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { markdownReport } from '../../src/assessment/markdown.ts';
import { terminalReport } from '../../src/assessment/terminal.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { finding, SERVICES } from '../fit/findings.ts';
import { evidenceOf } from './evidence.ts';

const options = { target: undefined, today: new Date('2026-11-24') };
const plain = createStyle({ color: false, unicode: false });

const HOSTILE = '<img src=x onerror=alert(1)>\u001b[2J\n# [x](javascript:y) `|`\u202e';

describe('the reports', () => {
  it('keep text of files what it is: text', () => {
    const file = `src/${HOSTILE}.ts`;
    const findings = [
      finding('route', HOSTILE, `GET /${HOSTILE}`, { file }),
      finding('websocket', HOSTILE, HOSTILE, { file: 'src/b.ts' }),
      finding('cpu-heavy', HOSTILE, HOSTILE, { file }),
      finding('service', 'kubernetes', HOSTILE, { file }),
    ];
    const document = { file: HOSTILE, title: HOSTILE, version: '3.0.0', operations: 1 };
    const assessment = assess(evidenceOf(findings, [document]), options);
    const screen = terminalReport(assessment, plain);
    expect(screen).not.toMatch(/[^\P{C}\n]/u);
    const page = markdownReport(assessment, HOSTILE);
    expect(page).not.toMatch(/[^\P{C}\n]/u);
    const outsideCode = page.replace(/(`+)[^`](?:.*?[^`])?\1(?!`)/gu, '');
    expect(outsideCode).not.toMatch(/<img|(?<!\\)\[x\]/u);
    expect(page.split('\n').filter((line) => /^# /u.test(line))).toHaveLength(1);
  });

  it.each(Object.entries(SERVICES))('fit a terminal: %s', (_name, { findings }) => {
    const screen = terminalReport(assess(evidenceOf(findings), options), plain);
    // A command is copied as one line.
    const lines = screen.split('\n').filter((line) => !line.includes('npx '));
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(96);
  });

  it('recommend no stack and no beginning for what stays', () => {
    const stays = assess(evidenceOf(SERVICES['FastAPI with NumPy']?.findings ?? []), options);
    const goes = assess(evidenceOf(SERVICES['Express with Postgres']?.findings ?? []), options);
    expect(markdownReport(stays, 'x')).not.toMatch(/^## (?:Stack|Where to begin)/mu);
    expect(markdownReport(goes, 'x')).toMatch(/^## Stack/mu);
    expect(terminalReport(stays, plain)).toMatch(/^Stay on containers: \d+ of 100/u);
    expect(terminalReport(goes, plain)).toMatch(/^Go: \d+ of 100/u);
  });

  it('tell each service of a folder of several', () => {
    const part = (folder: string, name: keyof typeof SERVICES) => [
      finding('build-tool', 'npm', '', { file: `${folder}/package.json` }),
      finding('entrypoint', 'npm-start', '', { file: `${folder}/package.json` }),
      ...(SERVICES[name]?.findings ?? []).map((one) => ({ ...one, file: `${folder}/${one.file}` })),
    ];
    const findings = [
      ...part('rates', 'Fastify, stateless, with a document'),
      ...part('a|b', 'FastAPI with NumPy'),
    ];
    const assessment = assess(evidenceOf(findings), options);
    expect(terminalReport(assessment, plain)).toMatch(/ {2}- rates: Go, \d+ of 100\n/u);
    expect(markdownReport(assessment, 'x')).toContain('| `a\\|b` | Stay on containers |');
  });

  it('say when little was found', () => {
    const assessment = assess(evidenceOf([]), options);
    expect(terminalReport(assessment, plain)).toMatch(/Nothing was found that answers HTTP/u);
    expect(terminalReport(assessment, plain)).toMatch(/Low confidence/u);
    expect(markdownReport(assessment, 'x')).toMatch(/Low confidence/u);
  });
});
