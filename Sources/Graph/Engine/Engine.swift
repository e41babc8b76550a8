// # Engine
//
// A state graph: nodes that read a state and write to its fields, edges that say which node is next, and a `step` that
// runs from one event to the next wait. `StateGraph` is built, `compile()` checks it and yields a `CompiledGraph`, an
// `Execution` is one run of it, and `Checkpoints` remembers where a run has been.
//
// *Assumes* that states are values and that nodes are pure functions of state, event and time.
// *Out of scope*: doing anything. A node asks for work by an effect with a number, and an event that carries the number
// brings the answer.
//
// Laws:
// 1. The same execution, event and time give the same execution and the same effects.
// 2. A step ends: at a wait, at the end, or at the recursion limit with an error.
// 3. A step that fails leaves the execution as it was.
// 4. An answer nobody waits for changes nothing.
// 5. A compiled graph has an entry, no unreachable node, no edge to nowhere and no outcome without an edge.
