import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answersSchema } from '../../src/questions/schema.ts';

it('schemas/answers.schema.json says what the questions say', () => {
  const file = new URL('../../schemas/answers.schema.json', import.meta.url);
  const published = JSON.parse(readFileSync(file, 'utf8'));
  expect(published, 'run `npm run reference`').toEqual(answersSchema());
});
