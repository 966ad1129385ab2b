import { foundOperations } from './found-operations.ts';
import type { ChoiceQuestion } from './question.ts';
import { movingRoutes, placesOf } from './service-facts.ts';

export const interfaceSource: ChoiceQuestion<'interface'> = {
  key: 'interface',
  flag: 'interface',
  kind: 'choice',
  choices: [
    { value: 'openapi', label: 'An OpenAPI document' },
    { value: 'operations', label: 'Operations that I type in, as GET /orders/{id}' },
    { value: 'none', label: 'Nowhere yet: start from a small edge function' },
  ],
  message: 'Where does its interface come from?',
  help: 'Where the interface comes from',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  fallback: () => 'none',
  proposal: (_known, facts) => (facts.folder.document === undefined ? 'none' : 'openapi'),
  defaultText: 'what --from or --operation say, or the files of the service show, else none',
  found(service) {
    const [document] = service.documents;
    if (document !== undefined) return { value: 'openapi', shownBy: document.file };
    const { operations, routes } = foundOperations(movingRoutes(service));
    return operations.length === 0
      ? undefined
      : { value: 'operations', shownBy: placesOf(routes, service) };
  },
};
