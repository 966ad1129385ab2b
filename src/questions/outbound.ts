import { outboundHost } from '../needs/outbound-host.ts';
import type { ListQuestion } from './question.ts';
import { words } from './words.ts';

export const outbound: ListQuestion = {
  key: 'outbound',
  flag: 'outbound',
  kind: 'list',
  placeholder: 'URL',
  optional: true,
  message: 'Servers that it calls, as URLs separated by commas (empty for none):',
  help: 'A server that the service calls, as https://api.example.com; repeat the flag for more',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  fallback: () => [],
  defaultText: 'none',
  check: outboundHost,
  split: words,
};
