/// Identifiers as the protocol makes them: a prefix that tells the kind and 12 random symbols.
///
/// Some clients insist on the prefixes `RM_`, `PA_` and `TR_`.
package struct SID: Hashable, Sendable, CustomStringConvertible {
    /// What an identifier names.
    package enum Kind: String, CaseIterable, Sendable {
        case room = "RM_"
        case participant = "PA_"
        case track = "TR_"
        case node = "ND_"
        case worker = "AW_"
        case job = "AJ_"
        case dispatch = "AD_"
    }

    /// The 57 letters and digits that are hard to mistake for one another.
    package static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")

    /// Random symbols after the prefix: about 70 bits.
    package static let randomLength = 12

    /// The identifier as it stands in messages, such as `RM_zmya8tbuggqA`.
    package let description: String

    /// A fresh identifier of `kind`.
    package init(_ kind: Kind, using random: inout some RandomNumberGenerator) {
        self.init(prefix: kind.rawValue, using: &random)
    }

    /// A fresh track identifier, which tells the track's type and source after its prefix: `TR_AM…` is a microphone.
    package init(
        track type: Livekit_TrackType, from source: Livekit_TrackSource, using random: inout some RandomNumberGenerator
    ) {
        self.init(prefix: Kind.track.rawValue + Self.letter(of: type) + Self.letter(of: source), using: &random)
    }

    /// The kind `text` claims by its prefix, or `nil` when it is no identifier.
    package static func kind(of text: some StringProtocol) -> Kind? {
        Kind.allCases.first { text.hasPrefix($0.rawValue) && text.count > $0.rawValue.count }
    }

    private init(prefix: String, using random: inout some RandomNumberGenerator) {
        var text = prefix
        for _ in 0..<Self.randomLength {
            text.append(Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &random)])
        }
        description = text
    }

    private static func letter(of type: Livekit_TrackType) -> String {
        switch type {
        case .audio: "A"
        case .video: "V"
        case .data: "D"
        case .UNRECOGNIZED: "U"
        }
    }

    private static func letter(of source: Livekit_TrackSource) -> String {
        switch source {
        case .camera: "C"
        case .microphone: "M"
        case .screenShare: "S"
        case .screenShareAudio: "s"
        case .unknown, .UNRECOGNIZED: "U"
        }
    }
}
