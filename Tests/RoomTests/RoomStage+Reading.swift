import Contract
import Room
import Timing

// What happened, by kind.
extension RoomStage {
    /// The last offer, in the join request or by a message of its own.
    var newestOffer: Livekit_SessionDescription? {
        if let offer = offers.dropFirst(openings.last?.offersBefore ?? 0).last { return offer }
        guard let join = openings.last?.joinRequest, join.hasPublisherOffer else { return nil }
        return join.publisherOffer
    }

    /// Offers made by messages of their own.
    var offers: [Livekit_SessionDescription] {
        requests.compactMap { if case .offer(let offer)? = $0.message { offer } else { nil } }
    }

    /// Answers to the server's offers.
    var answersSent: [Livekit_SessionDescription] {
        requests.compactMap { if case .answer(let answer)? = $0.message { answer } else { nil } }
    }

    var syncStates: [Livekit_SyncState] {
        requests.compactMap { if case .syncState(let state)? = $0.message { state } else { nil } }
    }

    /// The kinds of the requests from the given one on; pings and candidates left out.
    func kinds(from start: Int) -> [String] {
        requests.dropFirst(start).compactMap { $0.message.map { String("\($0)".prefix { $0 != "(" }) } }
            .filter { $0 != "pingReq" && $0 != "trickle" }
    }

    var updates: [Livekit_UpdateParticipantMetadata] {
        requests.compactMap { if case .updateMetadata(let update)? = $0.message { update } else { nil } }
    }

    var trickles: [Livekit_TrickleRequest] {
        requests.compactMap { if case .trickle(let trickle)? = $0.message { trickle } else { nil } }
    }

    var mutes: [Livekit_MuteTrackRequest] {
        requests.compactMap { if case .mute(let mute)? = $0.message { mute } else { nil } }
    }

    var leaves: [Livekit_LeaveRequest] {
        requests.compactMap { if case .leave(let leave)? = $0.message { leave } else { nil } }
    }

    var pings: Int { requests.count { if case .pingReq? = $0.message { true } else { false } } }

    var reconnections: [String] {
        events.compactMap { if case .reconnecting(let reason) = $0 { reason } else { nil } }
    }

    /// How the room ended; the outer nil means that it has not.
    var failure: RoomFailure?? {
        events.compactMap { if case .disconnected(let failure) = $0 { .some(failure) } else { nil } }.first
    }

    var arrived: [Participant] {
        events.compactMap { if case .participantJoined(let participant) = $0 { participant } else { nil } }
    }

    var changed: [Participant] {
        events.compactMap { if case .participantChanged(let participant) = $0 { participant } else { nil } }
    }

    var gone: [Participant] {
        events.compactMap { if case .participantLeft(let participant) = $0 { participant } else { nil } }
    }

    var started: [String] {
        events.compactMap { if case .audioStarted(let track) = $0 { track.sid } else { nil } }
    }

    var ended: [String] {
        events.compactMap { if case .audioEnded(let track) = $0 { track.sid } else { nil } }
    }

    var connections: Int { events.count { if case .connected = $0 { true } else { false } } }

    var resumptions: Int { events.count { if case .resumed = $0 { true } else { false } } }

    var outcomes: [UInt32: RequestOutcome] {
        events.reduce(into: [:]) { if case .requestEnded(let id, let outcome) = $1 { $0[id] = outcome } }
    }

    /// The tracks of ours that the server acknowledged, by our names.
    var published: [String] {
        events.compactMap { if case .trackPublished(let cid, _) = $0 { cid } else { nil } }
    }

    /// The tracks whose packets arrived.
    var heard: Set<String> {
        Set(events.compactMap { if case .audio(let track, _) = $0 { track } else { nil } })
    }

    /// The pauses between one request for a socket and the next.
    var pauses: [Duration] { zip(openings, openings.dropFirst()).map { $1.at - $0.at } }
}
