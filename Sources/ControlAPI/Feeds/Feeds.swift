// # Feeds
//
// What a live feed decides, without the network: which frames wait for a client that is slower than the call (`FeedQueue`), where
// in a session's log it is (`FeedCursor`), what a frame looks like in each profile (`FeedProfile`), what the client may say
// (`ClientFrame`), and when to speak, to warn or to give up (`FeedPulse`).
//
// *Assumes* one owner for each value and a monotonic clock as an argument. *Out of scope*: sockets, people's rights, the log.
//
// Laws:
// 1. A frame of a session is passed on at most once and in order; what is skipped is only what a newer frame of its kind replaces.
// 2. What waits is bounded in number and in bytes; when it does not fit, the client is told from where to read again.
// 3. The log's numbers are the only cursor of a session, the same over WebSocket, SSE and REST.
// 4. What the client sends never traps: each frame is understood, or is an error with a sentence.
