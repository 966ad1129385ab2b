// `npm run schemas`: the JSON Schema of the answers file, from the questions' declarations (needs dist/).
import { writeFileSync } from 'node:fs';
import { answersSchema } from '../dist/src/questions/schema.js';

const file = new URL('../schemas/answers.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(answersSchema(), undefined, 2)}\n`);
