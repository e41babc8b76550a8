/// A track on its way to one guest.
struct Downlink {
    /// `TR_…`.
    let trackID: String
    let publisherSID: String
    /// The section it arrives on, in the receiver's peer connection.
    let mid: String
    /// An answer named it, so packets may flow.
    var isNegotiated = false
}
