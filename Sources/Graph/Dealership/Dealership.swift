// # Dealership
//
// The domain pack of document 004: a car dealership's names, hours, phrases and seed data, a desk that answers tools from
// memory, and the sentences its callers say.
//
// *Assumes* the conversation's `Domain`, `Line` and tool values. *Out of scope*: the database, any other language.
//
// Laws:
// 1. Every line the conversation can mean has words.
// 2. Every name the domain knows has a row in the seed data.
// 3. Every sentence of the corpus is made of lower-case words, apostrophes and single spaces.
