import { commandGenerator } from '../../src/run/command-generator.ts';
import { checkCommand } from '../../src/spin/check/command.ts';

/** `yo wasm-component:check`: checks a Spin manifest. */
export default commandGenerator(checkCommand);
