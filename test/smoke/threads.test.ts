import { expect, it } from 'vitest';
import { NO_NEEDS } from '../../src/needs/need.ts';
import { serviceNeeds } from '../../src/needs/service-needs.ts';
import { threadsFor } from '../../src/smoke/threads.ts';
import { answersOf } from '../support/answers.ts';

const alone = { needs: NO_NEEDS };

it.each([
  ['no request', 0, 2, 1],
  ['few requests', 16, 8, 1],
  ['many requests', 100, 8, 3],
  ['very many', 5000, 64, 4],
  ['more than there are cores', 5000, 2, 2],
  ['one core', 5000, 1, 1],
])('%s', (_what, requests, cores, threads) => {
  expect(threadsFor(alone, requests, cores)).toBe(threads);
});

it.each(['kv', 'sqlite', 'http'])(
  'what is left in %s may be what a later request asks for: one after the other',
  (need) => {
    const needs = serviceNeeds(answersOf({ needs: [need] }));
    expect(needs.chosen.length).toBeGreaterThan(0);
    expect(threadsFor({ needs }, 5000, 8)).toBe(1);
  },
);
