import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { assess, assessFolder } from '../../src/assessment/assess.ts';
import { HOST_IDS } from '../../src/facts/hosts.ts';
import { LANGS, type Lang } from '../../src/messages/lang.ts';
import { planProject } from '../../src/project/plan.ts';
import { evidenceOf } from '../assessment/evidence.ts';
import { finding, SERVICES } from '../fit/findings.ts';
import { unlabelled } from '../support/labels.ts';
import { ordersModel } from '../support/models.ts';

const FIXTURES = join(process.cwd(), 'test', 'fixtures', 'services');
const options = { target: undefined, today: new Date('2026-12-01') };

async function filesFor(assessment: Awaited<ReturnType<typeof assessFolder>>) {
  const files = await planProject(ordersModel({ assessment }));
  const text = (path: string) => files.find((file) => file.path === path)?.content ?? '';
  return {
    paths: files.map(({ path }) => path),
    plan: text('MIGRATION.md'),
    workflow: text('.github/workflows/publish.yml'),
  };
}

const matrix = readdirSync(FIXTURES).flatMap((name) => LANGS.map((lang) => [name, lang] as const));

describe.each(matrix)('MIGRATION.md of %s in %s', (name, lang) => {
  const read = assessFolder(join(FIXTURES, name), { ...options, lang });

  it('names no draft without its label, nothing dead, no number without a source', async () => {
    const { plan } = await filesFor(await read);
    expect(unlabelled(plan)).toEqual([]);
  });

  it('points to files that are emitted, and to places that were found', async () => {
    const assessment = await read;
    const { plan, paths } = await filesFor(assessment);
    for (const [, file = ''] of plan.matchAll(
      /`((?:src|wit|test|\.github)\/[\w./-]+|spin\.toml)`/gu,
    )) {
      expect(paths).toContain(file);
    }
    const places = new Set(assessment.evidence.findings.map(({ file, line }) => `${file}:${line}`));
    const named = plan.matchAll(
      /`([\w./-]+\.(?:java|js|ts|py|go|ya?ml|json|xml|kts|properties):\d+)`/gu,
    );
    for (const [, place = ''] of named) expect([...places]).toContain(place);
  });

  it('has three phases that can be taken back, in order', async () => {
    const { plan } = await filesFor(await read);
    const phases = plan.match(/^### (?:Phase )?[123](?:단계)?: .+$/gmu);
    expect(phases).toHaveLength(3);
    expect(plan.match(/^\*\*(?:To go back|롤백):\*\*$/gmu)).toHaveLength(3);
    expect(plan.match(/^\*\*(?:Go on when|다음 단계로 넘어가는 조건):\*\*$/gmu)).toHaveLength(3);
  });

  it('says as of which day its facts are, whatever the day', async () => {
    const { plan } = await filesFor(await read);
    const later = { ...options, lang, today: new Date('2028-01-01') };
    expect(plan).toContain('2026-11-24');
    expect((await filesFor(await assessFolder(join(FIXTURES, name), later))).plan).toBe(plan);
  });
});

describe('MIGRATION.md', () => {
  it.each(
    Object.entries(SERVICES).flatMap(([name, { findings }]) =>
      HOST_IDS.flatMap((target) => LANGS.map((lang) => [name, target, lang, findings] as const)),
    ),
  )('labels what it must: %s on %s in %s', async (_name, target, lang, findings) => {
    const assessment = assess(evidenceOf(findings), { ...options, target, lang });
    expect(unlabelled((await filesFor(assessment)).plan)).toEqual([]);
  });

  it('is not there without a folder, and neither is the workflow', async () => {
    const paths = (await planProject(ordersModel())).map(({ path }) => path);
    expect(paths).not.toContain('MIGRATION.md');
    expect(paths).not.toContain('.github/workflows/publish.yml');
  });

  it('warns when the verdict is to stay', async () => {
    const stays = assess(evidenceOf(SERVICES['FastAPI with NumPy']?.findings ?? []), options);
    expect((await filesFor(stays)).plan).toContain('made all the same');
    const goes = assess(evidenceOf(SERVICES['Express with Postgres']?.findings ?? []), options);
    expect((await filesFor(goes)).plan).not.toContain('made all the same');
  });

  it.each(['en', 'ko'] as const)('keeps hostile text of files what it is, in %s', async (lang) => {
    const nasty = '<img src=x onerror=alert(1)> --> ```\n# [x](javascript:y) `|`\u202e"; }';
    const findings = [
      finding('route', nasty, `GET /${nasty}`),
      finding('service', 'kubernetes', nasty, { file: nasty }),
      finding('image', nasty, `${nasty}:1`, { file: 'k8s.yaml' }),
      finding('http-port', 'http', nasty),
      finding('outbound-host', 'https', nasty),
      finding('database', nasty, nasty),
      finding('health-check', 'liveness', `/${nasty}`),
    ];
    const { plan } = await filesFor(assess(evidenceOf(findings), { ...options, lang }));
    expect(plan).not.toMatch(/[^\P{C}\n]/u);
    const prose = plan
      .replace(/^ *(`{3,})[\s\S]*?^ *\1$/gmu, '')
      .replace(/(`+)[^`](?:.*?[^`])?\1(?!`)/gu, '');
    expect(prose).not.toMatch(/<img|(?<!\\)\[x\]/u);
    expect(plan.split('\n').filter((line) => /^# /u.test(line))).toHaveLength(1);
    expect(plan.match(/^ *```/gmu)?.length).toSatisfy((count: number) => count % 2 === 0);
  });
});

describe('the workflow that publishes', () => {
  const workflowFor = async (findings: Parameters<typeof evidenceOf>[0], lang: Lang = 'en') =>
    (await filesFor(assess(evidenceOf(findings), { ...options, lang }))).workflow;
  const route = finding('route', 'express', 'GET /a');

  it('is YAML that grants least', async () => {
    for (const image of ['ghcr.io/acme/a:1', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1']) {
      const workflow = await workflowFor([route, finding('image', 'a', image)]);
      const isEcr = image.includes('.ecr.');
      expect(load(workflow)).toMatchObject({
        permissions: { contents: 'read' },
        jobs: {
          publish: {
            permissions: {
              contents: 'read',
              'id-token': 'write',
              ...(!isEcr && { packages: 'write' }),
            },
          },
        },
      });
      expect(workflow.includes('role-to-assume')).toBe(isEcr);
      expect(workflow.includes('packages: write')).toBe(!isEcr);
      expect(workflow).toContain('cosign sign --yes');
      for (const [, action = ''] of workflow.matchAll(/uses: (\S+)/gu)) {
        expect(action).toMatch(/@[0-9a-f]{40}$/u);
      }
    }
  });

  it('lets no expression of GitHub into a shell', async () => {
    const workflow = load(await workflowFor([route])) as {
      jobs: { publish: { steps: readonly { name?: string; run?: string }[] } };
    };
    for (const { run, name } of workflow.jobs.publish.steps) {
      if (name !== undefined) expect(run).not.toContain('${{');
    }
  });
});

describe('the gateway of phase 2', () => {
  const planOf = async (settings: string) => {
    const findings = [
      finding('route', 'spring', 'GET /orders'),
      finding('base-path', 'spring', settings),
    ];
    return (await filesFor(assess(evidenceOf(findings), options))).plan;
  };

  it('asks below the prefix that the service sets for all paths', async () => {
    const plan = await planOf('/api');
    expect(plan).toContain('location /api/orders {');
    expect(plan).toContain('/api/orders)');
    expect(plan).not.toContain('location /orders {');
  });

  it('does not say a prefix twice that the route has already', async () => {
    expect(await planOf('/orders')).toContain('location /orders {');
  });
});
