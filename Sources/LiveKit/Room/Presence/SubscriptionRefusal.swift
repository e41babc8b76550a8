import Contract

/// Why we do not hear a track that we asked for.
package enum SubscriptionRefusal: Hashable, Sendable {
    /// Its publisher, or our token, does not let us.
    case notPermitted
    /// It is in no codec that we have.
    case codecUnsupported
    case trackNotFound
    case unknown

    init(_ error: Livekit_SubscriptionError) {
        switch error {
        case .seCodecUnsupported: self = .codecUnsupported
        case .seTrackNotfound: self = .trackNotFound
        default: self = .unknown
        }
    }
}
