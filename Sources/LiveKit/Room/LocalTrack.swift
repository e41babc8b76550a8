import Contract

/// An audio track of ours, kept across reconnections.
struct LocalTrack {
    /// Names the track in the request to publish and in the description.
    let cid: String
    let name: String
    var isMuted = false
    /// The section it leaves on; `nil` until it is in an offer.
    var mid: String?
    /// `TR_…` once the server acknowledged it.
    var sid: String?

    /// The request to publish it.
    var request: Livekit_AddTrackRequest {
        var request = Livekit_AddTrackRequest()
        request.cid = cid
        request.name = name
        request.type = .audio
        request.source = .microphone
        request.muted = isMuted
        request.disableRed = true
        request.audioFeatures = [.tfNoDtx]
        return request
    }
}
