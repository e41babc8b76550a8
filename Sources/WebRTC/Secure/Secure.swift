// # Secure
//
// What keeps a call private: digests and keyed hashes, random bytes, the DTLS handshake (RFC 6347) that authenticates
// the other end by its certificate's fingerprint (RFC 8122), and SRTP (RFC 3711) with the keys that handshake exports
// (RFC 5764).
//
// *Assumes* OpenSSL 3.0 and libsrtp2. Both stay inside this module: no C type leaves it.
// *Out of scope*: DTLS 1.3, certificates of an authority, key changes during a call, MKI, SDES keys.
//
// *Time.* OpenSSL's retransmission timer reads the machine's clock, and no time can be given to it. This is the one
// clock in the cores, and it is confined to `DTLSHandle`: `DTLSEndpoint` translates "so long from now" into our `now`.
//
// Laws:
// 1. No datagram traps, whatever it holds; a bad record is dropped, as RFC 6347, section 4.1.2.7 asks. Before the keys
//    are agreed on nothing is authenticated, so a forged handshake message or alert can end a handshake: connectivity
//    checks have to vouch for the address first.
// 2. No keys leave a handshake before the other end's fingerprint was compared.
// 3. Draining twice gives the same timeout, and a connected endpoint has none.
// 4. A replayed or altered packet is an error and changes nothing.
