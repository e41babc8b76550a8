// # ICE
//
// Finds a path between two hosts and keeps proving that it works: ICE (RFC 8445) with trickle (RFC 8838), TCP
// (RFC 6544), consent freshness (RFC 7675), and addresses of its own gathered from STUN and TURN servers (RFC 8489,
// RFC 8656). `ICEAgent` is full, controlling or controlled, or lite.
//
// *Assumes* one component and one stream (BUNDLE and rtcp-mux), and a driver that owns a UDP socket for every local
// candidate, opens a TCP or TLS connection when the first datagram for it is sent, frames what goes over it, says when it
// ends, sends what `.transmit` says and hands in what arrives with the local address it arrived at.
// *Out of scope*: resolving names (of servers: the driver; of candidates, mDNS: the other end's checks reveal the
// address), TCP simultaneous open, opening a TCP connection to a candidate behind a relay (RFC 6062).
//
// *Which path.* UDP before TCP, TCP before a relay: the type preferences say so (`Candidate+Making.swift`). Nomination is
// regular. The controlling end waits 50 ms for better pairs when a direct UDP pair works, 500 ms when only TCP or a relay
// does, which gives a better pair three transmissions and the caller no noticeable wait; then it takes the best it has.
// A path that falls silent is searched a successor for after three unanswered consent checks; the controlling end's
// consent checks carry USE-CANDIDATE, so that the other end follows when a translator has moved this one.
//
// Laws:
// 1. Every input ends with the agent at rest until its `timeout`; draining the output twice gives the same `timeout`.
// 2. Waking at the `timeout` makes progress, waking before it changes nothing, and it is `nil` when nothing is awaited.
// 3. At most one new check leaves per pacing interval, and every check, pair, candidate, server and output list is bounded.
// 4. Nothing that is not authenticated by this agent's own credentials changes its state; hostile bytes never trap.
// 5. Under the policy `.relay` nothing leaves for a peer but through a TURN server.
