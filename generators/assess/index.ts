import { assessCommand } from '../../src/assessment/command.ts';
import { commandGenerator } from '../../src/run/command-generator.ts';

/** `yo wasm-component:assess`: judges whether a service should move. */
export default commandGenerator(assessCommand);
