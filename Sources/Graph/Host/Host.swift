// # Host
//
// Drives conversations: a `ConversationHost` runs one session's graph, its tools, its background tasks and its language
// model, and writes what happened to the session store and the event log. The same host serves voice and text chat.
//
// *Assumes* a `World` to live in. *Out of scope*: sound, sockets, rooms.
//
// Laws:
// 1. Turns of one session happen one after the other, in the order they came, whatever a turn waits for.
// 2. A tool, a model or a graph that fails costs a turn nothing but the better answer: there is always a reply.
// 3. What a language model says is taken for what the caller meant, never for a fact.
// 4. After `end`, nothing more is said, stored or started.
