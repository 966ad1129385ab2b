// @ts-check
import { deepStrictEqual } from 'node:assert';
import { resources } from '../documents/shop.mjs';
import { OPERATIONS } from './contenders.mjs';
import { broken, draft } from './sample.mjs';
import { findOrder, place } from './work.mjs';

/** @typedef {import('../support/load.mjs').Question} Question */

const all = resources(OPERATIONS / 5);
/** From the middle of the routes: a router that tries one after the other is neither lucky nor unlucky. */
const { path } = all[all.length / 2] ?? { path: '' };

/** What is measured. @type {Readonly<Record<'get' | 'post', Question>>} */
export const questions = {
  get: { method: 'GET', path: `${path}/order-1`, status: 200 },
  post: { method: 'POST', path, body: JSON.stringify(draft), status: 201 },
};

/**
 * That a service does what it is measured for: answers the two questions rightly, and, when it checks, refuses every
 * broken body, a path parameter that is too short and a path that isn't there.
 *
 * @param {number} port @param {boolean} checks @throws {Error}
 */
export async function verify(port, checks) {
  deepStrictEqual(await ask(port, questions.get), { status: 200, value: findOrder('order-1') });
  deepStrictEqual(await ask(port, questions.post), { status: 201, value: place(draft) });
  if (!checks) return;
  const wrong = Object.entries(broken).map(([what, body]) => ({
    ...questions.post,
    what,
    body,
    status: 400,
  }));
  const short = { ...questions.get, what: 'short id', path: `${path}/ab`, status: 400 };
  const nowhere = { ...questions.get, what: 'no such path', path: '/v1/nowhere', status: 404 };
  for (const question of [...wrong, short, nowhere]) {
    const { status } = await ask(port, question);
    if (status !== question.status) throw new Error(`${question.what}: answered ${status}`);
  }
}

/** @param {number} port @param {Question} question */
async function ask(port, { method, path, body }) {
  const headers = { 'content-type': 'application/json' };
  const content = body === undefined ? {} : { headers, body };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...content });
  const text = await answer.text();
  return { status: answer.status, value: answer.ok ? JSON.parse(text) : undefined };
}
