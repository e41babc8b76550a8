// # STUN
//
// The messages of Session Traversal Utilities for NAT (RFC 8489), read and written: what ICE's connectivity checks
// (RFC 8445), queries to STUN servers, and TURN (RFC 8656) are made of.
//
// *Assumes* a whole message per call, as UDP delivers it or a stream's length field cuts it out.
// *Out of scope*: transactions, which belong to whoever asks; RFC 3489's messages without the magic cookie;
// MESSAGE-INTEGRITY-SHA256, which every server that knows it accepts the older one instead of.
//
// Laws:
// 1. A message is read as it was written, and every truncation of one is refused.
// 2. Hostile bytes never trap; an attribute that cannot be read becomes `.unknown`.
