// # Webhook
//
// What a LiveKit server tells of its rooms by HTTP: `POST` of a protobuf JSON event, whose `Authorization` is a token over
// the body's hash. `WebhookReceiver` is a value that believes an event only when the token proves it.
//
// ```
// body, Authorization ─► token: key, signature, times ─► claim sha256 = hash of the raw body ─► JSON ─► said before? ─► event
// ```
//
// *Assumes* the raw bytes of the body: an object that was parsed and written again has another hash. *Out of scope*: HTTP,
// and what an event means. Events come late, twice, out of order, or not at all: they are hints, and the HTTP API knows.
//
// Laws:
// 1. Nothing of a body is parsed before its hash was compared, in constant time, with the one in a token that was verified.
// 2. A token or an event's identifier is good for one event; both are remembered as long as a token can be valid, at most
//    `WebhookReceiver.remembered` of them.
// 3. Every refusal is counted; no input traps, and no error holds a token or a secret.
// 4. Events and fields that are not known here are let through.
