// # TURN
//
// The client's side of Traversal Using Relays around NAT (RFC 8656): an address at a server that forwards datagrams to
// and from peers, over UDP, TCP or TLS to the server and UDP to the peers. `Allocation` is one such address.
//
// *Assumes* a driver that owns the UDP socket of `local`, or opens a stream to the server when the first datagram for it
// is sent, cuts what arrives on it into STUN messages and channel data by their length fields, and says when it ends.
// *Out of scope*: TCP to the peers (RFC 6062), mobility (RFC 8016), EVEN-PORT, DONT-FRAGMENT, DTLS to the server, OAuth
// (RFC 7635), SHA-256 keys (a server that offers them accepts MD5's), SASLprep (credentials are ASCII in practice).
//
// Laws:
// 1. Draining twice gives the same timeout; waking at it makes progress, waking before it changes nothing.
// 2. Credentials are never written anywhere but into MESSAGE-INTEGRITY; no description shows them.
// 3. Success is believed only when it is signed with the key of the request. Hostile bytes never trap.
// 4. Permissions, channels, transactions and waiting datagrams are bounded; what is beyond is dropped and counted.
