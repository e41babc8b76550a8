package import Room

/// The people in the room who are no callers but talk in the agent's place, or beside it.
///
/// Each has a token that says so (`CallerWatch.roleAttribute`) and names the attachment under which they are known to whoever
/// steers the call. Who hides, or has no attachment, only listens. Bounded: of those beyond `limit` none is listened to.
package struct Attendance: Hashable, Sendable {
    package struct Attendant: Hashable, Sendable {
        package let identity: String
        package let attachment: String
        /// The voice, while it is carried to us.
        package var track: String?
    }

    /// The attribute in a participant's token that names its attachment: `att_…`.
    package static let attachmentAttribute = "parley.attachment"
    private static let roles: Set<String> = ["supervisor", "operator"]
    private static let limit = 8

    package private(set) var attendants: [Attendant] = []

    package init() {}

    /// A participant came or changed.
    package mutating func see(_ participant: Participant) {
        guard Self.mayTalk(participant), attendants.count < Self.limit,
            let attachment = participant.attributes[Self.attachmentAttribute], !attachment.isEmpty,
            !attendants.contains(where: { $0.identity == participant.identity })
        else { return }
        attendants.append(Attendant(identity: participant.identity, attachment: attachment))
    }

    /// A participant left. Whose voice is gone with that, if it was there.
    package mutating func miss(_ participant: Participant) -> Attendant? {
        guard let index = attendants.firstIndex(where: { $0.identity == participant.identity }) else { return nil }
        let gone = attendants.remove(at: index)
        return gone.track == nil ? nil : gone
    }

    /// A track begins to arrive. Whose voice it is, if it is a new one.
    package mutating func begin(_ started: RemoteTrack) -> Attendant? {
        guard started.isMicrophone,
            let index = attendants.firstIndex(where: { $0.identity == started.participantIdentity }),
            attendants[index].track != started.sid
        else { return nil }
        attendants[index].track = started.sid
        return attendants[index]
    }

    /// A track does not arrive any more. Whose voice it was.
    package mutating func end(_ ended: RemoteTrack) -> Attendant? {
        guard let index = attendants.firstIndex(where: { $0.track == ended.sid }) else { return nil }
        attendants[index].track = nil
        return attendants[index]
    }

    /// Who is in the room under an attachment.
    package func identity(of attachment: String) -> String? {
        attendants.first { $0.attachment == attachment }?.identity
    }

    private static func mayTalk(_ participant: Participant) -> Bool {
        participant.kind == .standard && !participant.isHidden
            && roles.contains(participant.attributes[CallerWatch.roleAttribute] ?? "")
    }
}
