// # Threads
//
// Threads that block so that nobody else has to: each owns one resource, such as a connection, and runs the jobs that
// need it. What SQL and Redis have in common.
//
// *Assumes* jobs that end by themselves: a job has its own time limits. *Out of scope*: what a resource is.
//
// Laws:
// 1. A job runs at most once, on a thread of its own kind, never on a cooperative thread.
// 2. Whoever asks gets exactly one answer: the job's, or why it was not run.
// 3. A resource is made, used and dropped on one thread.
