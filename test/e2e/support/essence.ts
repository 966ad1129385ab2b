import type { Answer } from '../../../src/smoke/send.ts';

/** What of an answer is the component's: hosts add dates, and may choose how to frame the body. */
export function essence({ status, headers, body }: Answer, url: string) {
  const framing = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];
  const own = Object.entries(headers).filter(([name]) => !framing.includes(name));
  const text = body.toString('latin1').replaceAll(url, 'URL').replaceAll(new URL(url).host, 'HOST');
  return { status, headers: Object.fromEntries(own), body: text };
}
