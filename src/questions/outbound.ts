import { seen } from '../fit/rule.ts';
import { outboundHost } from '../needs/outbound-host.ts';
import type { ListQuestion } from './question.ts';
import { moving, placesOf } from './service-facts.ts';
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
  defaultText: 'the HTTP servers that the settings of the service name, else none',
  found(service) {
    const called = seen(
      'outbound-host',
      'http',
      'https',
    )(moving(service)).flatMap((finding) => {
      const checked = outboundHost(`${finding.what}://${finding.value}`);
      return 'value' in checked && !isHere(finding.value)
        ? [[checked.value, finding] as const]
        : [];
    });
    const value = [...new Set(called.map(([host]) => host))];
    if (value.length === 0) return undefined;
    return {
      value,
      shownBy: placesOf(
        called.map(([, finding]) => finding),
        service,
      ),
    };
  },
  check: outboundHost,
  split: words,
};

/** The machine itself is where the service of today is tried out, and no server of a component. */
function isHere(host: string): boolean {
  return /^(?:localhost|127\.|0\.0\.0\.0|\[?::1)/u.test(host);
}
