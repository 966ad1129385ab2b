#!/usr/bin/env node
import process from 'node:process';

// Before anything is loaded that an older Node can't even parse.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isSupported = (major === 20 && minor >= 17) || (major === 22 && minor >= 9) || major > 22;
if (!isSupported) {
  process.stderr.write(
    `generator-wasm-component needs Node 20.17, 22.9 or newer; this is ${process.versions.node}.\n`,
  );
  process.exit(2);
}

const { main } = await import('./src/run/main.ts');
process.exit(await main(process.argv.slice(2)));
