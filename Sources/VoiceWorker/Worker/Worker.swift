// # Worker
//
// A process that takes calls: it keeps the `/agent` socket of a LiveKit server, reserves slots, turns every job into a
// `CallSession` on one of its event loops, and reports how each ended.
//
// ```
// WebSocket ─► WorkerRegistration ─► startJob ─► sockets, session's host, CallSession.run() ─► jobEnded
// SIGTERM   ─► drain: no new jobs ─► live calls end by themselves ─► deadline: a spoken farewell ─► stop
// ```
//
// *Assumes* engines and a world that were made before. *Out of scope*: what happens in a call (Session), choosing engines.
//
// Laws:
// 1. One call's failure is that call's: its job is reported as failed, nothing else changes.
// 2. The worker's socket and the calls do not depend on each other: calls go on while it reconnects.
// 3. After a graceful shutdown began no job is accepted, and `run()` returns when the last call is over, at the latest a
//    farewell after the deadline.
