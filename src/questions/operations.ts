import { parseOperation } from '../service/typed-operation.ts';
import { quote } from '../text/quote.ts';
import { foundOperations } from './found-operations.ts';
import type { ListQuestion } from './question.ts';
import { movingRoutes, placesOf } from './service-facts.ts';

export const operations: ListQuestion = {
  key: 'operations',
  flag: 'operation',
  kind: 'list',
  placeholder: '"METHOD /PATH"',
  message: 'Operations, separated by commas:',
  help: 'An operation, as "GET /orders/{id}"; repeat the flag for more',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  when: (known) => known.interface === 'operations',
  fallback: (known) => (known.interface === 'operations' ? undefined : []),
  found(service) {
    const { operations, routes, anyMethod, leftOut } = foundOperations(movingRoutes(service));
    if (operations.length === 0) return undefined;
    const warnings = [
      ...(anyMethod.length > 0
        ? [`Taken for GET, since no method is stated: ${placesOf(anyMethod, service)}.`]
        : []),
      ...(leftOut.length > 0
        ? [
            `Left out, since an operation can't say them: ${quote(leftOut[0]?.value ?? '')}, ${placesOf(leftOut, service)}.`,
          ]
        : []),
    ];
    return {
      value: operations,
      shownBy: placesOf(routes, service),
      ...(warnings.length > 0 && { warning: warnings.join(' ') }),
    };
  },
  check(text) {
    const parsed = parseOperation(text);
    return typeof parsed === 'string'
      ? { problem: parsed }
      : { value: `${parsed.method} ${parsed.path}` };
  },
  // A comma can stand in a path; one before a method and a slash ends an operation.
  split: (text) =>
    text
      .split(/[,;]\s*(?=[A-Za-z]+\s+\/)|[,;]\s*$|\n/u)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
};
