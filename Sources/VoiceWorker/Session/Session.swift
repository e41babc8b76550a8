// # Session
//
// One call: an actor that owns the room connection, the caller's voice, the agent's voice and the turn-taking, and that
// lives on the event loop of its sockets.
//
// ```
// socket ─► RoomConnection ─► AudioReceiver        every 20 ms: AudioReceiver ─► detector ─► Dialogue ─► effects
//   .listen ─ ─ crossing 1 ─ ─► Ear ─► recogniser ─ ─► await hear(_:)          .softEnd .reopen: the same turn, revised
//   .prepare ─► ConversationHost (working ahead) ─ ─► .prepared ─► .presynthesize ─► SpeechDraft, unheard
//   .ask ─► ConversationHost ─ ─► await answer(_:)          .speak ─► PhraseShelf, SpeechDraft or synthesiser ─ ─ crossing 2
//   .duck .hold .resume .clearPlayout ─► AgentVoice, in the same call stack
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
// 6. A turn's sound is kept until its words are final, so that no recogniser that dies takes words along; no engine is waited
//    for without an end, and phrases for bad times are ready before the first call.
// 7. One of several callers has the floor; what the others say is heard, written down, and told to the dialogue as an aside.
// 8. A call is recorded only where its operator says where to, every caller has consented and was told; a word ends it.
// 9. However a call ends, its session is closed, its room left, and `run()` returns once.
