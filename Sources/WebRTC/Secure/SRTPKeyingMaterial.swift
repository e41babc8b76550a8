/// The two master keys and salts of an SRTP session, one pair per direction (RFC 5764, section 4.2).
package struct SRTPKeyingMaterial: Hashable, Sendable {
    package let profile: SRTPProfile
    package let clientKey: [UInt8]
    package let clientSalt: [UInt8]
    package let serverKey: [UInt8]
    package let serverSalt: [UInt8]

    package init(
        profile: SRTPProfile, clientKey: [UInt8], clientSalt: [UInt8], serverKey: [UInt8], serverSalt: [UInt8]
    ) {
        self.profile = profile
        self.clientKey = clientKey
        self.clientSalt = clientSalt
        self.serverKey = serverKey
        self.serverSalt = serverSalt
    }

    /// Cuts what the DTLS exporter returned: client key, server key, client salt, server salt.
    /// `nil` when it is not exactly as long as the profile asks for.
    package init?(profile: SRTPProfile, exported: [UInt8]) {
        let (key, salt) = (profile.keyLength, profile.saltLength)
        guard exported.count == Self.exportedLength(profile) else { return nil }
        self.init(
            profile: profile,
            clientKey: Array(exported[..<key]),
            clientSalt: Array(exported[(2 * key)..<(2 * key + salt)]),
            serverKey: Array(exported[key..<(2 * key)]),
            serverSalt: Array(exported[(2 * key + salt)...]))
    }

    static func exportedLength(_ profile: SRTPProfile) -> Int {
        2 * (profile.keyLength + profile.saltLength)
    }
}

extension SRTPKeyingMaterial: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The profile only: keys do not belong in a log.
    package var description: String { "SRTPKeyingMaterial(\(profile))" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["profile": profile]) }
}
