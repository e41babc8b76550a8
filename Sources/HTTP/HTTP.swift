// # HTTP
//
// One request over HTTP or HTTPS and its answer, by libcurl: what the LiveKit service calls, webhooks on their way out and the keys
// of foreign issuers have in common.
//
// *Assumes* answers that fit into memory. *Out of scope*: streams (Speech has its own), redirects, cookies, proxies for webhooks.
//
// Laws:
// 1. Blocking exchanges run on threads of their own; a bounded number waits for one, the next fails as `overloaded`.
// 2. Nothing of a request is ever printed: it may hold a token.
// 3. Redirects are not followed, and an answer is at most as long as the request says.
// 4. A request that names an address connects to that address and no other, whatever its host's name means.
