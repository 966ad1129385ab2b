import { Fields, OutgoingBody, OutgoingResponse, ResponseOutparam } from 'wasi:http/types@0.2.12';

// What a user writes into the file that `jco scaffold` leaves with `throw new Error("TODO")`.
export const incomingHandler = {
  handle(_request: unknown, responseOut: unknown) {
    const response = new OutgoingResponse(
      Fields.fromList([['content-type', encode('text/plain')]]),
    );
    response.setStatusCode(200);
    const body = response.body();
    ResponseOutparam.set(responseOut, { tag: 'ok', val: response });
    const stream = body.write();
    stream.blockingWriteAndFlush(encode('hello'));
    stream[Symbol.dispose]();
    OutgoingBody.finish(body, undefined);
  },
};

function encode(text: string) {
  return new TextEncoder().encode(text);
}
