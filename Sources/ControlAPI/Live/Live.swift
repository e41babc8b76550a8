// # Live
//
// Feeds of what happens, over WebSocket (RFC 6455) and server-sent events: one session's log, or a workspace's, as it grows. The
// values of `Feeds` decide; this room has the sockets, the clock and the log.
//
// One `FeedHub` follows the whole log of the process. Each event is written once (`SharedFrame`), whoever watches. Each connection
// has one `FeedOutbox`: what waits for the client, where in which log it is, and its timers. What the hub announces goes into the
// outbox at once; holes are filled by reading the log. The event loop empties the outbox while the socket takes more; an SSE
// response empties it as it writes.
//
// *Assumes* an exchange, a gate that knows people (`FeedGate`) and somebody who takes commands (`FeedIntake`). *Out of scope*: the
// HTTP server, rights beyond `Scope`, what commands do.
//
// Laws:
// 1. A client that does not read costs its outbox and nothing else: neither the log nor another client waits for it.
// 2. Nobody sees a session that their scope does not show; who loses sight of one is cut off within five seconds.
// 3. A connection that is over leaves nothing behind: no task, no subscription, no channel.
