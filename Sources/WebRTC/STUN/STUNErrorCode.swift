/// An ERROR-CODE (RFC 8489, section 14.8; RFC 8445, section 7.3.1.1; RFC 8656, section 19).
package struct STUNErrorCode: Hashable, Sendable {
    /// 300 to 699.
    package var code: Int
    package var reason: String

    package init(_ code: Int, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    package static let tryAlternate = STUNErrorCode(300, "Try Alternate")
    package static let badRequest = STUNErrorCode(400, "Bad Request")
    package static let unauthenticated = STUNErrorCode(401, "Unauthenticated")
    package static let forbidden = STUNErrorCode(403, "Forbidden")
    package static let unknownAttribute = STUNErrorCode(420, "Unknown Attribute")
    package static let allocationMismatch = STUNErrorCode(437, "Allocation Mismatch")
    package static let staleNonce = STUNErrorCode(438, "Stale Nonce")
    package static let addressFamilyNotSupported = STUNErrorCode(440, "Address Family not Supported")
    package static let quotaReached = STUNErrorCode(486, "Allocation Quota Reached")
    package static let roleConflict = STUNErrorCode(487, "Role Conflict")
    package static let insufficientCapacity = STUNErrorCode(508, "Insufficient Capacity")
}
