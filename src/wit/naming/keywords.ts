/**
 * Words of WIT's grammar: an identifier that is one of them is written with a `%`.
 * component-model 6d28164 (2026-08-21), `design/mvp/WIT.md`, "Keywords".
 */
export const WIT_KEYWORDS: ReadonlySet<string> = words(`
  as async bool borrow char constructor enum error-context export f32 f64 flags from func future import include
  interface list map option own package record resource result s16 s32 s64 s8 static stream string tuple type u16 u32
  u64 u8 use variant with world`);

/**
 * Words that can't name a binding in a strict JavaScript module (ECMA-262, 2025, §12.7.2), and two that shadow what
 * generated code needs.
 */
export const JS_RESERVED: ReadonlySet<string> = words(`
  arguments await break case catch class const continue debugger default delete do else enum eval export extends false
  finally for function if implements import in instanceof interface let new null package private protected public
  return static super switch this throw true try typeof undefined var void while with yield`);

/**
 * Members that every object has, or that give it a meaning: a function of a service with such a name would be found on
 * an object that doesn't define it (`toString`), or make the object a promise (`then`).
 */
export const OBJECT_MEMBERS: ReadonlySet<string> = words(`
  constructor hasOwnProperty isPrototypeOf propertyIsEnumerable then toJSON toLocaleString toString valueOf`);

/** Type names that mean something else in TypeScript, in the standard library, in fetch, or in the generated code. */
export const TS_RESERVED: ReadonlySet<string> = words(`
  AbortController AbortSignal AggregateError Array ArrayBuffer ArrayBufferLike ArrayLike AsyncIterable AsyncIterator
  Awaitable Awaited BigInt BigInt64Array BigUint64Array Blob Body Boolean Buffer Capitalize ConstructorParameters DataView Date
  Error ErrorEvent EvalError Event EventTarget Exclude Examples Extract FetchEvent File FormData Function Generator
  Handler Headers ImportMeta InstanceType Intl Iterable Iterator JSON Map Math NaN NonNullable Number Object Omit
  OmitThisParameter Parameters Partial PatchField Pick Promise PromiseLike PropertyKey Proxy RangeError Readonly ReadonlyArray
  ReadonlyMap ReadonlySet ReadableStream Record ReferenceError Reflect RegExp Request Required Response ReturnType
  Service ServiceTable Set SharedArrayBuffer String Symbol SyntaxError TextDecoder TextEncoder ThisType TypeError
  Uint16Array Uint32Array Uint8Array Uncapitalize Uppercase Lowercase URIError URL URLSearchParams WeakMap WeakRef
  WeakSet WebAssembly WritableStream`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}
