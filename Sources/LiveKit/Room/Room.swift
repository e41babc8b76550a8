// # Room
//
// A LiveKit room seen by one participant, as a value: the signalling protocol in both its versions, the peer connections
// beneath it, tracks, participants, data, and what becomes of a lost connection.
//
// A session is connected by one peer connection (`Topology.single`, `/rtc/v1`, tried first) or by one for each direction
// (`.dual`, `/rtc`, for a server that answers 404). A session that worked is resumed once when it is lost: same tracks, same
// participants, a new socket and an ICE restart. Whatever goes wrong then, or cannot be mended so, ends in a new session in
// which the room publishes everything again. `Lifecycle` decides which; `livekit-wire.md` §9 is where the order comes from.
//
// The pages: `Room+State` is the value, `Room+Driving` its two verbs. `Session` opens, loses and resumes sessions;
// `Signalling` sorts what the server says and holds what we say; `Connections` are the peer connections, `Presence` is
// participants and tracks, `Data`, `Streams` and `RPC` are what travels on the data channels.
//
// *Assumes* a server that speaks one of the two versions. *Out of scope*: sockets and name look-ups (see Client), video,
// end-to-end encryption, asking `/rtc/validate` (a refused WebSocket brings the same status and text).
//
// Laws:
// 1. After every `handle` or request, drain `pollOutput` until it yields `.timeout`.
// 2. One offer of ours is outstanding at a time; what changes meanwhile is offered next.
// 3. A known identity with a new session id replaces the participant; an older version of a participant is ignored, and the
//    same one, too, except while the connection is being mended.
// 4. While a session is resumed no track and no participant ends but those that the server no longer has.
// 5. What is asked for while the connection is lost is said in order when it is back.
// 6. A data packet is sent whole or refused with the reason; reliable ones are numbered, and each is delivered once.
// 7. A stream that began ends whole or as a failure, a call with an answer or an error. Both are bounded in number, size
//    and time.
// 8. A server that ends the media connection is given a second to say why: who was removed does not come back.
// 9. After `.disconnected` nothing follows.
