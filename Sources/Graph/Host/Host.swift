// # Host
//
// Drives conversations: a `ConversationHost` runs one session's graph, its tools, its background tasks and its language
// model, and writes what happened to the session store and the event log. The same host serves voice and text chat.
//
// A `ControlDesk` lets people steer a live session: it runs the session's `SessionControl`, takes commands from the bus of the
// exchange, and has its effects carried out by the host or by a `ControlStage`, where the session is heard and spoken: a call,
// or a chat, which `Reception` holds in one process for all.
//
// *Assumes* a `World` to live in. *Out of scope*: sound, sockets, rooms.
//
// Laws:
// 1. Turns of one session happen one after the other, in the order they came, whatever a turn waits for.
// 2. A tool, a model or a graph that fails costs a turn nothing but the better answer: there is always a reply.
// 3. What a language model says is taken for what the caller meant, never for a fact.
// 4. After `end`, nothing more is said, stored or started.
// 5. One desk runs a session's control, in whichever process holds the session; what another held before it takes up.
// 6. What a command asks of the conversation is done once, however often it is told.
// 7. What supervisors tell the agent is never quoted; what they want said is said in their words.
