// # ControlAPI
//
// The program that is asked: sign-in, sessions, chat, voice tokens, records, commands, leases, listening in, approvals, handoffs,
// webhooks, oversight, live feeds, and the pages. One HTTP port carries everything; a request to `/ws…` that asks for it becomes
// a WebSocket (RFC 6455), by NIO's typed upgrade under a child channel of our own.
//
//     request ─► middleware (headers, measurements, problems, origins)
//             ─► Entrance (who asks, how often, with what body, whether before) ─► Routes+<Chapter> ─► HTTPReply
//
// Every operation is a value of `Surface`; `Endpoints` installs those, by name, and refuses to start when one is not served.
// `Routes` does what they are for; `Sessions` reads and writes what they are about; `Feed` opens `Live`'s feeds.
//
// It is a projection. What feeds, commands and transcripts show is the session's event log; the list of sessions is the
// directory. A command is written to the log and put on the bus; whoever holds the session carries it out. What it keeps to
// itself can be lost: open sockets, answers to idempotency keys, a board of what the logs say about control.
//
// Assumes: a log, a bus, holdings and a directory that every process of the house shares (`Exchange`), and a gatekeeper that
// knows everybody. It listens on loopback unless told otherwise.
//
// Out of scope here: who is who (`Access`), what frames are (`Feeds`, `Live`), how webhooks are sent (`Delivery`). TLS ends in
// front of it.
//
// Laws:
// * Every answer that is an error is `application/problem+json` (RFC 9457) with a sentence for people.
// * What is another's is answered as if it were not there.
// * A request whose `Origin` is neither the host it was sent to nor listed changes nothing and opens no feed.
// * A body is at most 1 MiB and 32 levels deep, a frame from a client at most 64 KiB; a reader that does not keep up is closed
//   with 4408 and never slows another one.
// * Whatever arrives on the port, the server goes on; shutting down takes a bounded time.
