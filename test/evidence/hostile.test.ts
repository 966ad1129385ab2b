import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { assessFolder } from '../../src/assessment/assess.ts';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { asOrdinaryUser, temporaryFolder, writeFiles } from '../support/files.ts';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

const OPTIONS = { target: undefined, today: new Date('2026-11-24') };

describe('names of the language itself', () => {
  it('are names like others in every kind of file', async () => {
    await writeFiles(folder, {
      'package.json':
        '{"__proto__":{"x":1},"dependencies":{"__proto__":"1","constructor":"2","express":"4","toString":"3"},"scripts":{"__proto__":"x","start":"node ."}}',
      'compose.yaml':
        'services:\n  __proto__:\n    build: .\n    environment:\n      __proto__: a\n      constructor: b\n  constructor:\n    image: postgres\n',
      'pom.xml':
        '<project><properties><__proto__>1</__proto__></properties><dependencies><dependency><groupId>__proto__</groupId><artifactId>constructor</artifactId></dependency></dependencies></project>',
      'requirements.txt': '__proto__==1\nconstructor>=2\n',
      'application.yml': '__proto__: {a: 1}\nserver: {port: 80, constructor: 2}\n',
      'serverless.yml':
        'service: __proto__\nfunctions:\n  __proto__:\n    handler: constructor\n    events: [{httpApi: "GET /x"}]\n',
      'schema.prisma': 'datasource db {\n provider = "__proto__"\n url = env("constructor")\n}\n',
      'app.js':
        "const app = require('express')();\napp.get('/__proto__', f);\napp.get('/constructor', f);\n",
    });
    const { evidence, verdict } = await assessFolder(folder, OPTIONS);
    const routes = evidence.findings.filter(({ kind }) => kind === 'route');
    expect(routes.map(({ value }) => value)).toEqual([
      'GET /__proto__',
      'GET /constructor',
      'GET /x',
    ]);
    expect(evidence.findings).toContainEqual(
      expect.objectContaining({ kind: 'service', what: 'compose', value: '__proto__' }),
    );
    expect(verdict.reasons.length).toBeGreaterThan(0);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

/** Ten levels of ten aliases: ten thousand million items, if somebody followed them. */
const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  .concat(
    [...'bcdefghij'].map((name, index) => {
      const before = 'abcdefghi'[index];
      return `${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`;
    }),
  )
  .join('\n');

describe('a bomb of aliases', () => {
  it.each([
    ['compose.yaml', 'services:\n  x:\n    environment: *j\n    volumes: *j\n    command: *j\n'],
    ['application.yml', 'spring: *j\n'],
    ['k8s.yaml', 'apiVersion: apps/v1\nkind: Deployment\nspec: { template: { spec: *j } }\n'],
    ['serverless.yml', 'service: a\nfunctions: *j\n'],
  ])('in %s takes no time', async (file, text) => {
    await writeFiles(folder, { [file]: `${BOMB}\n${text}` });
    const start = performance.now();
    await readEvidence(folder);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('of merged keys ends at a limit', async () => {
    const levels = Array.from(
      { length: 40 },
      (_, index) =>
        `m${index + 1}: &m${index + 1}\n  <<: [*m${index}, *m${index}]\n  x${index}: 1\n`,
    ).join('');
    await writeFiles(folder, {
      'compose.yaml': `m0: &m0 { a: 1 }\n${levels}services:\n  x:\n    environment: { <<: *m40 }\n`,
    });
    const start = performance.now();
    await readEvidence(folder);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('a source', () => {
  it('is left aside when it is larger than people write', async () => {
    await writeFiles(folder, { 'app.js': 'x'.repeat(10_000_000) });
    const { skipped } = await readEvidence(folder);
    expect(skipped).toEqual([{ file: 'app.js', why: 'too-large' }]);
  });
});

describe('what may not be read', () => {
  it('is listed, and the rest is read', async () => {
    await writeFiles(folder, {
      'app.js': "const app = require('express')();\napp.get('/a', f);\n",
      'closed/b.js': '',
      'closed.js': '',
    });
    await chmod(folder, 0o755);
    await chmod(join(folder, 'closed'), 0);
    await chmod(join(folder, 'closed.js'), 0);
    await asOrdinaryUser(async () => {
      const { findings, skipped } = await readEvidence(folder);
      expect(findings.map(({ value }) => value)).toContain('GET /a');
      expect(skipped).toEqual([
        { file: 'closed', why: 'unreadable' },
        { file: 'closed.js', why: 'unreadable' },
      ]);
    });
    await chmod(join(folder, 'closed'), 0o755);
  });
});
