// # Dealership
//
// The business of document 004: a car dealership as a pack (`Business/*.yaml`, copied beside the program), a desk that
// answers tools from memory, and the sentences its callers say.
//
// *Assumes* that the pack is installed with the program. *Out of scope*: the database, any other language.
//
// Laws:
// 1. The shipped pack loads.
// 2. Every sentence of the corpus is made of lower-case words, apostrophes and single spaces.
