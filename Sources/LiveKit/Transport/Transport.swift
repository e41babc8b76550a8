// # Transport
//
// Sockets under the room client and the worker: a WebSocket client, UDP sockets, and the addresses of this host.
//
// | type | is |
// | --- | --- |
// | `WebSocketClient` | one WebSocket (RFC 6455), `ws` or `wss`, connected on a given event loop |
// | `DatagramSocket` | one UDP socket on a given event loop, its sends flushed once per tick |
// | `NetworkInterfaces` | the addresses worth offering as candidates |
// | `ServerURL` | where a server listens |
//
// *Assumes* that the owner lives on the event loop it passes, for example as an actor whose executor is that loop: every
// callback is made on it, without a hop, and none after the last one. *Out of scope*: proxies, compression of messages,
// ICE over TCP, and reconnecting, which is the owner's decision.
//
// Laws:
// 1. A connection ends with exactly one event, `closed` or `failed`, and that is the last.
// 2. Every queue is bounded: a WebSocket whose peer does not read fails, a full UDP socket drops the newest datagram.
// 3. No error and no description carries the token.
