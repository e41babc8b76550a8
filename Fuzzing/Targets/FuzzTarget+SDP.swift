import Peer
import SDP
import Secure
import Simulation
import Timing
import Wire

// Descriptions: as text, and as offers and answers to peer connections.
extension FuzzTarget {
    static let sdp = FuzzTarget(name: "sdp") {
        [Array(try PeerSeeds.offer().utf8), Array(try PeerSeeds.answer().utf8)]
    } feed: { input in
        guard let description = try? SessionDescription(parsing: String(decoding: input, as: UTF8.self)) else { return }
        let text = description.description
        guard let again = try? SessionDescription(parsing: text) else { fatalError("what was written cannot be read") }
        precondition(again.description == text, "what was written reads differently")
        _ = (description.bundle, description.iceLite, description.transport, description.sectionsWithoutMid)
        for var media in description.media {
            _ = (media.mid, media.codecs, media.extensions, media.sources, media.candidates, media.msid, media.setup)
            media.setTransport(description.transport)
            media.direction = media.direction.reversed
        }
    }

    /// Offers to a server's end and answers to a client's, one after the other.
    static let descriptions = FuzzTarget(name: "descriptions") {
        let (offer, answer) = (Array(try PeerSeeds.offer().utf8), Array(try PeerSeeds.answer().utf8))
        return [
            Script.input([.init(0, offer), .init(2), .init(0, offer)]), Script.input([.init(1, answer), .init(3)]),
        ]
    } feed: { input in
        guard var stage = try? DescriptionStage() else { fatalError("no certificate could be made") }
        for step in Script(input) { stage.take(step) }
    }
}
