// # SCTP
//
// The Stream Control Transmission Protocol as WebRTC uses it under data channels: one `Association` per DTLS connection
// (RFC 8261), partial reliability (RFC 3758), stream reset (RFC 6525) and the data channel protocol (RFC 8831, 8832).
//
// `Chunks` reads and writes packets, `Outbound` owns what leaves (queue, outstanding chunks, congestion window, RTO),
// `Inbound` owns what arrives (received TSNs, reassembly), `Channels` knows labels and stream numbers, and `Association`
// joins them: packets in, outputs out.
//
// *Assumes* that DTLS has authenticated the other end and that each packet is one DTLS record of at most 1191 bytes.
// *Out of scope*: several addresses per end, ECN, authentication chunks, interleaving (RFC 8260), zero checksum
// (RFC 9653, never offered), restart of an established association (a new DTLS connection gets a new association), and
// partial delivery: a message is delivered whole.
//
// Laws:
// 1. A reliable channel delivers every message once and, when ordered, in order, or the association reports `.closed`.
// 2. A lossy channel never delivers twice and never holds up another channel.
// 3. `handle`, `handleTimeout` or `send`, then `pollOutput` until `nil`; draining changes no timeout.
// 4. Waking at `timeout` makes progress; waking early changes nothing.
// 5. No packet traps. What is buffered is bounded: 2 MiB unacknowledged out (`SCTPError.bufferFull`), 1 MiB waiting in
//    (announced as the receive window; a peer that ignores it is aborted).
