import { describe, expect, it } from 'vitest';
import type { Finding, FindingKind } from '../../src/evidence/finding.ts';
import { withoutFrontEnds } from '../../src/fit/front-ends.ts';
import { partsOf } from '../../src/fit/parts.ts';
import { nativeCode, pagesOf } from '../../src/fit/rules/selectors.ts';

function finding(kind: FindingKind, what: string, file: string, value = '', line = 1): Finding {
  return { kind, what, value, file, line, confidence: 'certain' };
}

const files = (findings: readonly Finding[]) => findings.map(({ file }) => file);

describe('a front end', () => {
  const page = [
    finding('language', 'typescript', 'web/package.json'),
    finding('front-end', 'react', 'web/package.json'),
    finding('http-client', 'fetch', 'web/src/api.ts'),
    finding('image', 'nginx', 'web/Dockerfile'),
  ];
  const service = [finding('route', 'fastapi', 'api/main.py', 'GET /a')];

  it('says nothing about the service beside it', () => {
    expect(withoutFrontEnds([...page, ...service])).toEqual(service);
  });

  it('is part of the service that serves it', () => {
    const server = finding('framework', 'express', 'web/package.json');
    expect(withoutFrontEnds([...page, server])).toEqual([...page, server]);
    const route = finding('route', 'http', 'web/server.mjs', 'GET /a');
    expect(withoutFrontEnds([...page, route])).toEqual([...page, route]);
  });

  it('takes no file of another language with it, and no image that is built for that', () => {
    const shared = [
      finding('build-tool', 'composer', 'web/composer.json'),
      finding('route', 'spring-mvc', 'web/src/A.java', 'GET /a'),
    ];
    expect(files(withoutFrontEnds([...page, ...shared]))).toEqual([
      'web/Dockerfile',
      'web/composer.json',
      'web/src/A.java',
    ]);
  });
});

describe('pages', () => {
  it('are made by an engine only where code renders with it', () => {
    const engine = finding('server-rendering', 'jinja', 'requirements.txt');
    const rendered = finding('server-rendering', 'jinja', 'app.py', 'a.html');
    expect(pagesOf([engine])).toEqual([]);
    expect(pagesOf([engine, rendered])).toEqual([engine, rendered]);
  });

  it('are all that a framework for pages makes', () => {
    const thymeleaf = finding('server-rendering', 'thymeleaf', 'pom.xml');
    expect(pagesOf([thymeleaf])).toEqual([thymeleaf]);
  });
});

describe('native code', () => {
  const system = finding('native-module', 'libvips42', 'Dockerfile');
  const program = finding('native-module', 'ffmpeg', 'Dockerfile');
  const library = finding('native-module', 'pyvips', 'requirements.txt');

  it('is told once: by the library, not by what the image installs for it', () => {
    expect(nativeCode([system, library])).toEqual([library]);
    expect(nativeCode([system])).toEqual([system]);
    expect(nativeCode([program, library])).toEqual([program, library]);
  });
});

describe('a compose file', () => {
  const compose = (name: string, line: number, ...more: Finding[]) => [
    finding('service', 'compose', 'compose.yaml', name, line),
    ...more,
  ];
  const api = [
    finding('image', 'python', 'api/Dockerfile', 'python:3'),
    finding('route', 'flask', 'api/app.py', 'GET /a'),
  ];
  const build = finding('build-tool', 'compose', 'compose.yaml', './api', 2);
  const memory = finding('memory-limit', 'limit', 'compose.yaml', '1g', 3);
  const device = finding('container-privilege', 'devices', 'compose.yaml', '/dev/usb', 5);

  it('says of a service what it says below its name, and makes two of one with somebody’s own', () => {
    const all = [...api, ...compose('api', 1, build, memory), ...compose('printer', 4, device)];
    const [part, ...others] = partsOf(all);
    expect(others).toEqual([]);
    expect(part?.folder).toBe('api');
    expect(part?.findings).toContain(memory);
    expect(part?.findings).not.toContain(device);
  });

  it('makes no part of an image that adds files to somebody else’s server', () => {
    const image = finding('image', 'grafana', 'charts/Dockerfile', 'grafana/grafana:11');
    const charts = finding('build-tool', 'compose', 'compose.yaml', './charts', 5);
    const all = [...api, image, ...compose('api', 1, build), ...compose('charts', 4, charts)];
    expect(partsOf(all).map(({ folder }) => folder)).not.toContain('charts');
  });

  it('makes no parts of one service and its database', () => {
    const database = finding('database', 'postgres', 'compose.yaml', '16', 5);
    expect(partsOf([...api, ...compose('api', 1, build), ...compose('db', 4, database)])).toEqual(
      [],
    );
  });
});
