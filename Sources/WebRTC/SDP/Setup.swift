/// Who opens the DTLS association (`a=setup`, RFC 8842 and RFC 4145): the active end is the DTLS client.
package enum Setup: String, Hashable, Sendable {
    case actpass
    case active
    case passive
    case holdconn
}
