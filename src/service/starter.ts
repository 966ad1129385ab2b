import type { Need } from '../needs/need.ts';

/**
 * The API document of the starter edge function: what a run without a document or operations is made from. Its
 * implementation is part of the project's templates; the two meet in the operation id `greet`, the ok type `Greeting`
 * (`message`, `name`) and the error case `not-found`, whose payload is a `Problem`. With something to keep it in, it counts
 * too (`times`), and with a server to keep it on there is `service-unavailable`.
 *
 * @param name - title of the service
 * @param description - what the service is for; may be empty
 * @param chosen - the needs of the service
 * @returns an OpenAPI 3.1 document, as JSON would parse it
 */
export function starterDocument(
  name: string,
  description: string,
  chosen: readonly Need[] = [],
): unknown {
  const store = starterStore(chosen);
  return {
    openapi: '3.1.0',
    info: {
      title: name,
      version: '0.1.0',
      description: description === '' ? 'An edge function that greets.' : description,
    },
    tags: [{ name: 'greetings', description: 'Greetings, for everybody we know.' }],
    paths: { '/greetings/{name}': { get: greet(store) } },
    components: { schemas: { Greeting: greeting(store), Problem: problem } },
  };
}

/** What the starter keeps its count in: the first that can. */
export function starterStore(chosen: readonly Need[]): Need | undefined {
  return chosen.find(({ counter }) => counter !== undefined);
}

/** The variable that the starter reads, when the service has it: what it greets with. */
export const GREETING = 'greeting';

const PROBLEM = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

/** A name the starter's implementation does not know, so that its 404 can be shown. */
export const UNKNOWN_NAME = 'nobody';

const greet = (store: Need | undefined) => ({
  operationId: 'greet',
  tags: ['greetings'],
  summary: 'Greets somebody.',
  description:
    'The path parameter says whom. The query option is optional: a function that leaves it out gets `undefined`.',
  parameters: [
    {
      name: 'name',
      in: 'path',
      required: true,
      description: 'Whom to greet.',
      schema: { type: 'string', minLength: 1, maxLength: 80 },
      example: 'Ada',
    },
    {
      name: 'excited',
      in: 'query',
      description: 'Greet with an exclamation mark.',
      schema: { type: 'boolean' },
      example: true,
    },
  ],
  responses: {
    200: {
      description: 'The greeting.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Greeting' } } },
    },
    404: {
      description: `Nobody has this name. Try \`${UNKNOWN_NAME}\`.`,
      content: PROBLEM,
    },
    ...(store?.proof.server !== undefined && {
      503: { description: `${store.title} is away.`, content: PROBLEM },
    }),
  },
});

const greeting = (store: Need | undefined) => ({
  type: 'object',
  description: 'What the service says.',
  required: ['message', 'name', ...(store === undefined ? [] : ['times'])],
  properties: {
    message: { type: 'string', description: 'The greeting itself.', examples: ['Hello, Ada!'] },
    name: { type: 'string', description: 'Who is greeted.', examples: ['Ada'] },
    ...(store !== undefined && {
      times: {
        type: 'integer',
        format: 'int32',
        description: 'How often so far.',
        examples: [1],
      },
    }),
  },
});

const problem = {
  type: 'object',
  description: 'What went wrong, as RFC 9457 puts it.',
  required: ['title', 'status'],
  properties: {
    title: { type: 'string', description: 'What is wrong, the same each time.' },
    status: { type: 'integer', format: 'int32', description: 'The HTTP status.' },
    detail: { type: 'string', description: 'What is wrong this time.' },
  },
};
