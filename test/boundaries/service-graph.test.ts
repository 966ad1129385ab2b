import { expect, it } from 'vitest';
import { serviceGraph } from '../../src/boundaries/service-graph.ts';
import { finding } from '../fit/findings.ts';

it('puts the prefix of a setting before every path, and makes no path of two slashes or one at the end', () => {
  const routes = ['GET /', 'GET /tags'].map((value) => finding('route', 'nest', value));
  const paths = (...more: Parameters<typeof finding>[]) =>
    serviceGraph([], [...routes, ...more.map((one) => finding(...one))]).endpoints.map(
      ({ path }) => path,
    );
  expect(paths(['base-path', 'nest', 'api/'])).toEqual(['/api', '/api/tags']);
  expect(paths()).toEqual(['/', '/tags']);
});
