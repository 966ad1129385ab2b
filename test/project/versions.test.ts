import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/package-root.ts';
import { ACTIONS, NODE_ENGINES, VERSIONS } from '../../src/project/versions.ts';

const own = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));

describe('VERSIONS', () => {
  it.each(Object.entries(VERSIONS))('%s %s is what we use ourselves', (name, version) => {
    expect({ ...own.dependencies, ...own.devDependencies }[name]).toBe(version);
  });

  it('are exact', () => {
    for (const version of Object.values(VERSIONS)) expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  });

  it('need the Node that projects ask for', () => {
    const rolldown = createRequire(import.meta.url)('rolldown/package.json');
    expect(rolldown.engines.node).toBe(NODE_ENGINES);
  });
});

describe('ACTIONS', () => {
  it.each(Object.values(ACTIONS))('%s is pinned by commit', (action) => {
    expect(action).toMatch(
      /^[\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # (?:v\d+\.\d+\.\d+|main, \d{4}-\d\d-\d\d)$/u,
    );
  });
});
