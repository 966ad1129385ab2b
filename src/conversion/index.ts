/** `generator-wasm-component/openapi`: the converter as a library. */
export type { Note } from '../openapi/model.ts';
export { Failure } from '../terminal/failure.ts';
export type { Demotion, FidelityReport } from '../wit/typed-api.ts';
export {
  type Conversion,
  type ConversionOptions,
  type DocumentSource,
  openapiToWit,
} from './openapi-to-wit.ts';
