// # ControlAPI
//
// The program that is asked: sessions, chat, voice tokens, live feeds, and the two pages. One HTTP port carries
// everything; a request to `/ws…` that asks for it becomes a WebSocket (RFC 6455), by NIO's typed upgrade under a child
// channel of our own.
//
// It is a projection. What a feed sends is the session's event log, frame by frame in the shapes of document 004; the
// list of sessions is the session store. It holds no state of its own but sockets.
//
// Assumes: a log and a store that are kept elsewhere, and a `SessionDirectory` that finds the conversation of a session.
// It listens on loopback unless told otherwise, because nobody is asked to prove who they are yet.
//
// Out of scope here: roles, rate limits, commands, webhooks. TLS ends in front of it.
//
// Laws:
// * Every answer that is an error is `application/problem+json` (RFC 9457) with a sentence for people.
// * A request whose `Origin` is not the host it was sent to changes nothing and opens no feed.
// * A body is at most 1 MiB, a frame from a client at most 64 KiB; a reader that does not keep up is closed with 1013
//   and never slows another one.
// * Whatever arrives on the port, the server goes on; shutting down takes a bounded time.
