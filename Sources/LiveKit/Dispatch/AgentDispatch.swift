// # AgentDispatch
//
// The worker's side of `/agent`: it registers, says how busy it is, takes jobs and reports how they end. `WorkerRegistration`
// is a value; somebody else owns the socket, runs the jobs and knows the time.
//
// ```
// start ─► connect ─► opened ─► register ─► registered ─► update_worker, every 2.5 s
//                                    availability ─► a slot is reserved ─► available, or not
//                                    assignment   ─► startJob, update_job(RUNNING) … jobEnded ─► update_job(SUCCESS, FAILED)
//                                    termination  ─► terminateJob
// the socket ends ─► connect again after min(2n, 10) s, for ever; running jobs go on
// ```
//
// *Assumes* one WebSocket at a time, whose messages arrive whole, and that every job that was started is reported as ended
// exactly once. *Out of scope*: the room connection of a job, which does not depend on this socket; choosing among jobs.
//
// Laws:
// 1. A slot is reserved before `available` is said, so that no more jobs run than there are slots.
// 2. The end of every job that was assigned is reported; what a lost socket may have swallowed is said again on the next.
// 3. A full or draining worker says so at once, and takes no job. An overloaded one is full until it is clearly relieved.
// 4. A job that runs here, or did its work here, is not run a second time.
// 5. A first connection that fails four times, or meets a refusal, ends the worker; one that was lost is made anew for ever,
//    but a refused token (401, 403) always ends it.
// 6. Draining outputs twice gives the same timeout; waking at the timeout makes progress, waking early changes nothing.
