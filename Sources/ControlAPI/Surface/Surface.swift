// # Surface
//
// The control API as a value: every operation with its address, who may use it, what it takes and what it answers. The router
// installs from it, rights are checked by it, bodies are read by its schemas, and the OpenAPI and AsyncAPI documents are made of
// it; so none of them can drift from the others.
//
// *Assumes* that an operation is one method at one path. *Out of scope*: what an operation does.
//
// Laws:
// 1. Every operation states who may use it; nothing is open by omission.
// 2. A body is checked by the very schema that the document shows.
// 3. Every problem an operation can answer with is in its list.
