// # Access
//
// Who is who, and who may do what: passwords, tokens, keys, tickets, rates, and the audit of it.
