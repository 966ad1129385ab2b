import { witCommand } from '../../src/conversion/command.ts';
import { commandGenerator } from '../../src/run/command-generator.ts';

/** `yo wasm-component:wit`: converts an OpenAPI document to WIT. */
export default commandGenerator(witCommand);
