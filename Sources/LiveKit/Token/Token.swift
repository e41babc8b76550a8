// # Token
//
// LiveKit's access tokens: JSON Web Tokens (RFC 7519) signed with HMAC-SHA256 and a secret both ends know. A token says
// who joins which room and what it may do there; the server believes nothing else.
//
// *Assumes* a secret of any length: the development secret has six letters. *Out of scope*: other algorithms, key sets,
// encryption, and what the grants for SIP, inference and observability mean.
//
// Laws:
// 1. Only HS256 is accepted, whatever the header says; `none` is not an algorithm.
// 2. Nothing in a token is believed before its signature was compared, in constant time; only `alg` and `iss` are read.
// 3. A token without an end is refused; times have 60 s of leeway, for clocks that disagree.
// 4. No secret is part of an error or a description, and no text traps.
