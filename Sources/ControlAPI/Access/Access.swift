// # Access
//
// Who is who, and who may do what: passwords, tokens of ours and of another issuer, API keys, tickets for feeds, how often and
// how much at once, answers to requests that come twice, and the audit of it. `Gatekeeper` is the one door; what it admits
// is an `Admission`, whose `Principal` every other room decides by.
//
// *Assumes* a database that all processes of an installation share, and for our own tokens one secret that all of them know.
// *Out of scope*: what a role sees of whose (`Scope`), HTTP, cookies, and making users: an admin does that.
//
// Laws:
// 1. A token is believed after its signature was found right by an algorithm its issuer is allowed: HS256 for us alone,
//    RS256, ES256 and EdDSA for others alone. `none` is no algorithm.
// 2. Nothing secret is stored as it is: passwords by scrypt, all else by SHA-256. Nothing secret is printed.
// 3. A wrong password takes as long as a right one, and so does an address nobody has.
// 4. A refresh token and a ticket are good for once; who shows a refresh token again ends its sign-in.
// 5. Whoever is signed out, revoked or changed is out within two seconds, in every process.
// 6. Where others than this machine can connect, nobody is let in without proof.
// 7. The audit is a chain for each workspace: a record that is changed, removed or put in between breaks it.
