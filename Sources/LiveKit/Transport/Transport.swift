// # Transport
//
// Sockets under the room client and the worker: a WebSocket client, UDP sockets, streams for datagrams, and what this host
// knows of networks and names.
//
// | type | is |
// | --- | --- |
// | `WebSocketClient` | one WebSocket (RFC 6455), `ws` or `wss`, connected on a given event loop |
// | `DatagramSocket` | one UDP socket on a given event loop, its sends flushed once per tick |
// | `DatagramStreams` | TCP and TLS connections that carry datagrams, each opened by the first one sent on it |
// | `FrameDecoder` | datagrams out of a stream's bytes, framed as RFC 4571 or TURN does it: a value |
// | `NetworkInterfaces`, `InterfaceFilter` | the addresses worth offering as candidates, and which of them may be used |
// | `NameService` | the addresses of host names |
// | `ConnectionFailure` | why a server could not be connected to, in words that say what to do |
// | `ServerURL` | where a server listens |
//
// *Assumes* that the owner lives on the event loop it passes, for example as an actor whose executor is that loop: every
// callback is made on it, without a hop, and none after the last one. *Out of scope*: proxies, compression of messages,
// accepting connections, and reconnecting, which is the owner's decision.
//
// Laws:
// 1. A connection ends with exactly one event, `closed` or `failed`, and that is the last.
// 2. Every queue is bounded: a WebSocket whose peer does not read fails, a full UDP socket or stream drops the newest
//    datagram, a stream that is not yet connected the oldest.
// 3. No error and no description carries the token.
