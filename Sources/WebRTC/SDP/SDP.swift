// # SDP
//
// Session descriptions (RFC 8866) as WebRTC (RFC 8829) and LiveKit write them: a parser, a writer, and typed views.
//
// The attributes are the storage: every `a=` line stays where it was, known or not, and the typed properties (`mid`,
// `codecs`, `fingerprint` …) read and edit that list. So what this module does not understand survives a round trip.
//
// *Assumes* that a description fits in memory as one `String`. *Out of scope*: offer/answer rules (the Peer's), the
// meaning of candidates and fingerprints (ICE's and Secure's; here they are text), SDP over SIP.
//
// Laws:
// 1. `SessionDescription(parsing: x).description` has the lines of `x`, when `x` keeps RFC 8866's order of lines.
// 2. Any input is a value or an `SDPError`; a truncated description never traps.
// 3. Reading a typed property changes nothing; writing one keeps its place, or appends.
