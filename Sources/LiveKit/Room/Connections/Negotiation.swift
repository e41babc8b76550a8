import Contract
import SDP
import Timing

/// The offers of this end: numbered, one outstanding at a time, each with a deadline for its answer.
struct Negotiation {
    /// Something has changed that the outstanding offer does not show.
    var isStale = false
    /// Until when the outstanding offer must be answered; `nil` when none is.
    private(set) var deadline: Instant?
    private var offer = Livekit_SessionDescription()

    var isOutstanding: Bool { deadline != nil }

    /// The message for the next offer.
    mutating func begin(_ description: SDP.SessionDescription, deadline: Instant) -> Livekit_SessionDescription {
        offer.type = "offer"
        offer.sdp = description.description
        offer.id += 1
        isStale = false
        self.deadline = deadline
        return offer
    }

    /// Whether the outstanding offer is the one that is answered; an answer without a number is one to it.
    func isAnswered(by answer: Livekit_SessionDescription) -> Bool {
        isOutstanding && (answer.id == 0 || answer.id == offer.id)
    }

    /// The answer is accepted.
    mutating func conclude(_ answer: Livekit_SessionDescription) -> Agreement {
        deadline = nil
        return Agreement(offer: offer, answer: answer)
    }

    /// The outstanding offer is not worth an answer any more.
    mutating func withdraw() {
        deadline = nil
    }
}
