import Contract

/// An audio track of ours, kept across reconnections.
struct LocalTrack {
    /// Names the track in the request to publish and in the description.
    let cid: String
    let name: String
    var isMuted = false
    /// The section it leaves on; `nil` until it is in an offer.
    var mid: String?
    /// What the server made of it, once it acknowledged it.
    var info: Livekit_TrackInfo?

    /// `TR_…` once the server acknowledged it.
    var sid: String? { info?.sid }

    init(cid: String, name: String) {
        self.cid = cid
        self.name = name
    }

    /// The next session will know nothing of it.
    mutating func endSession() {
        mid = nil
        info = nil
    }

    /// The request to publish it; the server agrees on RED only where the request does not rule it out.
    func request(redundant: Bool) -> Livekit_AddTrackRequest {
        var request = Livekit_AddTrackRequest()
        request.cid = cid
        request.name = name
        request.type = .audio
        request.source = .microphone
        request.muted = isMuted
        request.disableRed = !redundant
        request.audioFeatures = [.tfNoDtx]
        return request
    }

    /// What a resuming client says of it; nothing of a track that is not acknowledged: the server would start anew.
    var publication: Livekit_TrackPublishedResponse? {
        guard var info else { return nil }
        info.muted = isMuted
        var publication = Livekit_TrackPublishedResponse()
        publication.cid = cid
        publication.track = info
        return publication
    }
}
