// # Redis
//
// A client of a Redis server over hiredis: commands with bound arguments, replies as values, a connection that comes back;
// and a subscriber to a channel, on a connection of its own.
//
// *Assumes* a server of version 6 or newer. *Out of scope*: what the keys mean.
//
// Laws:
// 1. An argument never becomes another command, whatever its bytes are.
// 2. A command that is not answered in time fails, and its connection is not used again.
// 3. No error and no log line carries a password or a value.
