/** One thing that is wrong with a request, as RFC 9457 §3 shows it: where, and what. */
export interface Fault {
  /** JSON Pointer into the body, as a URI fragment: `#/lines/0/quantity`. */
  readonly pointer?: string;
  /** Name of a parameter, and the place it belongs to. */
  readonly parameter?: string;
  readonly in?: string;
  readonly detail: string;
}

export interface ProblemParts {
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An HTTP answer of type `application/problem+json` (RFC 9457), thrown by whoever finds the problem. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  private readonly parts: ProblemParts;

  constructor(status: number, detail: string, parts: ProblemParts = {}) {
    super(detail);
    this.status = status;
    this.parts = parts;
  }

  response(): Response {
    const { errors, headers } = this.parts;
    const body = {
      type: 'about:blank',
      title: TITLES.get(this.status) ?? 'Problem',
      status: this.status,
      detail: this.message,
      errors,
    };
    return new Response(JSON.stringify(body), {
      status: this.status,
      headers: { ...headers, 'content-type': 'application/problem+json' },
    });
  }
}

/** With `about:blank` the title is the status phrase (RFC 9457 §4.2.1); phrases: IANA HTTP status codes, 2026-11. */
const TITLES = new Map([
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [402, 'Payment Required'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [406, 'Not Acceptable'],
  [408, 'Request Timeout'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [411, 'Length Required'],
  [412, 'Precondition Failed'],
  [413, 'Content Too Large'],
  [415, 'Unsupported Media Type'],
  [416, 'Range Not Satisfiable'],
  [422, 'Unprocessable Content'],
  [423, 'Locked'],
  [424, 'Failed Dependency'],
  [425, 'Too Early'],
  [428, 'Precondition Required'],
  [429, 'Too Many Requests'],
  [451, 'Unavailable For Legal Reasons'],
  [500, 'Internal Server Error'],
  [501, 'Not Implemented'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
  [507, 'Insufficient Storage'],
]);
