// # ICE
//
// Finds a path between two hosts and keeps proving that it works: STUN (RFC 8489), ICE (RFC 8445), trickle (RFC 8838),
// consent freshness (RFC 7675). `ICEAgent` is full, controlling or controlled, or lite.
//
// *Assumes* one component and one stream (BUNDLE and rtcp-mux), and a driver that owns a UDP socket for every local
// candidate, sends what `.transmit` says and hands in what arrives with the local address it arrived at.
// *Out of scope*: gathering from STUN and TURN servers, TCP (such candidates are read and not used), mDNS names.
//
// Laws:
// 1. Every input ends with the agent at rest until its `timeout`; draining the output twice gives the same `timeout`.
// 2. Waking at the `timeout` makes progress, waking before it changes nothing, and it is `nil` when nothing is awaited.
// 3. At most one new check leaves per pacing interval, and every check, pair, candidate and output list is bounded.
// 4. Nothing that is not authenticated by this agent's own credentials changes its state; hostile bytes never trap.
