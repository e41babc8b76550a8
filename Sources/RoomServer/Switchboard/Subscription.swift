/// A track on its way to one guest.
struct Subscription {
    /// `TR_…`.
    let trackID: String
    let publisherSID: String
    /// The section it arrives on, in the receiver's peer connection.
    let mid: String
    /// An answer named it, so packets may flow.
    var isNegotiated = false
    /// The guest wants no packets for now (`track_setting`).
    var isPaused = false
}
