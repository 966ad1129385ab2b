/** The rules of src/fit/rules/work.ts in words. */
export const work = {
  'queue-workers': {
    title: 'Messages start work in it ({what}, {count:place:places})',
    why: 'A consumer waits and keeps its place in a queue; an instance ends with the request that started it.',
    instead:
      'Leave the consumers in the container. One whose handler is short can call the component over HTTP.',
  },
  brokers: {
    title: 'It talks to a message broker ({what})',
    why: 'Its protocol needs a connection that stays open, and no host has an interface for it.',
    instead:
      'Publish through an HTTP endpoint: the broker’s own REST proxy, or one in the container that stays.',
  },
  'http-brokers': {
    title: 'Its queues speak HTTP ({what})',
    why: 'Sending is one signed request; receiving needs something that waits.',
    instead: 'Send with fetch; let the receiving side stay a function or a container.',
  },
  schedules: {
    title: 'A clock starts work in it ({count})',
    why: 'Nothing runs between two requests, so a scheduler inside the process never fires; current cron triggers ask for WASI 0.3, which JavaScript can not export.',
    instead:
      'Give each job an endpoint and let a Kubernetes CronJob or your CI call it; long jobs stay.',
  },
  threads: {
    title: 'It runs threads of its own ({what}, {count:place:places})',
    why: 'A component has one thread: threads are a gated feature of the component model, and Wasmtime removed the older wasi-threads.',
    instead:
      'Leave what computes in parallel in the container; what only waits for several answers becomes promises.',
  },
  'some-threads': {
    title: 'It starts threads or background tasks ({what})',
    why: 'A component has one thread, and work that goes on after the answer ends with the instance.',
    instead: 'Wait for the work before answering, or hand it to something that stays.',
  },
  numeric: {
    title: 'It computes with native libraries ({what})',
    why: 'These libraries are native code, on threads, vector units or a graphics processor; a component has none of them, and proposals for them are drafts.',
    instead:
      'Keep the computation where it is. Checks, authentication and caching before it can move.',
  },
  'cpu-heavy': {
    title: 'It does work for the processor ({what})',
    why: 'JavaScript in a component runs on an interpreter without a JIT: users report 45 s for a naive fib(40).',
    instead: 'Write this part in Rust or Go, as a component of its own, or leave it.',
  },
};
