// @ts-check
import { fileURLToPath } from 'node:url';
import { runNode } from './process.mjs';
import { percentile } from './statistics.mjs';

/** @typedef {{ method: string, path: string, body?: string, status: number }} Question `status`: of the answer */
/** @typedef {{ p50: number, p99: number, perSecond: number, requests: number }} Pace milliseconds */

const client = fileURLToPath(new URL('./load-client.mjs', import.meta.url));

/**
 * @param {number} port @param {Question} question @param {{ connections: number, seconds: number }} amount
 * @returns {Promise<Pace>} @throws {Error} when an answer has another status
 */
export async function load(port, question, amount) {
  const job = { port, request: requestText(port, question), status: question.status, ...amount };
  const { latencies, seconds } = JSON.parse(await runNode([client, JSON.stringify(job)]));
  return {
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    perSecond: latencies.length / seconds,
    requests: latencies.length,
  };
}

/** @param {number} port @param {Question} question */
function requestText(port, { method, path, body }) {
  const content =
    body === undefined
      ? []
      : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`];
  const head = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, ...content];
  return `${head.join('\r\n')}\r\n\r\n${body ?? ''}`;
}
