// # Simulation
//
// What tests share: a seeded network, a clock that moves when told to, and a seeded source of randomness. A test that
// uses these gives the same result every time, and ten seconds of a call take milliseconds.
//
// *Assumes* datagrams of any size, each independent; on a stream each arrives whole. *Out of scope*: bandwidth and queues
// in routers.
