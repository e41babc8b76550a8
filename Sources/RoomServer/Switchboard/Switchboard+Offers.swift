import Contract
import Peer
import SDP
import Timing

// With two peer connections the server offers the one that a guest hears on.
extension Switchboard {
    /// An offer must be answered within this time.
    private static let answerTime = Duration.seconds(15)
    /// Sections of one guest: more tracks than this are not sent to anybody.
    private static let sectionLimit = 200

    /// Makes what a guest hears known to it: with an offer, or by asking for one.
    mutating func renegotiate(_ guest: Guest, always: Bool = false) {
        if guest.isDual { offer(to: guest) } else { requestSections(for: guest, always: always) }
    }

    /// Offers what has changed, at once or when the outstanding offer is answered.
    mutating func offer(to guest: Guest) {
        guard guest.connection != nil, !guest.negotiation.awaitsAnswer else {
            guest.negotiation.isStale = true
            return
        }
        guest.negotiation.isStale = false
        guest.negotiation.endedSections += guest.negotiation.endingSections
        guest.negotiation.endingSections = []
        placeInOffer(of: guest)
        do {
            var offer = Livekit_SessionDescription()
            offer.type = "offer"
            offer.sdp = try guest.downlink.peer.makeOffer().description
            guest.negotiation.offerID += 1
            offer.id = guest.negotiation.offerID
            for (id, subscription) in guest.subscriptions { offer.midToTrackID[subscription.mid] = id }
            guest.negotiation.answerDeadline = now + Self.answerTime
            send(.offer(offer), to: guest)
        } catch {
            outbox.append(.fault("no offer can be made for \(guest.sid): \(error)"))
            evict(guest, reason: .stateMismatch, action: .reconnect)
        }
    }

    /// Gives every waiting track a new section, or, when there are many, one that the guest knows to be idle.
    private mutating func placeInOffer(of guest: Guest) {
        var unplaced: [String] = []
        for id in guest.waitingTracks {
            guard let publisher = publisher(of: id, in: guest.roomName) else { continue }
            guard let mid = section(for: id, in: "\(publisher.sid)|\(id)", of: guest) else {
                unplaced.append(id)
                continue
            }
            guest.negotiation.usedSections.insert(mid)
            guest.subscriptions[id] = Subscription(trackID: id, publisherSID: publisher.sid, mid: mid)
        }
        guest.waitingTracks = unplaced
    }

    private func section(for track: String, in stream: String, of guest: Guest) -> String? {
        let count = guest.negotiation.usedSections.count
        if count >= configuration.freshSections, let idle = guest.negotiation.idleSections.popLast() {
            try? guest.downlink.peer.assign(MediaStreamID(stream: stream, track: track), to: idle)
            return idle
        }
        guard count < Self.sectionLimit else { return nil }
        return guest.downlink.peer.addSendingAudio(track: track, stream: stream)
    }

    /// The guest's answer to the outstanding offer; one to an older offer is of no use any more.
    mutating func follow(_ answer: Livekit_SessionDescription, of guest: Guest) {
        guard guest.isDual, guest.negotiation.awaitsAnswer, answer.id == 0 || answer.id == guest.negotiation.offerID
        else { return }
        do {
            try guest.downlink.peer.setAnswer(SDP.SessionDescription(parsing: answer.sdp), now: now)
        } catch {
            outbox.append(.fault("the answer of \(guest.sid) cannot be followed: \(error)"))
            return evict(guest, reason: .stateMismatch, action: .reconnect)
        }
        guest.negotiation.answerDeadline = nil
        guest.negotiation.idleSections += guest.negotiation.endedSections
        guest.negotiation.endedSections = []
        guest.downlink.isDirty = true
        confirmSubscriptions(of: guest)
        if guest.negotiation.isStale { offer(to: guest) }
    }

    mutating func expireOffers() {
        for guest in Array(guests.values) {
            guard let due = guest.negotiation.answerDeadline, due <= now else { continue }
            guest.negotiation.answerDeadline = nil
            guard guest.connection != nil else { continue }
            evict(guest, reason: .stateMismatch, action: .reconnect)
        }
    }
}
