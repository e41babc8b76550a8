// # Peer
//
// One WebRTC peer connection as a value: ICE, DTLS, SRTP, RTP and SCTP under one bundled transport, and the SDP that
// describes it.
//
// *Assumes* BUNDLE with rtcp-mux, Opus, one DTLS association and one SCTP association, as LiveKit has them. Either end may
// offer. A full end is the DTLS client, a lite one the DTLS server; an ICE restart changes the path and nothing above
// it. *Out of scope*: video (an offered section is rejected), transport-wide congestion control.
//
// Laws:
// 1. After every `handle`, drain `pollOutput` until it yields `.timeout`; draining twice yields the same timeout.
// 2. Waking at the timeout makes progress; waking early changes nothing.
// 3. No input traps: a datagram that belongs to nothing is counted and dropped.
// 4. The order of sections and their mids never change, but a rejected line may be taken by a new section; one that ends
//    stays, idle.
