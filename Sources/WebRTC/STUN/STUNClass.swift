/// What a STUN message is (RFC 8489, section 5).
package enum STUNClass: UInt16, Hashable, Sendable {
    case request = 0
    case indication = 1
    case success = 2
    case error = 3
}
