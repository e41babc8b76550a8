import Contract

/// An offer with its answer, both applied: what a resuming client tells the server it still has.
struct Agreement {
    let offer: Livekit_SessionDescription
    let answer: Livekit_SessionDescription
}
