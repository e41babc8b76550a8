// # RTP
//
// Media packets and their control: RTP and RTCP (RFC 3550), header extensions (RFC 8285), generic NACK (RFC 4585),
// redundancy (RFC 2198), round-trip measurement for receivers (RFC 3611), the audio level extension (RFC 6464), and the bookkeeping of one
// stream in each direction.
//
// *Assumes* packets that SRTP has already authenticated: a new source is believed at once, without the probation of
// RFC 3550, appendix A.1. *Out of scope*: codecs, jitter buffers, bandwidth estimation, deciding
// which packets share a datagram.
//
// Laws:
// 1. No bytes trap. What is no packet is `nil`; an extension or a report that cannot be read is left out or unknown.
// 2. What was parsed serialises to a packet that parses to the same value.
// 3. A packet is delivered once: `ReceiveStream.receive` answers `false` for a repetition.
// 4. Memory is bounded: 512 packets kept for retransmission (the oldest goes first), 1024 sequence numbers remembered,
//    128 asked for again (the oldest is given up).
