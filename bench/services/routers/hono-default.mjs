import { Hono } from 'hono';
import { fetchOf } from './hono.mjs';

export function createFetch(resources, checks) {
  return fetchOf(new Hono(), resources, checks);
}
