/// Which side of the DTLS handshake this is: `a=setup:active` makes a client, `a=setup:passive` a server (RFC 5763).
package enum DTLSRole: Sendable {
    case client
    case server
}
