// # Store
//
// What outlives a turn: the dealership's database (SQLite through GRDB), the state of live sessions, and the event log of
// each session.
//
// *Assumes* one writer per live session (its host) and any number of readers.
// *Out of scope*: deciding anything; the conversation does.
//
// Laws:
// 1. No two appointments of a kind share a day and a time: the database refuses, whoever writes.
// 2. The same tool call books once, however often it is made.
// 3. An event log numbers its events from 1 without gaps; a subscription has no seam between what was and what comes.
// 4. A session's state is gone thirty minutes after its last write.
// 5. Every error is a `StoreError`, and no error carries a caller's data.
