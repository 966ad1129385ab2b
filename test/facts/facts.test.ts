import { describe, expect, it } from 'vitest';
import { HOSTS } from '../../src/facts/hosts.ts';
import { AREAS, factsAge, factsOlderThan } from '../../src/facts/index.ts';
import { PROPOSALS } from '../../src/facts/proposals.ts';

const areas = AREAS.map((area) => [area.area, area] as const);
const ISO = /^\d{4}-\d\d-\d\d$/u;

describe('the facts', () => {
  it.each(areas)('of %s have a day, unique ids and sources', (_name, { asOf, facts }) => {
    expect(asOf).toMatch(ISO);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    for (const { id, sources, says } of facts) {
      expect(says, id).toMatch(/\.$/u);
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { title, url, date } of sources) {
        expect(title).not.toBe('');
        expect(url).toMatch(/^https:\/\/[a-z.]+\/\S+$/u);
        expect(date).toMatch(ISO);
        expect(date <= asOf, `${id}: ${date}`).toBe(true);
      }
    }
  });

  it('let nothing be imported that is neither stable nor labelled', () => {
    for (const { name, status, use, hosts } of PROPOSALS.facts) {
      expect(use === 'yes', name).toBe(status === 'stable');
      if (use === 'labelled') expect(hosts.length, name).toBeGreaterThan(0);
      if (status === 'dead') expect(hosts, name).toEqual([]);
    }
  });

  it('offer a proposal on a host only as its status is', () => {
    for (const { id, offers } of HOSTS.facts) {
      for (const { interface: name, status } of Object.values(offers)) {
        const proposal = PROPOSALS.facts.find((one) => name.startsWith(`${one.name}/`));
        expect(proposal?.status ?? 'host', `${id}: ${name}`).toBe(status);
        expect(proposal?.use, `${id}: ${name}`).not.toBe('no');
      }
    }
  });
});

describe('their age', () => {
  const area = (name: string, asOf: string) => ({
    area: name,
    asOf,
    facts: [{ id: 'a', says: 'A.', sources: [] }],
  });
  const two = [area('new', '2026-11-20'), area('old', '2026-01-01')];
  const today = new Date('2026-11-24T23:00:00Z');

  it('is that of the oldest area', () => {
    expect(factsAge(today, two)).toMatchObject({ asOf: '2026-01-01', days: 327 });
    expect(factsAge(new Date('2020-01-01'), two).days).toBe(0);
  });

  it('finds those older than so many days, oldest first', () => {
    const ids = (days: number) =>
      factsOlderThan(days, today, two).map((old) => [old.area, old.days]);
    expect(ids(3)).toEqual([
      ['old', 327],
      ['new', 4],
    ]);
    expect(ids(4)).toEqual([['old', 327]]);
    expect(ids(327)).toEqual([]);
  });
});
