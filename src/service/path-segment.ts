/** What can't stand in a path's segment without percent-encoding (RFC 3986 §3.3, `pchar`). */
export const NOT_IN_SEGMENT = /[^A-Za-z0-9\-._~!$&'()*+,;=:@]/u;
