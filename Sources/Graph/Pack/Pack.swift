// # Pack
//
// A business as a folder: its data, its phrases, its tools and its graph, written by hand in YAML and read into the
// values the conversation runs on. `BusinessPack.load(folder)` reads it.
//
// | file | what it says |
// | --- | --- |
// | `business.yaml` | the name, the zone, opening hours and holidays, staff and rooms, which appointments there are |
// | `services.yaml` | what is done: how it is spoken of, what callers call it, minutes, prices, needs |
// | `faq.yaml` | questions, answers, keywords, and the words that ask |
// | `phrases.yaml` | for every `Line` its words; values in braces, several wordings for several times |
// | `tools.yaml` | which tools the agent may use, and which of them a person must approve |
// | `models.yaml`, `inventory.yaml` | cars and how callers name them, and those in stock; may be missing |
// | `customers.yaml` | who was here before; may be missing |
// | `graph.yaml` | how a call runs; document 004's graph when it is missing |
//
// `PackFile` has the form of each file, `PackDraft` what the files must agree on.
//
// *Assumes* one folder per business. *Out of scope*: any particular business, and storing what is read.
//
// Laws:
// 1. A pack that loads can serve a call: every phrase has words, every name has a row, the graph compiles.
// 2. Everything that is wrong with a pack is said at once, each with file, line and path.
