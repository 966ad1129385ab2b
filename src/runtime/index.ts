// Our own code converts, routes and judges with the very functions that emitted components carry.
export { hasNoBody } from '../../templates/runtime/answer.ts';
export {
  compileHeaders,
  type Header as AnswerHeader,
} from '../../templates/runtime/answer-headers.ts';
export { encodeUtf8 } from '../../templates/runtime/bytes.ts';
export { type Codecs, compileTypes } from '../../templates/runtime/codec.ts';
export {
  compileMultipart,
  compileUrlencoded,
  type FilePart,
} from '../../templates/runtime/form.ts';
export { MAX_BODY_BYTES } from '../../templates/runtime/handler.ts';
export { stringifyJson } from '../../templates/runtime/json.ts';
export { choose, formsOf, isInRange, isJson, mediaType } from '../../templates/runtime/media.ts';
export { Mismatch } from '../../templates/runtime/mismatch.ts';
export { compileParameters } from '../../templates/runtime/parameters.ts';
export { Problem } from '../../templates/runtime/problem.ts';
export { RequestParts, splitUrl } from '../../templates/runtime/request-parts.ts';
export {
  createRouter,
  type Match,
  type Router,
  templateNames,
} from '../../templates/runtime/router.ts';
export { writeMultipartForm, writeUrlencoded } from '../../templates/runtime/write-form.ts';
