// # Service
//
// The HTTP API of a LiveKit server: `RoomService` and `AgentDispatchService`, Twirp over JSON
// (`POST /twirp/livekit.<Service>/<Method>`).
//
// *Assumes* an API key and its secret; every call is signed with a token of its own that lives one minute and permits just
// that call. *Out of scope*: egress, ingress, SIP, and what only LiveKit's cloud has.
//
// Laws:
// 1. Exchanges run on the threads of `HTTP`; at most 64 calls wait for one, the next fails as `overloaded`.
// 2. Errors name Twirp's code and message. No error and no description holds the secret or a token.
// 3. Redirects are not followed, and an answer is at most 10 MiB long.
// 4. Only a call that does no harm when it is done twice is tried again, and only when there was no connection.
// 5. A field, a message or an enumeration value the contract does not know does not make an answer unreadable.
