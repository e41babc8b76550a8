// # RoomServer
//
// A small LiveKit-compatible selective forwarding unit for laptops and tests: both forms of signalling (`/rtc/v1` with one
// peer connection, `/rtc` with two), audio forwarding, data packets, speakers, mute, sessions that are resumed after an
// accident, a part of RoomService over Twirp, and the `/agent` socket that dispatches workers. Production uses a real
// LiveKit server.
//
// `Switchboard` decides: it is a value without IO, fed with signalling messages, datagrams and time. `ForwardingServer`
// runs it: one event loop with one HTTP port, one UDP port and, if wanted, one TCP port for media.
//
// A `Guest` is a session; its `Leg`s are its peer connections, one for both directions or one for each. A socket that is
// gone leaves the guest in place for some seconds, so that it may come back with another one.
//
// *Assumes* clients that speak Opus. *Out of scope*: video (answered as rejected), recording, several nodes; a TURN server
// is somebody else's, clients are only told of it.
//
// Laws:
// 1. It forwards packets and never decodes them.
// 2. A client that misbehaves loses its own connection and nobody else's.
// 3. Versions of a participant only grow; everybody who is told of a track is told of its end.
// 4. Reliable data is delivered, or the session ends with a reason.
// 5. Who has left, leaves nothing behind.
