// @ts-check
// A process of its own that sends one request over and over on kept connections, each as soon as its answer is there.
// Raw sockets: an HTTP client in JavaScript takes as long as the component that it measures.
// Usage: node load-client.mjs '{"port":…,"request":"GET / HTTP/1.1\r\n…","status":200,"connections":1,"seconds":1}'
// Prints {"latencies":[milliseconds, ascending],"seconds":…}; exits 1 when an answer has another status.
import { connect } from 'node:net';

/** @typedef {{ port: number, request: string, status: number, connections: number, seconds: number }} Load */

/** @type {Load} */
const load = JSON.parse(process.argv[2] ?? '');
const request = Buffer.from(load.request);
const start = performance.now();
const end = start + load.seconds * 1000;
/** @type {number[]} */
const latencies = [];

/** @returns {Promise<void>} when the time is over */
function keepAsking() {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true });
    let sent = 0;
    let received = '';
    const send = () => {
      received = '';
      sent = performance.now();
      socket.write(request);
    };
    socket.setEncoding('latin1');
    socket.once('connect', send);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the connection was closed')));
    socket.on('data', (text) => {
      received += text;
      if (!isWhole(received)) return;
      const now = performance.now();
      latencies.push(now - sent);
      const status = Number(received.slice(9, 12));
      if (status !== load.status) return reject(new Error(`answered ${status}`));
      if (now < end) return send();
      socket.removeAllListeners('close');
      socket.destroy();
      resolve();
    });
  });
}

/** RFC 9112 §6.3, for answers with a length or in chunks. @param {string} text */
function isWhole(text) {
  const body = text.indexOf('\r\n\r\n') + 4;
  if (body === 3) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, body))?.[1];
  return length === undefined
    ? text.endsWith('\r\n0\r\n\r\n')
    : text.length >= body + Number(length);
}

await Promise.all(Array.from({ length: load.connections }, keepAsking));
latencies.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ latencies, seconds: (performance.now() - start) / 1000 }));
