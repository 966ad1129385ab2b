import { join } from 'node:path';
import type { FoundDocument } from '../evidence/finding.ts';
import type { PathQuestion } from './question.ts';
import { type ServiceFacts, wordsOf } from './service-facts.ts';

export const from: PathQuestion = {
  key: 'from',
  flag: 'from',
  kind: 'path',
  holds: 'file',
  placeholder: 'DOCUMENT',
  message: 'Path of the OpenAPI document:',
  help: 'The OpenAPI document, JSON or YAML',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  when: (known) => known.interface === 'openapi',
  fallback: () => undefined,
  proposal: (_known, facts) => facts.folder.document,
  offers: (service) => service.documents.map((document) => pathOf(service, document)),
  found(service) {
    const [best, ...others] = service.documents;
    if (best === undefined) return undefined;
    const { file, operations } = best;
    const names = others.map((other) => other.file).join(', ');
    return {
      value: pathOf(service, best),
      shownBy: wordsOf(service).document(file, operations),
      ...(others.length > 0 && {
        warning: `There are other OpenAPI documents in the folder: ${names}. To take one of them: --from DOCUMENT.`,
      }),
    };
  },
  check: (text) =>
    text.trim() === ''
      ? { problem: 'The path is empty.', proposal: 'openapi.yaml' }
      : { value: text },
};

function pathOf({ assessment }: ServiceFacts, { file }: FoundDocument): string {
  return join(assessment.evidence.folder, file);
}
