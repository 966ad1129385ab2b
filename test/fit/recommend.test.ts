import { describe, expect, it } from 'vitest';
import { HOST_IDS } from '../../src/facts/hosts.ts';
import { recommendStack } from '../../src/fit/stack/recommend.ts';
import { finding, SERVICES } from './findings.ts';

const route = finding('route', 'express', 'GET /a');

describe('the recommended stack', () => {
  it('is Spin for a database that it reaches, and says what it lacks elsewhere', () => {
    const { host, interfaces, others } = recommendStack([route, finding('database', 'postgres')]);
    expect(host).toMatchObject({ id: 'spin', lacks: [] });
    expect(interfaces).toMatchObject([
      { need: 'http', status: 'stable' },
      {
        need: 'postgres',
        interface: 'spin:postgres/postgres@4.0.0',
        hosts: expect.arrayContaining(['SpinKube']),
      },
    ]);
    expect(others.find(({ id }) => id === 'wasmtime')?.lacks).toEqual(['postgres']);
    expect(others.map(({ id }) => id)).not.toContain('spin');
  });

  it('is SpinKube where Kubernetes is, and says by which file', () => {
    const place = { file: 'k8s/app.yaml', line: 4 };
    const { host, because } = recommendStack([
      route,
      finding('service', 'kubernetes', 'app', place),
    ]);
    expect(host.id).toBe('spinkube');
    expect(because).toContain('k8s/app.yaml:4');
  });

  it('leaves Akamai out for SQLite', () => {
    const { others } = recommendStack([route, finding('database', 'sqlite')]);
    expect(others.find(({ id }) => id === 'akamai')?.lacks).toEqual(['sqlite']);
  });

  it.each(HOST_IDS)('is %s when that is asked for, with what it lacks', (id) => {
    const { host, because } = recommendStack([route, finding('database', 'postgres')], id);
    expect(host.id).toBe(id);
    expect(because).toContain('was asked for');
    expect(because.includes('none for Postgres')).toBe(id === 'wasmtime' || id === 'wasmcloud');
  });

  it('labels a draft and names the hosts that run it', () => {
    const { interfaces } = recommendStack([finding('session', 'express-session')], 'wasmtime');
    expect(interfaces).toMatchObject([
      { need: 'key-value', status: 'draft', hosts: ['wasmtime serve', 'wasmCloud'] },
    ]);
  });

  it('goes by no hint, and by nothing when there is nothing', () => {
    const hint = finding('database', 'postgres', '', { confidence: 'hint' });
    expect(recommendStack([hint])).toMatchObject({
      interfaces: [],
      languages: [],
      because: 'Nothing was found that asks for a particular host.',
    });
  });

  it('tells the limits of JavaScript that the service meets, and no others', () => {
    expect(recommendStack([route]).limits).toEqual([]);
    const native = finding('native-module', 'sharp');
    expect(recommendStack([route, native]).limits).toMatchObject([
      { says: expect.stringContaining('No native addons'), findings: [native] },
    ]);
  });

  it('gives work for the processor to Rust or Go, and the rest to TypeScript', () => {
    const { languages } = recommendStack([route, finding('cpu-heavy', 'pdf')]);
    expect(languages).toMatchObject([
      { language: 'TypeScript', findings: [route] },
      { language: 'Rust or Go', part: 'work for the processor (pdf)' },
    ]);
    expect(recommendStack([route]).languages).toHaveLength(1);
  });

  it.each(Object.entries(SERVICES))('names what shows each need: %s', (_name, { findings }) => {
    for (const one of recommendStack(findings).interfaces) {
      expect(one.findings.length).toBeGreaterThan(0);
    }
  });
});
