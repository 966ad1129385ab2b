import { expect } from 'vitest';

// `toMatchObject({ message: /…/ })` reads as a match; vitest 4.1 on its own lets any text pass there.
expect.addEqualityTesters([
  (received, expected) =>
    typeof received === 'string' && expected instanceof RegExp
      ? expected.test(received)
      : undefined,
]);
