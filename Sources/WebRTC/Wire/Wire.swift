// # Wire
//
// What every protocol of the WebRTC wing stands on: reading and writing bytes in network order, addresses, datagrams,
// checksums, serial numbers.
//
// *Assumes* that a whole datagram is in memory. *Out of scope*: sockets, and any protocol's own format.
//
// Laws:
// 1. Reading past the end yields `nil`; no input traps.
// 2. What was written reads back as the same value.
