package import Contract

/// Someone else in the room.
package struct Participant: Hashable, Sendable {
    /// What the participant is.
    package enum Kind: Hashable, Sendable {
        /// A person, whether by an app, by telephone or through another service.
        case standard
        case agent
        case other
    }

    private static let people: Set<Livekit_ParticipantInfo.Kind> = [.standard, .sip, .connector]

    /// The session's id, `PA_…`; changes with every new session of the same identity.
    package let sid: String
    package let identity: String
    package let name: String
    package let kind: Kind
    /// The peer connection is up.
    package let isActive: Bool
    package let attributes: [String: String]
    package let metadata: String
    package let tracks: [RemoteTrack]
    /// Present to listen or to record, and not to be seen.
    package let isHidden: Bool
    /// When it left: the connection was lost rather than closed, so that it may come back.
    package let connectionBroke: Bool
    let version: UInt32

    package init(_ info: Livekit_ParticipantInfo) {
        sid = info.sid
        identity = info.identity
        name = info.name
        let isAgent = info.kind == .agent || info.permission.agent
        kind = isAgent ? .agent : Self.people.contains(info.kind) ? .standard : .other
        isActive = info.state == .active
        attributes = info.attributes
        metadata = info.metadata
        tracks = info.tracks.map { RemoteTrack($0, of: info) }
        isHidden = info.permission.hidden || info.permission.recorder
        connectionBroke = Self.accidents.contains(info.disconnectReason)
        version = info.version
    }

    private static let accidents: Set<Livekit_DisconnectReason> = [
        .serverShutdown, .stateMismatch, .joinFailure, .migration, .signalClose, .connectionTimeout, .mediaFailure,
    ]
}
