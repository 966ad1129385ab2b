import type { GreetError, Service } from './generated/service.ts';

/**
 * What the service does: one function an operation, called by both doors of the component.
 *
 * - Over HTTP a parameter comes checked: what doesn't fit the document was answered 400 before.
 * - Return what the operation answers, at once or as a promise.
 * - Throw an error of the document as its case `{ tag, val }`: HTTP sends its status, the typed door
 *   hands it to the caller.
 * - Whatever else is thrown is answered 500, and its stack goes to stderr.
 */
export const service: Service = {
  /** `GET /greetings/{name}`: greets, with an exclamation mark for `?excited=true`. */
  greet(name, excited) {
    if (name === 'nobody') {
      throw {
        tag: 'not-found',
        val: { title: 'Not Found', status: 404, detail: 'Nobody has that name.' },
      } satisfies GreetError;
    }
    return { message: `Hello, ${name}${excited === true ? '!' : '.'}`, name };
  },
};
