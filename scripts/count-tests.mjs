// Reads a vitest log and prints its closing count as `N passed, N failed[, N skipped]`; exits as the tests did.
// Usage: node scripts/count-tests.mjs LOG STATUS
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const [log, status] = process.argv.slice(2);
const text = stripVTControlCharacters(readFileSync(log, 'utf8'));

// vitest prints `      Tests  1 failed | 20 passed | 2 skipped (23)` once, at the end.
const summary = text.match(/^\s*Tests\s+(.*)$/gm)?.at(-1) ?? '';
const count = (word) => Number(summary.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0);

const passed = count('passed');
const skipped = count('skipped');
// A run that broke outside a test (a file that doesn't load, say) has no failed test but isn't green.
const failed = count('failed') || (status === '0' && passed > 0 ? 0 : 1);
const tail = skipped > 0 ? `, ${skipped} skipped` : '';
process.stdout.write(`${passed} passed, ${failed} failed${tail}\n`);
process.exit(failed > 0 ? 1 : 0);
