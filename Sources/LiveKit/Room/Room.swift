// # Room
//
// A LiveKit room seen by one participant, as a value: the signalling protocol (v1: one peer connection, the offer inside
// the join request), the peer connection beneath it, tracks, participants, data, and full reconnection.
//
// *Assumes* a server that speaks `/rtc/v1`. *Out of scope*: sockets (see Client), video, resuming a session (an anomaly
// ends in a full reconnect, which is correct against every server), end-to-end encryption.
//
// Laws:
// 1. After every `handle` or request, drain `pollOutput` until it yields `.timeout`.
// 2. One offer is outstanding at a time; what changes meanwhile is offered next.
// 3. A known identity with a new session id replaces the participant; an older version of a participant is ignored.
// 4. After `.disconnected` nothing follows.
// 5. A data packet is sent whole or refused with the reason; reliable ones are numbered, and each is delivered once.
// 6. A stream that began ends whole or as a failure, a call with an answer or an error. Both are bounded in number, size
//    and time.
