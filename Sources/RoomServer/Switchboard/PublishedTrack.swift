import Contract

/// A track on its way from one guest to others.
struct PublishedTrack {
    /// What participants are told.
    var info: Livekit_TrackInfo
    /// The publisher's name for it, which is the track id in its description.
    let cid: String
    /// The publisher's section; `nil` until it is negotiated.
    var mid: String?
    var hasSubscriber = false
    var loudness = Loudness()
}
