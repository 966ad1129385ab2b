/** The rules of src/fit/rules/surface.ts in words. */
export const surface = {
  websockets: {
    title: 'It serves WebSockets ({what})',
    why: 'wasi:http has no WebSockets, the hosts accept none, and a connection outlives every instance.',
    instead:
      'Leave the WebSocket server in its container; the component can tell it by HTTP what to send.',
  },
  pages: {
    title: 'It renders pages on the server ({what})',
    why: 'Template engines live on the file system and on their framework; forms and sessions go with them.',
    instead:
      'Keep the pages where they are, or make them a static front end over a JSON API first.',
  },
  grpc: {
    title: 'It serves or calls gRPC',
    why: 'gRPC needs HTTP/2 with trailers; JavaScript components have no library for it, and wasmtime serve speaks HTTP/1.',
    instead:
      'Offer HTTP with JSON by a gateway that transcodes, or write this component in Go or Rust.',
  },
  graphql: {
    title: 'It serves GraphQL',
    why: 'One endpoint carries everything, so there is nothing to cut along; a library in plain JavaScript runs, on an interpreter.',
    instead:
      'Cut by root fields: move the resolvers that only call HTTP, and let a gateway join the schemas.',
  },
  soap: {
    title: 'It speaks SOAP',
    why: 'The frameworks that make and read its messages stay behind; what remains is XML by hand.',
    instead: 'Put JSON endpoints before it and leave SOAP in the container.',
  },
  'socket-server': {
    title: 'It listens on sockets of its own ({what})',
    why: 'Hosts give a JavaScript component HTTP requests and no listening socket.',
    instead: 'Keep the listener; what it computes can become a component that it calls over HTTP.',
  },
  'socket-client': {
    title: 'It opens connections of its own ({count})',
    why: 'JavaScript components have fetch and no sockets, and TLS over sockets is a draft.',
    instead: 'Keep the client in the container, behind an HTTP endpoint.',
  },
  streams: {
    title: 'It streams answers ({what})',
    why: 'A body can be streamed through wasi:http; the instance lives as long, and hosts at the edge end it (30 s on Akamai Functions).',
    instead: 'Stream what ends soon; leave streams that stay open in the container.',
  },
  mail: {
    title: 'It sends mail ({what})',
    why: 'SMTP is a protocol over sockets with TLS, which a JavaScript component does not have.',
    instead: 'Send by the HTTP API of a mail service, or through an endpoint of the container.',
  },
  directory: {
    title: 'It asks a directory ({what})',
    why: 'LDAP is a protocol over sockets; no host has an interface for it.',
    instead: 'Take the answer of an identity provider as a token; leave LDAP behind it.',
  },
};
