// # Engine
//
// A state graph: nodes that read a state and write to its fields, edges that say which node is next, and a `step` that
// runs from one event to the next wait. `StateGraph` is built, `compile()` checks it and yields a `CompiledGraph`, an
// `Execution` is one run of it, and `Checkpoints` remembers where a run has been. A graph can also be read from a document,
// in the words of a `NodeCatalogue`; `mermaid()` and `outline` show it.
//
// An execution waits at any number of places at once, up to a limit: for the answer to a request, for a person's decision,
// for the branches of a fan-out, or for whatever comes next. Time passes by `wake`; `deadline` says when.
//
// *Assumes* that states are values and that nodes are pure functions of state, event and time.
// *Out of scope*: doing anything. A node asks for work by an effect with a number, and an event that carries the number
// brings the answer. Tool calls are written down in a `ToolLedger` before a driver runs them.
//
// Laws:
// 1. The same execution, event and time give the same execution and the same effects, byte for byte when encoded.
// 2. A step ends: at a wait, at the end, or at the recursion limit with an error.
// 3. A step that fails leaves the execution as it was.
// 4. An answer nobody waits for changes nothing; a decision made before changes nothing.
// 5. A compiled graph has an entry, no unreachable node, no edge to nowhere, no outcome without an edge, and no branch
//    that does not come to its join.
// 6. What a node did before a wait is never done again: an answer, a failure and a restart from a checkpoint all go on
//    after the wait.
// 7. Waking early changes nothing, waking at the deadline makes progress, and asking twice gives the same deadline.
// 8. A stored execution is read back as it was or refused; no bytes trap.
// 9. A writing tool call runs at most once.
