// # Pack
//
// A business as a folder: its data, its phrases, its tools and its graph, written by hand in YAML and read into the values
// the conversation runs on.
//
// *Assumes* one folder per business. *Out of scope*: any particular business, and storing what is read.
//
// Laws:
// 1. A pack that loads can serve a call: every phrase has words, every name has a row, the graph compiles.
// 2. Everything that is wrong with a pack is said at once, each with file, line and path.
