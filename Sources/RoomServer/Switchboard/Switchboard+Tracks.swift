import Contract
import Peer
import SDP

// Publishing and subscribing.
extension Switchboard {
    mutating func addTrack(_ request: Livekit_AddTrackRequest, of guest: Guest) {
        let sources = guest.info.permission.canPublishSources
        guard guest.info.permission.canPublish, sources.isEmpty || sources.contains(request.source) else {
            return refuse(request, .notAllowed, to: guest)
        }
        guard request.type == .audio else { return refuse(request, .unsupportedType, to: guest) }
        guard guest.tracks.count < 20 else { return refuse(request, .limitExceeded, to: guest) }
        guard !guest.tracks.values.contains(where: { $0.cid == request.cid }) else {
            return refuse(request, .queued, to: guest)
        }
        var info = Livekit_TrackInfo()
        info.sid = newTrackID(from: request.source)
        info.type = .audio
        info.name = request.name
        info.source = request.source
        info.muted = request.muted
        info.mimeType = "audio/opus"
        info.disableRed = true
        info.stream = request.stream.isEmpty ? "camera" : request.stream
        info.audioFeatures = request.audioFeatures
        var codec = Livekit_SimulcastCodecInfo()
        codec.mimeType = "audio/opus"
        codec.cid = request.cid
        info.codecs = [codec]
        guest.tracks[info.sid] = PublishedTrack(info: info, cid: request.cid)
        var published = Livekit_TrackPublishedResponse()
        published.cid = request.cid
        published.track = info
        send(.trackPublished(published), to: guest)
    }

    private mutating func refuse(
        _ request: Livekit_AddTrackRequest, _ reason: Livekit_RequestResponse.Reason, to guest: Guest
    ) {
        var response = Livekit_RequestResponse()
        response.reason = reason
        response.addTrack = request
        send(.requestResponse(response), to: guest)
    }

    /// Finds out which announced track each sending section carries, and which tracks ended.
    mutating func bindTracks(of guest: Guest, to offer: SDP.SessionDescription) {
        var changed = false
        for media in offer.media {
            guard let mid = media.mid, media.kind == .audio else { continue }
            let sends = !media.isRejected && media.direction.sends
            let isReplaced = guest.tracks.values.contains { $0.mid == nil && $0.cid == media.msid?.track }
            if !sends || isReplaced, let id = guest.publishedTrack(mid: mid) {
                unpublish(id, of: guest)
                changed = true
            }
            if sends, guest.publishedTrack(mid: mid) == nil,
                let id = unboundTrack(of: guest, named: media.msid?.track)
            {
                guest.tracks[id]?.mid = mid
                guest.tracks[id]?.info.mid = mid
                changed = true
                offerToAll(id, of: guest)
            }
        }
        if changed { announce(guest) }
    }

    /// The announced track with this name, or else the first that has no section.
    private func unboundTrack(of guest: Guest, named name: String?) -> String? {
        let unbound = guest.tracks.filter { $0.value.mid == nil }
        return unbound.first { $0.value.cid == name }?.key ?? unbound.keys.min()
    }

    private mutating func unpublish(_ id: String, of guest: Guest) {
        guest.tracks[id] = nil
        for listener in everyone(in: guest.roomName, except: guest.sid) { unsubscribe(listener, from: id) }
    }

    private mutating func offerToAll(_ id: String, of guest: Guest) {
        for listener in everyone(in: guest.roomName, except: guest.sid) where listener.subscribesAutomatically {
            subscribe(listener, to: id)
        }
    }

    /// Gives `listener` the track, on a free section now, or on one it is asked to add.
    mutating func subscribe(_ listener: Guest, to id: String) {
        guard listener.info.permission.canSubscribe, listener.downlinks[id] == nil, !listener.declined.contains(id),
            !listener.waitingTracks.contains(id)
        else { return }
        listener.waitingTracks.append(id)
        requestSections(for: listener)
    }

    mutating func unsubscribe(_ listener: Guest, from id: String) {
        listener.waitingTracks.removeAll { $0 == id }
        listener.declined.remove(id)
        guard let link = listener.downlinks.removeValue(forKey: id) else { return }
        try? listener.peer.assign(nil, to: link.mid)
        requestSections(for: listener, always: true)
    }

    /// Asks for another offer when one is needed: with new sections if the free ones do not suffice.
    mutating func requestSections(for guest: Guest, always: Bool = false) {
        guard always || !guest.waitingTracks.isEmpty, !guest.awaitsOffer else { return }
        guest.awaitsOffer = true
        var requirement = Livekit_MediaSectionsRequirement()
        let free = guest.peer.idleReceivingSections.count
        requirement.numAudios = UInt32(max(0, guest.waitingTracks.count - free))
        send(.mediaSectionsRequirement(requirement), to: guest)
    }

    mutating func placeWaitingTracks(of guest: Guest) {
        for mid in guest.peer.idleReceivingSections {
            guard let id = guest.waitingTracks.first else { return }
            guest.waitingTracks.removeFirst()
            guard let publisher = everyone(in: guest.roomName).first(where: { $0.tracks[id]?.mid != nil }) else {
                continue
            }
            let msid = MediaStreamID(stream: "\(publisher.sid)|\(id)", track: id)
            guard (try? guest.peer.assign(msid, to: mid)) != nil else { continue }
            guest.downlinks[id] = Downlink(trackID: id, publisherSID: publisher.sid, mid: mid)
        }
    }

    /// The answer that names them is out: packets may flow, and publishers learn that somebody listens.
    mutating func confirmDownlinks(of guest: Guest) {
        for (id, link) in guest.downlinks where !link.isNegotiated {
            guest.downlinks[id]?.isNegotiated = true
            guard let publisher = everyone(in: guest.roomName).first(where: { $0.sid == link.publisherSID }),
                publisher.tracks[id]?.hasSubscriber == false
            else { continue }
            publisher.tracks[id]?.hasSubscriber = true
            var subscribed = Livekit_TrackSubscribed()
            subscribed.trackSid = id
            send(.trackSubscribed(subscribed), to: publisher)
        }
    }

    mutating func change(_ subscription: Livekit_UpdateSubscription, of guest: Guest) {
        let ids = subscription.trackSids + subscription.participantTracks.flatMap(\.trackSids)
        let others = everyone(in: guest.roomName, except: guest.sid)
        for id in ids where others.contains(where: { $0.tracks[id]?.mid != nil }) {
            if subscription.subscribe {
                guest.declined.remove(id)
                subscribe(guest, to: id)
            } else {
                unsubscribe(guest, from: id)
                guest.declined.insert(id)
            }
        }
    }

    mutating func setMuted(_ mute: Livekit_MuteTrackRequest, of guest: Guest) {
        guard guest.tracks[mute.sid] != nil else { return }
        guest.tracks[mute.sid]?.info.muted = mute.muted
        announce(guest)
    }
}
