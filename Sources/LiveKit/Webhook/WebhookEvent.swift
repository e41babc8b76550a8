package import Contract
package import FoundationEssentials

/// Something that happened in a room, as the server tells it.
package struct WebhookEvent: Hashable, Sendable {
    /// What happened.
    package enum Name: Hashable, Sendable {
        case roomStarted, roomFinished
        case participantJoined, participantLeft, participantConnectionAborted
        case trackPublished, trackUnpublished
        case egressStarted, egressUpdated, egressEnded
        case ingressStarted, ingressEnded
        case agentJobStarted, agentJobEnded
        /// Of a newer server.
        case other(String)
    }

    package let name: Name
    /// `EV_…`; the same for every attempt to deliver it. Empty from servers that give none.
    package let id: String
    /// To the second, by the server's clock.
    package let createdAt: Date
    package let room: Livekit_Room?
    package let participant: Livekit_ParticipantInfo?
    package let track: Livekit_TrackInfo?
    package let job: Livekit_Job?
    /// Events about the same thing that the server gave up on before this one.
    package let dropped: Int

    /// `nil` when it does not say what happened.
    init?(_ event: Livekit_WebhookEvent) {
        guard !event.event.isEmpty else { return nil }
        name = Name(event.event)
        id = event.id
        createdAt = .init(timeIntervalSince1970: TimeInterval(event.createdAt))
        room = event.hasRoom ? event.room : nil
        participant = event.hasParticipant ? event.participant : nil
        track = event.hasTrack ? event.track : nil
        job = event.hasJob ? event.job : nil
        dropped = max(0, Int(event.numDropped))
    }
}

extension WebhookEvent.Name {
    private static let known: [String: Self] = [
        "room_started": .roomStarted, "room_finished": .roomFinished,
        "participant_joined": .participantJoined, "participant_left": .participantLeft,
        "participant_connection_aborted": .participantConnectionAborted,
        "track_published": .trackPublished, "track_unpublished": .trackUnpublished,
        "egress_started": .egressStarted, "egress_updated": .egressUpdated, "egress_ended": .egressEnded,
        "ingress_started": .ingressStarted, "ingress_ended": .ingressEnded,
        "agent_job_started": .agentJobStarted, "agent_job_ended": .agentJobEnded,
    ]

    init(_ text: String) {
        self = Self.known[text] ?? .other(text)
    }
}
