import { callHost, type HostError, type Payload } from './host-error.ts';

/**
 * Calls on a handle of the host. It is opened when it is first used, and once: what happens at module level happens while
 * the component is built, and nothing is there to open.
 *
 * @param explain - what an error of the interface means
 */
export function onHandle<Handle>(
  open: () => Handle,
  explain: (payload: Payload) => HostError,
): <Result>(work: (handle: Handle) => Result) => Result {
  let opened: Handle | undefined;
  return (work) =>
    callHost(() => {
      opened ??= open();
      return work(opened);
    }, explain);
}
