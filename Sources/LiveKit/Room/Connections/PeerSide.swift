import Contract

/// Which of a session's peer connections: the single topology has only a publisher.
enum PeerSide: Hashable, CaseIterable {
    case publisher
    case subscriber

    /// Its name on the wire.
    var target: Livekit_SignalTarget {
        switch self {
        case .publisher: .publisher
        case .subscriber: .subscriber
        }
    }

    init?(_ target: Livekit_SignalTarget) {
        guard let side = Self.allCases.first(where: { $0.target == target }) else { return nil }
        self = side
    }
}
