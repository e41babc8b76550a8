// # Evaluation
//
// Conversations as plays in text files, performed against the real conversation with a clock of their own, and scored:
// task success, turns, wrong facts.
//
// *Assumes* a business pack. *Out of scope*: sound.
//
// Laws:
// 1. The same play, pack and seed give the same report.
// 2. A play that cannot be read is an error with its line, never a play that passes.
