/// Who opens the connection of a TCP candidate (RFC 6544, section 4.5).
package enum TCPType: String, Hashable, Sendable {
    case active
    case passive
    case simultaneousOpen = "so"
}
