// # TURNSimulation
//
// STUN and TURN servers in virtual time, for tests: small, strict about what RFC 8656 asks of a client, and able to
// misbehave on request.
//
// *Assumes* the network of `Simulation`. *Out of scope*: everything a test does not need.
