package import Room

/// Who the caller is: the first ordinary participant with a microphone, and nobody else until the call is over.
///
/// Agents, recorders and whoever joins later to listen or to help are never taken for the caller; hidden participants are
/// not even seen. A caller who comes back under the same identity is the same caller.
package struct CallerWatch: Hashable, Sendable {
    /// What a participant's change means for the call.
    package enum Change: Hashable, Sendable {
        case none
        case arrived
        case left(mayReturn: Bool)
    }

    package private(set) var identity: String?
    /// The caller's track, while it is carried to us.
    package private(set) var track: String?
    private var isHere = false

    package init() {}

    /// A participant came or changed.
    package mutating func see(_ participant: Participant) -> Change {
        guard participant.kind == .standard, !isHere, identity == nil || identity == participant.identity,
            participant.tracks.contains(where: \.isMicrophone)
        else { return .none }
        identity = participant.identity
        isHere = true
        return .arrived
    }

    /// A participant left; `isReplaced` when the same identity is in the room with a new connection.
    package mutating func miss(_ participant: Participant, isReplaced: Bool) -> Change {
        guard participant.identity == identity, isHere else { return .none }
        isHere = false
        track = nil
        return .left(mayReturn: isReplaced || participant.connectionBroke)
    }

    /// A track begins to arrive. Whether it is the caller's voice, and new.
    package mutating func begin(_ started: RemoteTrack) -> Bool {
        guard started.isMicrophone, started.participantIdentity == identity, track != started.sid else { return false }
        track = started.sid
        return true
    }

    package mutating func end(_ ended: RemoteTrack) {
        if track == ended.sid { track = nil }
    }
}
