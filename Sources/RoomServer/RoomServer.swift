// # RoomServer
//
// A small LiveKit-compatible selective forwarding unit for laptops and tests: signalling v1 (`/rtc/v1`), audio forwarding,
// data packets, speakers, mute, a part of RoomService over Twirp, and the `/agent` socket that dispatches workers.
// Production uses a real LiveKit server.
//
// `Switchboard` decides: it is a value without IO, fed with signalling messages, datagrams and time. `RoomServerService`
// is its driver: one event loop with one HTTP port and one UDP port.
//
// *Assumes* clients that speak v1 with a single peer connection and Opus. *Out of scope*: v0 with two peer connections,
// video (answered as rejected), resuming a session (clients are asked to connect anew), recording, TURN, several nodes.
//
// Laws:
// 1. It forwards packets and never decodes them.
// 2. A client that misbehaves loses its own connection and nobody else's.
// 3. Versions of a participant only grow; everybody who is told of a track is told of its end.
