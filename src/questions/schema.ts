import { questions } from './index.ts';
import type { Question } from './question.ts';

/** The published JSON Schema (draft 7, which editors read) of the answers file. */
export function answersSchema(): unknown {
  const properties = questions.map((question) => [question.key, property(question)] as const);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Answers file of generator-wasm-component',
    description:
      'Given with --answers FILE, as JSON or YAML. Every key is optional; flags win over it.',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(properties) },
  };
}

function property(question: Question): unknown {
  const description = `${question.help}.${defaultSentence(question)}`;
  switch (question.kind) {
    case 'switch':
      return { type: 'boolean', description };
    case 'list':
      return { type: 'array', items: { type: 'string' }, description };
    case 'several':
      return {
        type: 'array',
        items: { enum: question.choices.map(({ value }) => value) },
        description,
      };
    case 'choice':
      return { enum: question.choices.map(({ value }) => value), description };
    default:
      return { type: 'string', description };
  }
}

function defaultSentence({ defaultText }: Question): string {
  return defaultText === undefined ? '' : ` Default: ${defaultText}.`;
}
