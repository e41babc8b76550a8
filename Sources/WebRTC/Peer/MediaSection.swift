import RTP
import SDP

/// One `m=` line of a peer, as this end sees it.
struct MediaSection {
    let mid: String
    let kind: MediaKind
    /// This end's direction, as last written.
    var direction: Direction
    /// What this end sends here: named by msid in its descriptions; `nil` while the section is idle.
    var outbound: MediaStreamID?
    /// What the other end sends here, by its last description.
    var inbound: MediaStreamID?
    var codec: Codec = .opus(feedback: ["nack"])
    /// The payload type of RED, once both ends want it here.
    var redundancyType: UInt8?
    /// What is sent again with the next packet.
    var history = RedundancyHistory(depth: 0)
    /// Header extensions agreed on for this section.
    var extensions: [ExtensionMapping] = []
    /// The stream that leaves here, one SSRC for the life of the section.
    var sender: SendStream?
    /// Rewrites another peer's packets into `sender`'s numbering.
    var forwarding = ForwardingState()
    /// The other end sends here, by its last description.
    var remoteSends = false
    /// The other end wants to receive here, by its last description.
    var remoteReceives = false
    /// The section as first offered by the other end.
    var offered: MediaDescription?
    /// Not wanted by this end, for example video.
    var isRejected = false

    func extensionID(_ uri: String) -> UInt8? {
        extensions.first { $0.uri == uri }?.id
    }
}
