// # Session
//
// One call: an actor that owns the room connection, the caller's voice, the agent's voice and the turn-taking, and that
// lives on the event loop of its sockets.
//
// ```
// socket ─► RoomConnection ─► AudioReceiver        every 20 ms: AudioReceiver ─► detector ─► Dialogue ─► effects
//   .listen ─ ─ crossing 1 ─ ─► Ear ─► recogniser ─ ─► await hear(_:)
//   .ask ─► ConversationHost ─ ─► await answer(_:)          .speak ─► synthesiser ─ ─ crossing 2 ─ ─► await speak(_:)
//   every 20 ms: PlayoutBuffer ─► OpusEncoder ─► RoomConnection ─► socket
//   floor reports ─ ─► ControlDesk ─ ─► await perform(_:)          each colleague: AudioReceiver ─► detector ─ ─► Ear
// ```
//
// *Assumes* a token for the room and the engines of its process. *Out of scope*: what is said (Host), when (Dialogue),
// which calls there are (Worker).
//
// Laws:
// 1. What happens on the loop never waits: recognition, the graph and synthesis run elsewhere and come back by `await`.
// 2. A barge-in empties the playout buffer in the call stack that decided it; sound made for it arrives too late by number.
// 3. Every wait is one of `Dialogue`'s, or has its deadline here; what the caller does not hear is in the event log.
// 4. The caller is who came first with a microphone, then the next who is there. The call ends when the last caller is gone,
//    whoever else is in the room.
// 5. What people who steer the call want is carried out in the call stack that brings it; a desk outside the loop decides what
//    that is. People who talk in the agent's place are heard and written down each by themselves, and never taken for the caller.
// 6. However a call ends, its session is closed, its room left, and `run()` returns once.
