import Contract
import Peer
import SDP
import SwiftProtobuf

// Publishing.
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
        let track = PublishedTrack(info: info, cid: request.cid)
        guest.tracks[info.sid] = track
        acknowledge(track, to: guest)
    }

    mutating func acknowledge(_ track: PublishedTrack, to guest: Guest) {
        var published = Livekit_TrackPublishedResponse()
        published.cid = track.cid
        published.track = track.info
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
        guard changed else { return }
        announce(guest)
        if guest.tracks.values.contains(where: { $0.mid != nil }) { offerJobs(.jtPublisher, for: guest) }
    }

    /// The announced track with this name, or else the first that has no section.
    private func unboundTrack(of guest: Guest, named name: String?) -> String? {
        let unbound = guest.tracks.filter { $0.value.mid == nil }
        return unbound.first { $0.value.cid == name }?.key ?? unbound.keys.min()
    }

    func publisher(of id: String, in room: String) -> Guest? {
        rooms[room]?.guests.values.first { $0.tracks[id]?.mid != nil }
    }

    private mutating func unpublish(_ id: String, of guest: Guest) {
        guest.tracks[id] = nil
        for listener in everyone(in: guest.roomName, except: guest.sid) { unsubscribe(listener, from: id) }
    }

    /// Ends a track that may be published no longer, whatever its publisher still sends.
    mutating func withdraw(_ id: String, of guest: Guest) {
        unpublish(id, of: guest)
        send(.trackUnpublished(.with { $0.trackSid = id }), to: guest)
    }

    private mutating func offerToAll(_ id: String, of guest: Guest) {
        for listener in everyone(in: guest.roomName, except: guest.sid) where listener.subscribesAutomatically {
            subscribe(listener, to: id)
        }
    }

    mutating func setMuted(_ isMuted: Bool, track id: String, of guest: Guest) {
        guard guest.tracks[id] != nil else { return }
        guest.tracks[id]?.info.muted = isMuted
        announce(guest)
    }
}
