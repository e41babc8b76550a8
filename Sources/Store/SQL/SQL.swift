// # SQL
//
// A relational database as a value to hand around: transactions, statements with bound values, rows. SQLite through GRDB,
// PostgreSQL through libpq; both speak the same statements.
//
// *Assumes* statements written by us and values bound, never spliced. *Out of scope*: any table.
//
// Laws:
// 1. A transaction happens wholly or not at all.
// 2. A value never becomes part of a statement's text.
// 3. Every error of its own is an `SQLError`, and none carries a value or a password; what a body throws passes as it is.
// 4. No caller waits for ever: statements, connections and queues have limits.
