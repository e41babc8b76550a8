import Peer
import SDP
import Timing

/// A client that has offered and a server that waits for an offer.
struct DescriptionStage: ~Copyable {
    private var client: Peer
    private var server: Peer
    private var now = Instant.origin

    init() throws {
        var offering = try PeerSeeds.client()
        _ = try offering.makeOffer()
        let waiting = try PeerSeeds.server()
        client = offering
        server = waiting
    }

    mutating func take(_ step: Script.Step) {
        switch step.kind % 4 {
        case 0: offer(step.text)
        case 1: answer(step.text)
        case 2: client.addRemoteCandidate(step.text, now: now)
        default: _ = try? client.makeOffer()
        }
        now += .milliseconds(20)
        client.handleTimeout(now: now)
        server.handleTimeout(now: now)
        client.drainEverything()
        server.drainEverything()
    }

    private mutating func offer(_ text: String) {
        guard let offer = try? SessionDescription(parsing: text) else { return }
        guard (try? server.setOffer(offer, now: now)) != nil else { return }
        let answer = server.makeAnswer()
        precondition(answer.media.count >= offer.media.count, "an answer lacks sections of its offer")
    }

    private mutating func answer(_ text: String) {
        guard let answer = try? SessionDescription(parsing: text) else { return }
        try? client.setAnswer(answer, now: now)
    }
}
