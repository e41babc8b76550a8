// # Supervision
//
// How people steer a conversation: who may see it (`Scope`), what they ask for (`Command`), who has the say (`ControlLease`), what
// the agent may do meanwhile (`ControlMode`), and what becomes of each wish (`CommandOutcome`). `SessionControl` is the machine of
// one session: it takes commands and what happens in the conversation, and returns effects and events for the log.
//
// `People` says who is who to a session, `Commands` what they may ask for and how it is written, `Control` the machine, and
// `Handoff` how a person is found for a caller. A command is taken (`SessionControl+Commands`), has effects by its topic
// (`+Speech`, `+Instructions`, `+Whisper`, `+Pause`, `+Takeover`, `+Approvals`, `+Lease`, `+End`), and gets its outcome when the
// floor (`+Floor`) lets it. Whoever has the agent wait goes through `+Hold`; the way back is `+Return`.
//
// *Assumes* one owner for each session, who alone runs its `SessionControl`; that its effects are carried out in the order in
// which they are returned; a wall clock as an argument. *Out of scope*: who is who (Access), how commands travel (Store), speech.
//
// Laws:
// 1. Every accepted command reaches exactly one final outcome, also when the session ends or moves to another process.
// 2. At most one person holds the lease; what needs it is refused to everybody else.
// 3. No command applies after its time to live, after the end of the session, or on another state than its precondition names.
// 4. The same command again, by its id, changes nothing.
// 5. What the caller says while the agent may not answer is kept, and answered when it may.
// 6. Waking at `timeout` makes progress; waking early changes nothing.
