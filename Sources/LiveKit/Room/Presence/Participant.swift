package import Contract

/// A participant as the server describes it: someone else, or ourselves.
package struct Participant: Hashable, Sendable {
    /// What the participant is.
    package enum Kind: Hashable, Sendable {
        /// A person, whether by an app, by telephone or through another service.
        case standard
        case agent
        case other
    }

    private static let people: Set<Livekit_ParticipantInfo.Kind> = [.standard, .sip, .connector]

    /// Tracks that are kept of one participant; more are ignored.
    private static let trackLimit = 64

    /// The session's id, `PA_…`; changes with every new session of the same identity.
    package let sid: String
    package let identity: String
    package let name: String
    package let kind: Kind
    /// The peer connection is up.
    package let isActive: Bool
    package let attributes: [String: String]
    package let metadata: String
    package let permissions: Permissions
    package let tracks: [RemoteTrack]
    /// Present to listen or to record, and not to be seen.
    package let isHidden: Bool
    /// When it left: the connection was lost rather than closed, or nobody knows, so that it may come back.
    package private(set) var connectionBroke: Bool
    private let version: UInt32

    package init(_ info: Livekit_ParticipantInfo) {
        sid = info.sid
        identity = info.identity
        name = info.name
        let isAgent = info.kind == .agent || info.permission.agent
        kind = isAgent ? .agent : Self.people.contains(info.kind) ? .standard : .other
        isActive = info.state == .active
        attributes = info.attributes
        metadata = info.metadata
        permissions = Permissions(info.hasPermission ? info.permission : nil)
        tracks = info.tracks.prefix(Self.trackLimit).map { RemoteTrack($0, of: info) }
        isHidden = info.permission.hidden || info.permission.recorder
        connectionBroke = Self.accidents.contains(info.disconnectReason)
        version = info.version
    }

    /// Whether it may replace what was said of the same session before. A server that does not number its descriptions
    /// is believed as it speaks.
    /// - Parameter mayRepeat: the same version counts, too, as after a lost connection.
    func isNews(after known: Participant, mayRepeat: Bool) -> Bool {
        version > known.version || version == 0 || (mayRepeat && version == known.version)
    }

    /// The same, gone when our own connection came back: nobody said why.
    var vanished: Participant {
        var vanished = self
        vanished.connectionBroke = true
        return vanished
    }

    /// Whether both say the same, whatever their versions.
    func says(_ other: Participant) -> Bool {
        (sid, name, isActive, metadata) == (other.sid, other.name, other.isActive, other.metadata)
            && (attributes, permissions, tracks) == (other.attributes, other.permissions, other.tracks)
    }

    private static let accidents: Set<Livekit_DisconnectReason> = [
        .serverShutdown, .stateMismatch, .joinFailure, .migration, .signalClose, .connectionTimeout, .mediaFailure,
    ]
}
