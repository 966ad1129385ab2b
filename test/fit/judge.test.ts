import { describe, expect, it } from 'vitest';
import { FINDING_KINDS, type Finding, type FindingKind } from '../../src/evidence/finding.ts';
import { judge } from '../../src/fit/judge.ts';
import { RULES } from '../../src/fit/rules/index.ts';
import { bytesOf } from '../../src/fit/rules/selectors.ts';
import { finding, SERVICES, times } from './findings.ts';

const services = Object.entries(SERVICES);

/** The ids of the rules that fire. */
function fired(...findings: Parameters<typeof judge>[0]): readonly string[] {
  return judge(findings).reasons.map(({ id }) => id);
}

describe('the verdict', () => {
  it.each(services.map(([name, { want, findings }]) => [name, want, findings] as const))(
    '%s: %s',
    (_name, want, findings) => {
      const { outcome, score, reasons } = judge(findings);
      expect({
        outcome,
        score,
        reasons: reasons.map(({ id, points }) => `${id} ${points}`),
      }).toEqual({ outcome: want, score: expect.any(Number), reasons: expect.any(Array) });
    },
  );

  it.each(services)('adds its score up from reasons with findings: %s', (_name, { findings }) => {
    const { reasons, score } = judge(findings);
    expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(100);
    for (const reason of reasons) {
      expect(reason.findings.length).toBeGreaterThan(0);
      expect(findings).toEqual(expect.arrayContaining([...reason.findings]));
      expect(Math.sign(reason.weight), reason.id).toBe(reason.verdict === 'go' ? 1 : -1);
      expect(`${reason.title} ${reason.why} ${reason.instead}`).not.toMatch(/[{}]/u);
    }
  });

  it('says nothing of a folder that shows nothing, but that nothing was found', () => {
    const verdict = judge([]);
    expect(verdict).toMatchObject({ outcome: 'stay', score: 0, confidence: 'low', reasons: [] });
    expect(verdict.notFound).toEqual([verdict.because]);
    expect(verdict.because).toMatch(/^Nothing was found that answers HTTP/u);
  });

  it('sees no service in code that answers nothing', () => {
    const verdict = judge([
      finding('language', 'typescript'),
      finding('http-client', 'axios'),
      finding('build-tool', 'npm'),
    ]);
    expect(verdict).toMatchObject({ outcome: 'stay', confidence: 'low', score: 20 });
    expect(verdict.notFound).toHaveLength(1);
  });

  it('counts no hint, and asks to look at it', () => {
    const routes = times(4, 'route', 'express');
    const hinted = finding('websocket', 'ws', '', { confidence: 'hint' });
    const verdict = judge([...routes, hinted]);
    expect(verdict.score).toBe(judge(routes).score);
    expect(verdict.toCheck).toMatchObject([{ id: 'websockets', points: 0, findings: [hinted] }]);
  });

  it('begins with endpoints whose files show no trouble, reads before writes', () => {
    const file = (name: string, line = 1) => ({ file: `src/${name}.ts`, line });
    const clean = finding('route', 'express', 'POST /rates', file('rates'));
    const read = finding('route', 'express', 'GET /rates', file('rates', 2));
    const troubled = finding('route', 'express', 'GET /chat', file('chat', 9));
    const probe = finding('route', 'express', 'GET /healthz', file('rates', 3));
    const { firstEndpoints } = judge([
      probe,
      clean,
      read,
      troubled,
      finding('websocket', 'ws', '', file('chat')),
    ]);
    expect(firstEndpoints).toEqual([read, clean]);
  });

  it('counts what would be written again, each endpoint once', () => {
    const { effort } = judge([
      ...times(3, 'route', 'express'),
      ...times(1, 'route', 'express'),
      finding('database', 'postgres'),
      finding('database', 'postgres', '16'),
      finding('cache', 'redis'),
      ...times(2, 'thread', 'executor'),
    ]);
    expect(effort).toMatchObject({ endpoints: 3, drivers: 2, threads: 2, consumers: 0 });
  });
});

describe('a folder of several services', () => {
  const at = (folder: string) => (one: Finding) => ({ ...one, file: `${folder}/${one.file}` });
  const built = finding('build-tool', 'npm', '', { file: 'package.json' });
  const started = finding('entrypoint', 'docker-cmd', '', { file: 'Dockerfile' });
  const service = (folder: string, name: keyof typeof SERVICES) =>
    [...(SERVICES[name]?.findings ?? []), built, started].map(at(folder));
  const rates = service('rates', 'Fastify, stateless, with a document');
  const model = service('ml/model', 'FastAPI with NumPy');

  it('is partial when it would stay as one and a service of it would not', () => {
    const chat = service('chat', 'a game server');
    const verdict = judge([...rates, ...model, ...chat]);
    const { outcome, because, parts, score, firstEndpoints } = verdict;
    expect(firstEndpoints.map(({ file }) => file)).toEqual(Array(6).fill('rates/src/routes.ts'));
    expect(score).toBeLessThan(35);
    expect(outcome).toBe('partial');
    expect(because).toMatch(/can move: rates\.$/u);
    expect(parts).toMatchObject([
      { folder: 'rates', outcome: 'go', endpoints: 6, stays: [] },
      { folder: 'ml/model', outcome: 'stay', endpoints: 4 },
      { folder: 'chat', outcome: 'stay' },
    ]);
  });

  it('stays when each of them stays', () => {
    const { outcome, parts } = judge([...model, ...service('chat', 'a game server')]);
    expect(outcome).toBe('stay');
    expect(parts).toHaveLength(2);
  });

  it('is no folder of several when the modules beside one service are libraries', () => {
    const library = [built, finding('route', 'express', 'GET /a')];
    expect(judge([...rates, ...library.map(at('lib'))]).parts).toEqual([]);
    expect(judge(rates).parts).toEqual([]);
  });
});

describe('the rules', () => {
  it('have unique ids and sources with dates', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { id, sources } of RULES) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { url, date } of sources) {
        expect(url).toMatch(/^https:\/\//u);
        expect(date).toMatch(/^\d{4}-\d\d-\d\d$/u);
      }
    }
  });

  it('do not fire without a finding, nor on one of another kind', () => {
    for (const rule of RULES) {
      expect(rule.when([]), rule.id).toEqual([]);
      expect(rule.when([finding('test', 'vitest'), finding('build-tool', 'npm')]), rule.id).toEqual(
        [],
      );
    }
  });

  it('each fire for some service of the table or some single kind', () => {
    const kinds = Object.keys(FINDING_KINDS) as FindingKind[];
    const singles = kinds.flatMap((kind) => [...times(60, kind, 'something')]);
    const known = services.flatMap(([, { findings }]) => findings);
    const special = [
      finding('database', 'elasticsearch'),
      finding('cache', 'memcached'),
      finding('broker', 'sqs'),
      finding('rpc', 'grpc'),
      finding('rpc', 'graphql'),
      finding('rpc', 'soap'),
      finding('raw-socket', 'tcp-client'),
      finding('volume', 'named'),
      finding('thread', 'executor'),
      finding('cpu-heavy', 'pdf'),
      finding('route', 'express', 'POST /webhooks/stripe'),
    ];
    const firing = (findings: Parameters<typeof judge>[0]) =>
      RULES.filter(({ when }) => when(findings).length > 0).map(({ id }) => id);
    const each = [
      singles,
      ...services.map(([, { findings }]) => findings),
      ...special.map((one) => [one]),
    ];
    const ids = new Set([
      ...each.flatMap(firing),
      ...firing([...known, ...times(60, 'annotation', 'x')]),
    ]);
    expect(RULES.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('count in good English', () => {
    const title = (count: number) => judge(times(count, 'file-write', 'fs')).reasons[0]?.title;
    expect(title(1)).toBe('It writes files (1 place)');
    expect(title(2)).toBe('It writes files (2 places)');
  });

  it('speak of a mapper for tables alone', () => {
    expect(fired(finding('orm', 'jpa'), finding('database', 'postgres'))).toContain('orm');
    expect(fired(finding('orm', 'jpa'))).toContain('orm');
    expect(fired(finding('orm', 'mongoose'), finding('database', 'mongodb'))).toEqual([
      'other-database',
    ]);
  });

  it('tell a read-only or secret mount, a cluster and a logger from what matters', () => {
    expect(fired(finding('volume', 'config-map'), finding('process', 'cluster'))).toEqual([]);
    expect(fired(finding('observability', 'pino'), finding('security', 'helmet'))).toEqual([]);
    expect(fired(finding('thread', 'virtual-threads'))).toEqual([]);
    expect(fired(finding('volume', 'named'))).toEqual(['volumes']);
    expect(fired(finding('process', 'child-process'))).toEqual(['processes']);
    expect(fired(finding('observability', 'prometheus'))).toEqual(['agents']);
  });

  it('call a library once: as native code, or as work for the processor', () => {
    expect(fired(finding('native-module', 'sharp'), finding('cpu-heavy', 'sharp'))).toEqual([
      'native-modules',
    ]);
    expect(fired(finding('cpu-heavy', 'pdf'))).toEqual(['cpu-heavy']);
    expect(fired(finding('native-module', 'better-sqlite3'))).toEqual([]);
  });

  it.each([
    ['512Mi', 2 ** 29],
    ['-Xmx6g', 6 * 2 ** 30],
    ['4Gi', 2 ** 32],
    ['2048', 2 ** 31],
    ['1.5GB', 1.5 * 2 ** 30],
    ['$HEAP', undefined],
  ])('read %s of memory as %s bytes', (value, bytes) => {
    expect(bytesOf(value)).toBe(bytes);
  });

  it('refuse more than 4 GiB of memory, and no less', () => {
    expect(fired(finding('memory-limit', 'limit', '4Gi'))).toEqual([]);
    expect(fired(finding('memory-limit', 'limit', '5Gi'))).toEqual(['memory']);
    expect(fired(finding('memory-limit', 'request', '5Gi'))).toEqual([]);
  });
});
