// # Document
//
// Structured text as values: JSON, and what a person writes by hand as YAML or JSON, with the line and the path of every
// value, checked against a schema.
//
// `DocumentValue(parsing:)` reads a text, a `Schema` says what it must look like, `DocumentProblems` collects what is wrong.
//
// *Assumes* UTF-8. *Out of scope*: files; whoever reads them hands over their text.
//
// Laws:
// 1. The same JSON value always yields the same bytes.
// 2. What is wrong with a document is said with its line and its path; no input traps.
