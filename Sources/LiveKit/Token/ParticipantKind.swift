/// What sort of participant a token admits.
package enum ParticipantKind: String, Hashable, Sendable, CaseIterable, Codable {
    case standard
    case ingress
    case egress
    case sip
    case agent
    case connector
    case bridge

    /// A kind that is not known here counts as `standard`.
    package init(from decoder: any Decoder) throws {
        self = Self(rawValue: try decoder.singleValueContainer().decode(String.self)) ?? .standard
    }
}
