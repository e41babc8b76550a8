import Contract

/// How good a participant's connection is, as the server measures it.
package struct ParticipantQuality: Hashable, Sendable {
    package enum Level: Hashable, Sendable {
        case poor
        case good
        case excellent
        /// The server hears nothing of it.
        case lost
        case unknown
    }

    package let participantSID: String
    package let level: Level
    /// 0 to 5, as a mean opinion score.
    package let score: Float

    init(_ info: Livekit_ConnectionQualityInfo) {
        participantSID = info.participantSid
        level =
            switch info.quality {
            case .poor: .poor
            case .good: .good
            case .excellent: .excellent
            case .lost: .lost
            case .UNRECOGNIZED: .unknown
            }
        score = info.score
    }
}
