import Contract
import Peer
import SDP
import SwiftProtobuf

// Subscribing.
extension Switchboard {
    /// Sections that a guest with one peer connection is asked for in all.
    private static let sectionLimit = 128

    /// Gives `listener` the track, on a free section now, or on one that is to be added.
    mutating func subscribe(_ listener: Guest, to id: String) {
        guard listener.info.permission.canSubscribe, listener.subscriptions[id] == nil, !listener.declined.contains(id),
            !listener.waitingTracks.contains(id)
        else { return }
        listener.waitingTracks.append(id)
        renegotiate(listener)
    }

    mutating func unsubscribe(_ listener: Guest, from id: String) {
        listener.waitingTracks.removeAll { $0 == id }
        listener.declined.remove(id)
        guard let subscription = listener.subscriptions.removeValue(forKey: id) else { return }
        try? listener.downlink.peer.assign(nil, to: subscription.mid)
        if listener.isDual { listener.negotiation.endingSections.append(subscription.mid) }
        renegotiate(listener, always: true)
    }

    /// Asks for another offer when one is needed: with new sections if the free ones do not suffice. Who was asked for
    /// more and brought none is not asked again.
    mutating func requestSections(for guest: Guest, always: Bool = false) {
        guard guest.connection != nil, !guest.negotiation.awaitsOffer else { return }
        guard always || !guest.waitingTracks.isEmpty else { return }
        let free = freeSections(of: guest).count
        let total = guest.downlink.peer.idleReceivingSections.count + guest.subscriptions.count
        var missing = max(0, min(guest.waitingTracks.count - free, Self.sectionLimit - total))
        if guest.negotiation.sectionsWhenAsked == total { missing = 0 }
        guard always || missing > 0 || free > 0 else { return }
        if missing > 0 { guest.negotiation.sectionsWhenAsked = total }
        guest.negotiation.awaitsOffer = true
        send(.mediaSectionsRequirement(.with { $0.numAudios = UInt32(missing) }), to: guest)
    }

    /// With one peer connection: the guest's sections that may carry a track now. Those that never did come first, and
    /// the others only when the guest has many or brings no more.
    private func freeSections(of guest: Guest) -> [String] {
        let idle = guest.downlink.peer.idleReceivingSections
        let used = guest.negotiation.usedSections
        let total = idle.count + guest.subscriptions.count
        let fresh = idle.filter { !used.contains($0) }
        let bringsNoMore = guest.negotiation.sectionsWhenAsked == total
        return total >= configuration.freshSections || bringsNoMore ? fresh + idle.filter(used.contains) : fresh
    }

    /// With one peer connection: gives waiting tracks the free sections of the guest's offer.
    mutating func placeWaitingTracks(of guest: Guest) {
        for mid in freeSections(of: guest) {
            guard let id = guest.waitingTracks.first else { return }
            guest.waitingTracks.removeFirst()
            guard let publisher = publisher(of: id, in: guest.roomName) else { continue }
            let msid = MediaStreamID(stream: "\(publisher.sid)|\(id)", track: id)
            guard (try? guest.downlink.peer.assign(msid, to: mid)) != nil else { continue }
            guest.negotiation.usedSections.insert(mid)
            guest.subscriptions[id] = Subscription(trackID: id, publisherSID: publisher.sid, mid: mid)
        }
    }

    /// The description that names them is agreed on: packets may flow, and publishers learn that somebody listens.
    mutating func confirmSubscriptions(of guest: Guest) {
        for (id, subscription) in guest.subscriptions where !subscription.isNegotiated {
            guest.subscriptions[id]?.isNegotiated = true
            guard let publisher = guests[subscription.publisherSID], publisher.tracks[id]?.hasSubscriber == false
            else { continue }
            publisher.tracks[id]?.hasSubscriber = true
            send(.trackSubscribed(.with { $0.trackSid = id }), to: publisher)
        }
    }

    mutating func change(_ subscription: Livekit_UpdateSubscription, of guest: Guest) {
        change(
            subscription.trackSids + subscription.participantTracks.flatMap(\.trackSids),
            isWanted: subscription.subscribe, of: guest)
    }

    mutating func change(_ ids: [String], isWanted: Bool, of guest: Guest) {
        let others = everyone(in: guest.roomName, except: guest.sid)
        for id in ids where others.contains(where: { $0.tracks[id]?.mid != nil }) {
            if isWanted {
                guest.declined.remove(id)
                subscribe(guest, to: id)
            } else {
                unsubscribe(guest, from: id)
                guest.declined.insert(id)
            }
        }
    }

    mutating func pause(_ settings: Livekit_UpdateTrackSettings, of guest: Guest) {
        for id in settings.trackSids { guest.subscriptions[id]?.isPaused = settings.disabled }
    }
}
