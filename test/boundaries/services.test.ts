import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessFolder } from '../../src/assessment/assess.ts';
import { resourceSegments } from '../../src/boundaries/paths.ts';
import { reasonWords } from '../../src/boundaries/words.ts';
import { catalogueOf } from '../../src/messages/catalogue.ts';
import { isVacuousSegment } from '../../src/wit/naming/paths.ts';
import { BOUNDARIES } from './expected.ts';

const SERVICES = join('test', 'fixtures', 'services');
const OPTIONS = { target: undefined, today: new Date('2026-11-24') };

/** First telling segments of paths, each once. */
function resources(paths: readonly string[]): readonly string[] {
  const first = (path: string) =>
    resourceSegments(path).find((segment) => !isVacuousSegment(segment)) ?? '';
  return [...new Set(paths.map(first))];
}

describe('the boundaries of a service', () => {
  it.each(Object.entries(BOUNDARIES))('%s', async (name, expected) => {
    const { boundaries } = await assessFolder(join(SERVICES, name), OPTIONS);
    const { components, reason } = boundaries;
    if ('whole' in expected) {
      expect(reason.kind).toBe(expected.whole);
      expect(components).toHaveLength(1);
      expect(reasonWords(boundaries, catalogueOf('en'))).toMatch(/^One component, no cut: /u);
      return;
    }
    const found = components.map(
      (one) => [one.name, resources(one.endpoints.map(({ path }) => path))] as const,
    );
    expect(Object.fromEntries(found)).toEqual(expected.components);
  });
});
