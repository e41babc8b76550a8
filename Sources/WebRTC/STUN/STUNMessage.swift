import Secure
package import Wire

/// A STUN message (RFC 8489). MESSAGE-INTEGRITY and FINGERPRINT are not in `attributes`: they are made when the message
/// is written and checked when it is read.
package struct STUNMessage: Hashable, Sendable {
    package var type: STUNClass
    /// One of `STUNMethod`; 12 bits.
    package var method: UInt16
    package var transaction: TransactionID
    package var attributes: [STUNAttribute]
    /// What was read, up to and including MESSAGE-INTEGRITY; `nil` when there was none, or when it was not read.
    var signed: SignedPart?

    static let magicCookie: UInt32 = 0x2112_A442
    static let headerLength = 20
    static let fingerprintMask: UInt32 = 0x5354_554E

    /// The bytes that MESSAGE-INTEGRITY covers, with the length it was computed for, and its value.
    struct SignedPart: Hashable, Sendable {
        var covered: [UInt8]
        var code: [UInt8]
    }

    package init(
        _ type: STUNClass, _ method: UInt16 = STUNMethod.binding, transaction: TransactionID,
        attributes: [STUNAttribute] = []
    ) {
        self.type = type
        self.method = method
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

    package var realm: String? {
        attributes.lazy.compactMap { if case .realm(let realm) = $0 { realm } else { nil } }.first
    }

    package var nonce: String? {
        attributes.lazy.compactMap { if case .nonce(let nonce) = $0 { nonce } else { nil } }.first
    }

    package var xorRelayedAddress: TransportAddress? {
        attributes.lazy.compactMap { if case .xorRelayedAddress(let address) = $0 { address } else { nil } }.first
    }

    package var xorPeerAddress: TransportAddress? {
        attributes.lazy.compactMap { if case .xorPeerAddress(let address) = $0 { address } else { nil } }.first
    }

    package var alternateServer: TransportAddress? {
        attributes.lazy.compactMap { if case .alternateServer(let address) = $0 { address } else { nil } }.first
    }

    /// In seconds.
    package var lifetime: UInt32? {
        attributes.lazy.compactMap { if case .lifetime(let seconds) = $0 { seconds } else { nil } }.first
    }

    package var channelNumber: UInt16? {
        attributes.lazy.compactMap { if case .channelNumber(let number) = $0 { number } else { nil } }.first
    }

    package var data: [UInt8]? {
        attributes.lazy.compactMap { if case .data(let bytes) = $0 { bytes } else { nil } }.first
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
