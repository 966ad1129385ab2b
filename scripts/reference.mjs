// `npm run reference`: what is published about the questions and flags, from their declarations (needs dist/): the
// JSON Schema of the answers file and the README's tables.
import { readFileSync, writeFileSync } from 'node:fs';
import { flagTables } from '../dist/src/command-line/reference.js';
import { answersSchema } from '../dist/src/questions/schema.js';

const schema = new URL('../schemas/answers.schema.json', import.meta.url);
writeFileSync(schema, `${JSON.stringify(answersSchema(), undefined, 2)}\n`);

const readme = new URL('../README.md', import.meta.url);
const text = readFileSync(readme, 'utf8');
const block = `<!-- flags:start -->\n\n${flagTables()}\n\n<!-- flags:end -->`;
writeFileSync(
  readme,
  text.replace(/<!-- flags:start -->[\s\S]*<!-- flags:end -->/, () => block),
);
