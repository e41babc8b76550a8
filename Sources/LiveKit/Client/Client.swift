// # Client
//
// The driver of a room: it owns the WebSocket, the UDP sockets and the one timer that a `Room` asks for, all on one event
// loop, and hands on what happens.
//
// *Assumes* that it is called on its event loop; whoever owns it lives there (an actor pinned to the loop).
// *Out of scope*: what to say in the room; changes of the host's addresses while it lasts.
//
// Laws:
// 1. Every call drains the room; events are delivered in order, after the outputs that came before them.
// 2. The clock's reading is passed, never the deadline that was waited for.
// 3. After `.disconnected` the sockets are closed and nothing follows.
