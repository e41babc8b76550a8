package import Room

/// Who calls: the people in the room who have, or had, a microphone, and nobody else.
///
/// Agents, recorders and whatever else is no person never count, nor do hidden participants and those whose token says that
/// they help or listen (`roleAttribute`). One caller is listened to at a time: the first, and when he leaves, the next who is
/// still there. The call is over when the last has left; one who comes back under the same identity is the same caller.
package struct CallerWatch: Hashable, Sendable {
    /// What a participant's change means for the call.
    package enum Change: Hashable, Sendable {
        case none
        case arrived
        /// Another caller is listened to from now on.
        case changed
        case left(mayReturn: Bool)
    }

    /// The attribute in a participant's token that says what it is in the call. Whoever has one that is not `caller`, such as
    /// `supervisor`, neither is a caller nor keeps the call alive.
    package static let roleAttribute = "parley.role"
    /// People that are kept in mind; in a larger room the call is ended by others.
    private static let limit = 64

    private struct Person: Hashable, Sendable {
        let identity: String
        /// Has, or had, a microphone.
        var isCaller: Bool
        /// The voice, while it is carried to us.
        var track: String?
    }

    /// Who is listened to; also while the line to that caller is broken.
    package private(set) var identity: String?
    /// Those in the room who may be callers, in the order in which they came.
    private var people: [Person] = []

    package init() {}

    /// The track to listen to, while it is carried to us.
    package var track: String? { people.first { $0.identity == identity }?.track }

    /// The voices of callers who are not listened to, in the order in which they came: who speaks, and on which track.
    package var others: [(identity: String, track: String)] {
        people.compactMap { person in
            guard person.isCaller, person.identity != identity, let track = person.track else { return nil }
            return (person.identity, track)
        }
    }

    /// Whether somebody in the room calls.
    package func isCaller(_ identity: String) -> Bool {
        people.contains { $0.isCaller && $0.identity == identity }
    }

    /// Another of the callers is listened to. Says whether there is such a caller.
    package mutating func listen(to caller: String) -> Bool {
        guard caller != identity, isCaller(caller) else { return false }
        identity = caller
        return true
    }

    /// Nobody who is or may become a caller is in the room.
    package var isDeserted: Bool { people.isEmpty }

    /// A participant came or changed.
    package mutating func see(_ participant: Participant) -> Change {
        guard Self.mayCall(participant) else { return forget(participant.identity, mayReturn: false) }
        let hasMicrophone = participant.tracks.contains(where: \.isMicrophone)
        if let index = people.firstIndex(where: { $0.identity == participant.identity }) {
            guard hasMicrophone, !people[index].isCaller else { return .none }
            people[index].isCaller = true
        } else {
            guard people.count < Self.limit else { return .none }
            people.append(Person(identity: participant.identity, isCaller: hasMicrophone))
        }
        return hasMicrophone ? welcome(participant.identity) : .none
    }

    /// A participant left; `isReplaced` when the same identity is in the room with a new connection.
    package mutating func miss(_ participant: Participant, isReplaced: Bool) -> Change {
        forget(participant.identity, mayReturn: isReplaced || participant.connectionBroke)
    }

    /// A track begins to arrive. Whether it is the voice to listen to, and new.
    package mutating func begin(_ started: RemoteTrack) -> Bool {
        guard started.isMicrophone,
            let index = people.firstIndex(where: { $0.identity == started.participantIdentity && $0.isCaller }),
            people[index].track != started.sid
        else { return false }
        people[index].track = started.sid
        return started.participantIdentity == identity
    }

    package mutating func end(_ ended: RemoteTrack) {
        for index in people.indices where people[index].track == ended.sid { people[index].track = nil }
    }

    /// A new caller is listened to when nobody else is there to be.
    private mutating func welcome(_ newcomer: String) -> Change {
        guard !people.contains(where: { $0.isCaller && $0.identity != newcomer }) else { return .none }
        identity = newcomer
        return .arrived
    }

    private mutating func forget(_ leaver: String, mayReturn: Bool) -> Change {
        guard let index = people.firstIndex(where: { $0.identity == leaver }) else { return .none }
        let person = people.remove(at: index)
        guard person.isCaller else {
            // Whoever looked in without a microphone is missed only if nobody ever called and nobody is left.
            return identity == nil && people.isEmpty && !mayReturn ? .left(mayReturn: false) : .none
        }
        guard leaver == identity else { return .none }
        guard let next = people.first(where: \.isCaller) else { return .left(mayReturn: mayReturn) }
        identity = next.identity
        return .changed
    }

    private static func mayCall(_ participant: Participant) -> Bool {
        participant.kind == .standard && !participant.isHidden
            && ["", "caller"].contains(participant.attributes[roleAttribute] ?? "")
    }
}
