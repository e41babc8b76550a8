// # Store
//
// What outlives a turn: the business's data and the tools on them (`Database`), the ledger of tool calls, checkpoints, the
// state of live sessions, and the event log of each session. On SQLite, PostgreSQL and Redis, or in memory. What processes
// tell each other is an `Exchange`: logs, commands, who holds which session, and the directory of all sessions.
//
// *Assumes* one writer per live session (its host) and any number of readers; any number of programs on one database.
// *Out of scope*: deciding anything; the conversation does.
//
// Laws:
// 1. Nobody and nothing is kept busy twice in a quarter of an hour: the database refuses, whoever writes.
// 2. The same tool call books, moves or cancels once, however often and from wherever it is made, and its answer stays the
//    same: what was done and that it was done are one transaction.
// 3. A checkpoint never changes; a late writer never makes the latest older.
// 4. An event log numbers its events from 1 without gaps; a subscription has no seam between what was and what comes.
//    What has a number is read under that number by everybody, whoever dies, as far as a log is kept.
// 5. A session's state is gone thirty minutes after its last write.
// 6. Of two processes that hold a session one after the other, the former's events, control and renewals are refused.
// 7. A command is delivered in order, at least once, until it is acknowledged. One that nobody can take is refused at once.
// 8. What a scope does not show is not read: it is a part of every statement about sessions.
// 9. Every error is a `StoreError`, and no error carries a caller's data.
