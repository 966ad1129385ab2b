import { Hono } from 'hono/tiny';
import { fetchOf } from './hono.mjs';

export function createFetch(resources, checks) {
  return fetchOf(new Hono(), resources, checks);
}
