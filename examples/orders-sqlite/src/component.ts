/**
 * The component's two doors. Both call the functions in ./orders.ts.
 *
 * - HTTP: what comes in through wasi:http/incoming-handler is a fetch event here.
 * - Typed: each interface that wit/world.wit exports is an export of this module, in camelCase.
 */
import { handler } from './generated/handler.ts';

addEventListener('fetch', (event) => event.respondWith(handler.fetch(event.request)));

export * from './generated/doors.ts';
