/** The client half of `wasi:http` for a component that may not call out. */
import { clocks, http } from '@bytecodealliance/preview2-shim';

/** The answer to a request that was never sent. Were the error thrown at once, `fetch` would fail in another way than on Spin. */
class DeniedResponse extends http.types.FutureIncomingResponse {
  subscribe() {
    return clocks.monotonicClock.subscribeDuration(0n);
  }
  get() {
    return { tag: 'ok', val: { tag: 'err', val: { tag: 'HTTP-request-denied' } } };
  }
  [Symbol.dispose]() {}
}

/** Takes the place of preview2-shim's `wasi:http/outgoing-handler`. */
export const noOutbound = { handle: () => new DeniedResponse() };
