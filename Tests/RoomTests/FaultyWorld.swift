import Contract
import Peer
import Room
import Simulation
import SwiftProtobuf
import Timing

/// A good server in a bad world: it serves a room whose socket, path and company change at random.
struct FaultyWorld {
    let stage: RoomStage
    /// Who is there, by identity, with the version of what is said of them.
    private(set) var people: [String: UInt32] = ["ann": 1]
    private var random: SeededGenerator
    /// Requests for sockets that were dealt with.
    private var served = 0
    /// Offers of the present socket that were answered.
    private var answered: UInt32 = 0
    /// In a row.
    private var refusals = 0
    /// A socket is open, and the server has begun to speak.
    private var isLive = false

    init(_ topology: Topology, seed: UInt64) throws {
        stage = try RoomStage(seed: seed, topology: topology)
        stage.letsResume = true
        random = SeededGenerator(seed: seed)
        stage.connect()
        if topology == .dual { stage.bindSockets() }
    }

    /// One moment, with a fault in it or not.
    mutating func step(isFaulty: Bool) throws {
        if isFaulty { strike() } else { stage.restorePath() }
        try serve(isFaulty: isFaulty)
        try serveOffers()
        stage.run(for: .milliseconds(Int.random(in: 50...800, using: &random)))
    }

    private mutating func strike() {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: drop { $0.lose() }
        case 1: drop { $0.signal(.leave(.with { $0.action = .resume })) }
        case 2: drop { $0.signal(.leave(.with { $0.action = .reconnect })) }
        case 3: stage.cutPath()
        case 4...9: stage.restorePath()
        case 10...13: change("guest-\(Int.random(in: 0..<4, using: &random))")
        default: break
        }
    }

    private mutating func drop(_ how: (RoomStage) -> Void) {
        guard isLive else { return }
        isLive = false
        how(stage)
    }

    /// Somebody comes, goes, or is described anew; who is away hears of it later.
    private mutating func change(_ identity: String) {
        let version = people.removeValue(forKey: identity)
        if version == nil || random.next().isMultiple(of: 2) { people[identity] = (version ?? 0) + 1 }
        guard isLive else { return }
        stage.update(
            people[identity].map { People.someone(identity, version: $0) } ?? People.gone(identity))
    }

    private var others: [Livekit_ParticipantInfo] { people.map { People.someone($0.key, version: $0.value) } }

    private mutating func serve(isFaulty: Bool) throws {
        if stage.openings.count == served { return }
        served = stage.openings.count
        answered = 0
        if isFaulty, refusals < 2, Int.random(in: 0..<5, using: &random) == 0 {
            refusals += 1
            return stage.refuse(503, "busy")
        }
        refusals = 0
        let request = stage.openings[served - 1]
        let isResumed = request.joinRequest?.reconnect ?? request.query.contains { $0.name == "reconnect" }
        guard !isResumed || (stage.server?.isClosed == false && stage.offering?.isClosed != true) else {
            return stage.signal(.leave(.with { $0.action = .reconnect }))
        }
        isLive = true
        if isResumed {
            stage.takeUp(others: others)
            if request.path == "/rtc" { try stage.offer(restarting: true) }
        } else if request.path == "/rtc" {
            stage.offering = nil
            stage.joinDual(others: others)
            try stage.offer()
        } else {
            stage.join(others: others)
        }
    }

    private mutating func serveOffers() throws {
        guard isLive, stage.openings.count == served, let offer = stage.newestOffer, offer.id != answered else {
            return
        }
        answered = offer.id
        try stage.answer()
    }
}
