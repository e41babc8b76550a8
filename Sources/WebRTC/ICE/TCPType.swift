/// Who opens the connection of a TCP candidate (RFC 6544, section 4.5).
package enum TCPType: String, Hashable, Sendable {
    case active
    case passive
    case simultaneousOpen = "so"

    /// RFC 6544, section 4.2: three bits for the direction, thirteen to order the addresses of the host.
    func localPreference(_ preference: UInt16) -> UInt16 {
        let direction: UInt16 =
            switch self {
            case .active: 6
            case .passive: 4
            case .simultaneousOpen: 2
            }
        return direction << 13 | preference >> 3
    }
}
