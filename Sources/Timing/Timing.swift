// # Timing
//
// Time as a value. `Instant` is a point on a monotonic line, `Duration` is the standard library's.
//
// *Assumes* nothing. *Out of scope*: wall-clock time, which is data (`Date`) and is passed like any other argument.
//
// Laws:
// 1. Only drivers call `Instant.monotonic()`; every core takes `now:`.
// 2. A driver passes the clock's reading, never the deadline it was waiting for.
