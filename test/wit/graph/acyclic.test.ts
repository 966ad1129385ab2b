import { expect, it } from 'vitest';
import { AcyclicGraph } from '../../../src/wit/graph/acyclic.ts';
import { pick, type Random, seeded } from '../../runtime/arbitrary.ts';

it('takes what closes no cycle, and refuses what does', () => {
  const graph = new AcyclicGraph(['a', 'b', 'c']);
  expect(graph.add('c', 'b')).toBe(true);
  expect(graph.add('b', 'a')).toBe(true);
  expect(graph.add('a', 'c')).toBe(false);
  expect(graph.add('c', 'a')).toBe(true);
  expect(graph.add('a', 'a')).toBe(false);
});

it('agrees with looking for a way back', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const random = seeded(seed);
    const nodes = Array.from({ length: 1 + Math.floor(random() * 30) }, (_, index) => index);
    const graph = new AcyclicGraph(nodes);
    const kept = new Map<number, number[]>();
    for (const [from, to] of edges(nodes, random)) {
      const closes = reaches(to, from, kept);
      expect(graph.add(from, to), `seed ${seed}: ${from} → ${to}`).toBe(!closes);
      if (!closes) kept.set(from, [...(kept.get(from) ?? []), to]);
    }
  }
});

function edges(nodes: readonly number[], random: Random): readonly (readonly [number, number])[] {
  return Array.from({ length: 150 }, () => [pick(random, nodes), pick(random, nodes)] as const);
}

function reaches(from: number, target: number, edges: ReadonlyMap<number, readonly number[]>) {
  const seen = new Set([from]);
  for (const node of seen) for (const next of edges.get(node) ?? []) seen.add(next);
  return seen.has(target);
}
