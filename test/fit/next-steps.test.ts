import { describe, expect, it } from 'vitest';
import type { Evidence, Finding } from '../../src/evidence/finding.ts';
import { judge } from '../../src/fit/judge.ts';
import { nextSteps, operationOf } from '../../src/fit/next-steps.ts';
import { finding, SERVICES } from './findings.ts';

function stepsOf(findings: readonly Finding[], documents: Evidence['documents'] = []) {
  const evidence = { folder: '/x', findings, documents, filesRead: 1, skipped: [] };
  return nextSteps(judge(findings), evidence);
}

const route = finding('route', 'express', 'GET /orders/:id');

describe('the next steps', () => {
  it('begin with the largest document, its path as one word of a shell', () => {
    const document = { title: '', version: '3.0.3', operations: 1 };
    const [first] = stepsOf(
      [route],
      [
        { ...document, file: 'small.json' },
        { ...document, file: 'docs/my api.yaml', operations: 9 },
      ],
    );
    expect(first?.command).toBe('npx generator-wasm-component --from "docs/my api.yaml"');
  });

  it('take operations from routes when there is no document', () => {
    const [first] = stepsOf([route]);
    expect(first?.command).toBe('npx generator-wasm-component --operation "GET /orders/{id}"');
  });

  it('ask for the document that a library makes', () => {
    const [first] = stepsOf([
      route,
      finding('openapi', 'springdoc', '2.6.0', { file: 'pom.xml', line: 30 }),
    ]);
    expect(first).toEqual({ text: expect.stringContaining('springdoc, pom.xml:30') });
  });

  it('ask for more when something listens but no routes were read', () => {
    const port = finding('http-port', 'http', '8080', { file: 'compose.yaml', line: 7 });
    expect(stepsOf([port])).toEqual([{ text: expect.stringContaining('8080, compose.yaml:7') }]);
    expect(stepsOf([])).toEqual([]);
  });

  it('keep the containers when the verdict is to stay', () => {
    const steps = stepsOf(SERVICES['FastAPI with NumPy']?.findings ?? []);
    expect(steps[0]?.text).toMatch(/^Keep the containers/u);
    expect(steps.some(({ command }) => command !== undefined)).toBe(false);
  });
});

describe('a route as an operation', () => {
  it.each([
    ['GET /orders/:id', ['GET /orders/{id}']],
    ['GET /a/<int:b>', ['GET /a/{b}']],
    ['PUT /o/{id:\\d+}', ['PUT /o/{id}']],
    ['GET /', ['GET /']],
    ['ANY /x', []],
    ['GET /"; rm -rf /', []],
    ['GET /files/*', []],
    ['GET', []],
  ])('%s: %j', (value, want) => {
    expect(operationOf({ value })).toEqual(want);
  });
});
