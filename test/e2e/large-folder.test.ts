import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { runBin } from './support/cli.ts';

const FILES = 20_000;
const MODULES = 200;

/** A module of a service as people write it, some kilobytes each; half of them offer endpoints. */
const SOURCES: readonly ((index: number) => readonly [name: string, text: string])[] = [
  (n) => [
    `orders${n}.ts`,
    `import { Router } from 'express';\nimport { pool } from './database';\nexport const orders${n} = Router();\norders${n}.get('/orders/${n}', async (request, response) => {\n  response.json(await pool.query('select * from orders where id = $1', [request.params.id]));\n});\n${padding('// ', n)}`,
  ],
  (n) => [
    `Order${n}Controller.java`,
    `package shop.orders;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/v${n}/orders")\npublic class Order${n}Controller {\n  private final OrderRepository orders;\n\n  @GetMapping("/{id}")\n  public Order one(@PathVariable Long id) {\n    return orders.findById(id).orElseThrow();\n  }\n}\n${padding('// ', n)}`,
  ],
  (n) => [
    `items${n}.py`,
    `from fastapi import APIRouter\n\nrouter = APIRouter(prefix="/items${n}")\n\n\n@router.get("/{item_id}")\ndef read_item(item_id: int):\n    return {"id": item_id}\n${padding('# ', n)}`,
  ],
  (n) => [
    `handlers${n}.go`,
    `package shop\n\nimport "net/http"\n\nfunc Routes${n}(mux *http.ServeMux) {\n\tmux.HandleFunc("GET /go/${n}", list)\n}\n${padding('// ', n)}`,
  ],
  (n) => [`Model${n}.php`, `<?php\nclass Model${n} { public $id; }\n${padding('// ', n)}`],
  (n) => [`view${n}.tsx`, `export const View${n} = () => <p>{'text'}</p>;\n${padding('// ', n)}`],
  (n) => [`values${n}.yaml`, `name: value-${n}\nlist:\n${'  - { key: a, value: b }\n'.repeat(40)}`],
  (n) => [`messages${n}.json`, JSON.stringify({ [`key${n}`]: 'text '.repeat(200) })],
  (n) => [`page${n}.md`, `# Page ${n}\n\n${'A line of text about nothing.\n'.repeat(60)}`],
];

function padding(comment: string, n: number): string {
  return `${comment}a comment of a usual length that says what the code below is for\n`.repeat(
    10 + ((n * 7) % 80),
  );
}

const BINARY = Buffer.alloc(8_000, '\u0000\u0001\u00ff', 'latin1');
/** What a bundler writes, in one line. */
const MINIFIED = `var a=require("express")();${'a.use(function(b,c,d){return d(b?c:{e:[b,c]})});'.repeat(7_000)}`;

let folder: string;
let outside: string;

beforeAll(async () => {
  const home = await temporaryFolder();
  folder = join(home, 'service');
  outside = join(home, 'outside');
  await mkdir(outside);
  await writeFile(
    join(outside, 'app.js'),
    "const app = require('express')();\napp.get('/outside', f);\n",
  );
  for (let module = 0; module < MODULES; module += 1) {
    const path = join(folder, `module-${module}`, 'src');
    await mkdir(path, { recursive: true });
    await Promise.all(
      Array.from({ length: FILES / MODULES }, async (_, index) => {
        const n = module * 100 + index;
        if (index % 10 === 9) {
          const name = index % 20 === 9 ? `image${n}.png` : `compiled${n}.py`;
          await writeFile(join(path, name), BINARY);
          return;
        }
        const [name, text] = SOURCES[n % SOURCES.length]?.(n) ?? ['', ''];
        await writeFile(join(path, name), text);
      }),
    );
    if (module % 10 === 0) await writeFile(join(path, 'bundle.js'), MINIFIED);
    if (module % 40 === 0) await writeFile(join(path, 'data.ts'), MINIFIED.repeat(20));
  }
  await symlink(outside, join(folder, 'linked'));
  await symlink('/', join(folder, 'everything'));
  await symlink(join(outside, 'app.js'), join(folder, 'app.js'));
  await symlink(folder, join(folder, 'module-0', 'again'));
  execFileSync('mkfifo', [join(folder, 'pipe.py')]);
  await writeFile(join(home, 'watch.mjs'), WATCH);
  return () => rm(home, { recursive: true });
}, 300_000);

/** Tells at the program's end what it used, what it opened, and whether it started anything. */
const WATCH = `
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const opened = [];
let started = 0;
const { openSync, writeFileSync } = fs;
fs.openSync = (path, ...rest) => {
  opened.push(String(path));
  return openSync(path, ...rest);
};
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  const original = childProcess[name];
  childProcess[name] = (...all) => {
    started += 1;
    return original(...all);
  };
}
syncBuiltinESMExports();
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = (userCPUTime + systemCPUTime) / 1e6;
  const used = { seconds, megabytes: maxRSS / 1024, started, opened };
  writeFileSync(process.env.USED, JSON.stringify(used));
});
`;

describe(`a folder of ${FILES.toLocaleString('en')} files`, () => {
  it('is assessed in ten seconds of the processor and 500 MB; nothing outside is opened, nothing is started', async () => {
    const { status, stdout, stderr } = await runBin(['assess', '--from', folder, '--json'], {
      env: {
        NODE_OPTIONS: `--import=${pathToFileURL(join(folder, '..', 'watch.mjs'))}`,
        USED: join(folder, '..', 'used.json'),
      },
    });
    expect(status, stderr).toBe(0);
    const { findings } = JSON.parse(stdout);
    const { seconds, megabytes, started, opened } = JSON.parse(
      await readFile(join(folder, '..', 'used.json'), 'utf8'),
    );
    process.stderr.write(
      `assess: ${seconds.toFixed(1)} s of the processor, ${megabytes.toFixed(0)} MB\n`,
    );
    expect(seconds).toBeLessThan(10);
    expect(megabytes).toBeLessThan(500);
    expect(started).toBe(0);
    const inside = opened.filter((path: string) => path.startsWith(folder));
    expect(opened.filter((path: string) => path.startsWith(outside))).toEqual([]);
    expect(inside.length).toBe(new Set(inside).size);
    expect(inside.length).toBeLessThan(FILES);
    expect(inside.filter((path: string) => /\.(?:png|md|php)$/u.test(path))).toEqual([]);
    const routes = findings.filter(({ kind }: { kind: string }) => kind === 'route');
    expect(routes.length).toBeGreaterThan(7_000);
    expect(JSON.stringify(routes)).not.toContain('outside');
  });
});
