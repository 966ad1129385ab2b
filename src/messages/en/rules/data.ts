/** The rules of src/fit/rules/data.ts in words. */
export const data = {
  'host-database': {
    title: 'It reads a database that Spin reaches ({what})',
    why: 'Its driver opens connections that a component can not; Spin has the interface, with SQL and parameters, and keeps the connections.',
    instead:
      'Write the queries against the interface of Spin, or put an HTTP API before the database on other hosts.',
  },
  'embedded-database': {
    title: 'It carries a database in the process ({what})',
    why: 'A component has no JVM to run it in, and its memory ends with the request.',
    instead: 'Let the component use the database that production has.',
  },
  'http-database': {
    title: 'Its data store speaks HTTP ({what})',
    why: 'The client library is made for Node, the JVM or Python; its requests can be sent with fetch.',
    instead:
      'Send the few requests that the endpoints need with fetch, signed where the store asks for it.',
  },
  'other-database': {
    title: 'No host has an interface for its database ({what})',
    why: 'Neither Spin nor wasmCloud nor wasmtime gives a component a way to it, and its driver does not run inside one.',
    instead:
      'Keep the code that talks to it in the container, behind a small HTTP API that the component calls.',
  },
  orm: {
    title: 'It maps objects to tables ({what}, {count:place:places})',
    why: 'The mapper lives on drivers, reflection or generated code and a session with the database; none of it runs in a component.',
    instead:
      'Leave writes with the mapper in the container; move reads that are one or two SQL statements.',
  },
  transactions: {
    title: 'It holds transactions open over several statements ({count})',
    why: 'The interface of the host takes a statement at a time and promises no connection of one’s own between two.',
    instead:
      'Keep these operations in the container, or turn each into one statement or one stored procedure.',
  },
  redis: {
    title: 'It uses Redis',
    why: 'Clients of npm, the JVM and Python open sockets; Spin has Redis as an interface of the host.',
    instead:
      'Call fermyon:spin/redis@2.0.0 on Spin; wasmtime and wasmCloud need an HTTP API before Redis.',
  },
  'local-state': {
    title: 'It keeps state in the process ({count:place:places})',
    why: 'Every request gets a fresh instance on hosts of WASI 0.2: what one request leaves in memory, the next does not see.',
    instead:
      'Put what must be shared into Redis or the key-value store of the host; compute the rest again, or build it in.',
  },
  memcached: {
    title: 'It uses Memcached',
    why: 'No host has an interface for it.',
    instead:
      'Use Redis or the key-value store of the host, or leave the cached operations where they are.',
  },
  sessions: {
    title: 'It keeps sessions on the server ({what})',
    why: 'A session in memory ends with the request, and session libraries are tied to their framework.',
    instead: 'Carry a signed token, or keep the session in Redis and read it by its cookie.',
  },
  'file-writes': {
    title: 'It writes files ({count:place:places})',
    why: 'A component reads files that the manifest gives it; what it writes is lost with the instance, where it may write at all.',
    instead: 'Send files to object storage over HTTPS, or keep the uploads in the container.',
  },
  volumes: {
    title: 'It has a volume ({count})',
    why: 'No host mounts a volume that instances share for writing.',
    instead: 'Find out what writes there; a database of its own stays a container.',
  },
  'object-store': {
    title: 'It uses object storage ({what})',
    why: 'The vendor’s SDK expects Node, the JVM or Python; the service behind it is HTTP with signed requests.',
    instead:
      'Sign and send the requests with fetch and WebCrypto, or hand out signed URLs from the container.',
  },
};
