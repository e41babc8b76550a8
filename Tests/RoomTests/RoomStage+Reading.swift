import Contract
import Room
import Timing

// What happened, by kind.
extension RoomStage {
    /// The last offer, in the join request or by a message of its own.
    var newestOffer: Livekit_SessionDescription? { offers.last ?? openings.last?.joinRequest?.publisherOffer }

    /// Offers made by messages of their own since the last socket was asked for.
    var offers: [Livekit_SessionDescription] {
        requests.compactMap { if case .offer(let offer)? = $0.message { offer } else { nil } }
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

    /// The pauses between one request for a socket and the next.
    var pauses: [Duration] { zip(openings, openings.dropFirst()).map { $1.at - $0.at } }
}
