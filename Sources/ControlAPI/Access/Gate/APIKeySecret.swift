/// The spelling of API keys: what they open can be told from how they begin.
enum APIKeySecret {
    enum Kind: String, CaseIterable {
        case live = "vw_live_"
        case publishable = "vw_pub_"
    }

    static func make(_ kind: Kind) -> String { OpaqueSecret.make(kind.rawValue) }

    /// `nil` for what does not begin like a key.
    static func kind(of text: String) -> Kind? { Kind.allCases.first { text.hasPrefix($0.rawValue) } }
}
