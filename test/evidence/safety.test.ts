import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const ROUTE = "const app = require('express')();\napp.get('/a', (req, res) => res.end());\n";

describe('the folder', () => {
  it('is left by no link, to a file or to a folder', async () => {
    put('outside/secret/app.js', ROUTE);
    put('service/app.js', ROUTE);
    symlinkSync(join(folder, 'outside/secret/app.js'), join(folder, 'service/linked.js'));
    symlinkSync(join(folder, 'outside'), join(folder, 'service/out'));
    symlinkSync(join(folder, 'service'), join(folder, 'service/loop'));
    const { findings, skipped } = await readEvidence(join(folder, 'service'));
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(['app.js']));
    expect(skipped).toEqual(['linked.js', 'loop', 'out'].map((file) => ({ file, why: 'link' })));
  });

  it('that is missing is a failure of the user', async () => {
    await expect(readEvidence(join(folder, 'none'))).rejects.toMatchObject({ code: 2 });
  });

  it('may hold binary, huge, broken and templated files', async () => {
    put('binary.js', new Uint8Array([0x61, 0, 0x62]));
    put('huge.js', `${ROUTE}//${'x'.repeat(1_000_000)}`);
    put('package.json', '{ "name": ');
    put('k8s/a.yaml', 'apiVersion: v1\nkind: {{ .Values.kind }}\n  x: {{- y }}\n');
    put(
      'latin1/app.py',
      new Uint8Array([...'# caf', 0xe9].map((c) => (typeof c === 'string' ? c.charCodeAt(0) : c))),
    );
    put('app.js', ROUTE);
    const { findings, skipped } = await readEvidence(folder);
    expect(findings.map(({ value }) => value)).toContain('GET /a');
    expect(Object.fromEntries(skipped.map(({ file, why }) => [file, why]))).toEqual({
      'binary.js': 'binary',
      'huge.js': 'too-large',
      'package.json': 'malformed',
      'k8s/a.yaml': 'template',
    });
  });

  it('is not searched where tools put what they made', async () => {
    const made = [
      'node_modules',
      'vendor',
      'target',
      'dist',
      'build',
      '.git',
      '.venv',
      '__pycache__',
    ];
    for (const name of made) put(`${name}/app.js`, ROUTE);
    const { findings, filesRead } = await readEvidence(folder);
    expect([findings, filesRead]).toEqual([[], 0]);
  });

  it('gives the same findings in the same order every time', async () => {
    for (const name of ['b', 'a', 'c/a', 'Z']) put(`${name}/app.js`, ROUTE);
    const first = await readEvidence(folder);
    expect(first.findings.map(({ file }) => file)).toEqual(
      [...first.findings.map(({ file }) => file)].sort(),
    );
    expect(await readEvidence(folder)).toEqual(first);
  });

  it('of 20,000 files is read whole, and no further than asked', async () => {
    for (let index = 0; index < 20_000; index += 1) {
      const kind = index % 4 === 0 ? ROUTE.replace('/a', `/r${index}`) : 'export const a = 1;\n';
      put(`src/${index % 200}/${index}.js`, kind);
    }
    const evidence = await readEvidence(folder);
    expect(evidence.filesRead).toBe(20_000);
    expect(evidence.findings.filter(({ kind }) => kind === 'route')).toHaveLength(5_000);
    const cut = await readEvidence(folder, { maxFiles: 100 });
    expect(cut.filesRead).toBe(100);
    expect(cut.skipped.map(({ why }) => why)).toEqual(['too-many']);
  }, 120_000);
});

describe('secrets', () => {
  it('never come out of any kind of file', async () => {
    const planted = 'pl4nted-s3cret';
    put(
      '.env',
      `A=1\nDB_PASSWORD=${planted}\nexport API_KEY="${planted}"\nURL=https://u:${planted}@host/x\n`,
    );
    put(
      'compose.yaml',
      `services:\n  a:\n    build: .\n    command: run --password ${planted} --token=${planted}\n    environment:\n      TOKEN: ${planted}\n      URL: amqp://u:${planted}@mq:5672\n`,
    );
    put(
      'k8s.yaml',
      `apiVersion: v1\nkind: Secret\nmetadata: { name: ${planted} }\nstringData:\n  key: ${planted}\n---\napiVersion: v1\nkind: ConfigMap\ndata:\n  CLIENT_SECRET: ${planted}\n`,
    );
    put(
      'application.properties',
      `spring.datasource.password=${planted}\nspring.datasource.url=jdbc:postgresql://u:${planted}@db/x?password=${planted}\nspring.r2dbc.url=jdbc:oracle:thin:u/${planted}@//db:1521/x\nqueue.url=amqp://u:p@${planted}/x@mq:5672\napp.secret=\${S:${planted}}\n`,
    );
    put(
      'application.yml',
      `jwt:\n  secretKey: ${planted}\nspring: { rabbitmq: { host: "u:${planted}@mq" } }\n`,
    );
    put(
      'Dockerfile',
      `FROM node:20\nENV API_TOKEN=${planted} A=1\nENV DB_PASSWORD ${planted}\nHEALTHCHECK CMD curl -u x:${planted} https://u:${planted}@localhost/h\nCMD ["node", "a.js", "--api-key", "${planted}"]\n`,
    );
    put('package.json', `{ "scripts": { "start": "TOKEN=${planted} node ." } }`);
    put(
      'app.js',
      `const url = 'https://u:${planted}@host.example.net/x';\nprocess.env.PASSWORD || '${planted}';\n`,
    );
    put(
      'app.py',
      `app.config["SECRET_KEY"] = "${planted}"\nos.getenv("SECRET", "${planted}")\nimport os\n`,
    );
    put('serverless.yml', `service: a\nprovider:\n  environment:\n    SECRET: ${planted}\n`);
    const evidence = await readEvidence(folder);
    expect(JSON.stringify(evidence)).not.toContain(planted);
    expect(evidence.findings.filter(({ kind }) => kind === 'secret').length).toBeGreaterThan(10);
  });
});
