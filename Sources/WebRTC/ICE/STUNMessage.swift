import Secure
package import Wire

/// A STUN message (RFC 8489). MESSAGE-INTEGRITY and FINGERPRINT are not in `attributes`: they are made when the message
/// is written and checked when it is read.
package struct STUNMessage: Hashable, Sendable {
    package var type: STUNClass
    /// Only Binding is used by ICE.
    package var method: UInt16
    package var transaction: TransactionID
    package var attributes: [STUNAttribute]
    /// What was read, up to and including MESSAGE-INTEGRITY; `nil` when there was none, or when it was not read.
    var signed: SignedPart?

    package static let binding: UInt16 = 1
    static let magicCookie: UInt32 = 0x2112_A442
    static let headerLength = 20
    static let fingerprintMask: UInt32 = 0x5354_554E

    /// The bytes that MESSAGE-INTEGRITY covers, with the length it was computed for, and its value.
    struct SignedPart: Hashable, Sendable {
        var covered: [UInt8]
        var code: [UInt8]
    }

    package init(_ type: STUNClass, transaction: TransactionID, attributes: [STUNAttribute] = []) {
        self.type = type
        method = Self.binding
        self.transaction = transaction
        self.attributes = attributes
    }

    package var hasIntegrity: Bool { signed != nil }

    /// Whether MESSAGE-INTEGRITY is there and was made with `key`: the password's bytes for ICE.
    package func isAuthentic(key: [UInt8]) -> Bool {
        guard let signed else { return false }
        return constantTimeEquals(HMAC.sha1(key: key, message: signed.covered), signed.code)
    }

    package var username: String? {
        attributes.lazy.compactMap { if case .username(let name) = $0 { name } else { nil } }.first
    }

    package var xorMappedAddress: TransportAddress? {
        attributes.lazy.compactMap { if case .xorMappedAddress(let address) = $0 { address } else { nil } }.first
    }

    package var errorCode: STUNErrorCode? {
        attributes.lazy.compactMap { if case .errorCode(let error) = $0 { error } else { nil } }.first
    }

    package var priority: UInt32? {
        attributes.lazy.compactMap { if case .priority(let priority) = $0 { priority } else { nil } }.first
    }

    package var nominates: Bool { attributes.contains(.useCandidate) }

    /// The attributes this agent does not know and must not ignore.
    package var notUnderstood: [UInt16] {
        attributes.compactMap {
            if case .unknown(let type, _) = $0, STUNAttribute.mustBeUnderstood(type) { type } else { nil }
        }
    }
}
