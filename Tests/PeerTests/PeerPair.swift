import Peer
import RTP
import SDP
import Secure
import Simulation
import TURNSimulation
import Timing
import Wire

/// An offerer and an answerer joined by a simulated network, run in virtual time.
///
/// OpenSSL reads its own clock for retransmitting a flight, so that networks that lose the handshake are not repeatable
/// to the millisecond; everything else is.
struct PeerPair: ~Copyable {
    static let offererAddress = TransportAddress(ip: .v4(0x0A00_0001), port: 4000)
    static let answererAddress = TransportAddress(ip: .v4(0x0A00_0002), port: 7882)

    var offerer: Peer
    var answerer: Peer
    var network: SimulatedNetwork
    /// A TURN server beside them.
    var server: SimulatedTURNServer?
    var clock = ManualClock()
    var offererEvents: [PeerEvent] = []
    var answererEvents: [PeerEvent] = []

    /// - Parameter offering: what the offerer is; the answerer is the other.
    init(
        seed: UInt64 = 1, conditions: NetworkConditions = .clean, offering: PeerConfiguration.Mode = .full,
        redundancy: (offerer: Redundancy, answerer: Redundancy) = (.off, .off)
    ) throws {
        var configuration = PeerConfiguration(
            role: .offerer, mode: offering, certificate: try .selfSigned(), random: SeededGenerator(seed: seed))
        configuration.redundancy = redundancy.offerer
        var offerer = Peer(configuration, now: .origin)
        configuration = PeerConfiguration(
            role: .answerer, mode: offering == .full ? .lite : .full, certificate: try .selfSigned(),
            random: SeededGenerator(seed: seed + 1))
        configuration.redundancy = redundancy.answerer
        var answerer = Peer(configuration, now: .origin)
        offerer.addLocalAddress(Self.offererAddress, preference: .max, now: .origin)
        answerer.addLocalAddress(Self.answererAddress, preference: .max, now: .origin)
        self.offerer = offerer
        self.answerer = answerer
        network = SimulatedNetwork(seed: seed, conditions: conditions)
    }

    /// One round of offer and answer, through text as on the wire.
    mutating func negotiate() throws {
        let offer = try SessionDescription(parsing: offerer.makeOffer().description)
        try answerer.setOffer(offer, now: clock.now)
        let answer = try SessionDescription(parsing: answerer.makeAnswer().description)
        try offerer.setAnswer(answer, now: clock.now)
        drain()
    }

    /// Runs until `deadline`, always the earliest of wires and timers first.
    mutating func run(for duration: Duration) {
        let end = clock.now + duration
        while true {
            let (left, right) = drain()
            var soonest = Soonest<String>()
            soonest.consider(network.nextArrival, "network")
            soonest.consider(left, "offerer")
            soonest.consider(right, "answerer")
            guard let next = soonest.instant, next <= end else { break }
            clock.advance(to: max(next, clock.now))
            for datagram in network.deliver(now: clock.now) {
                deliver(datagram)
            }
            offerer.handleTimeout(now: clock.now)
            answerer.handleTimeout(now: clock.now)
        }
        clock.advance(to: end)
    }

    private mutating func deliver(_ datagram: Datagram) {
        if server?.owns(datagram.local) == true {
            for answer in server?.handle(datagram, now: clock.now) ?? [] { network.send(answer, now: clock.now) }
        } else if datagram.local.ip == Self.offererAddress.ip {
            offerer.handle(datagram, now: clock.now)
        } else {
            answerer.handle(datagram, now: clock.now)
        }
    }

    @discardableResult
    mutating func drain() -> (offerer: Instant?, answerer: Instant?) {
        (
            Self.drain(&offerer, &network, &offererEvents, clock.now),
            Self.drain(&answerer, &network, &answererEvents, clock.now)
        )
    }

    private static func drain(
        _ peer: inout Peer, _ network: inout SimulatedNetwork, _ events: inout [PeerEvent], _ now: Instant
    ) -> Instant? {
        while true {
            switch peer.pollOutput() {
            case .transmit(let datagram): network.send(datagram, now: now)
            case .event(let event): events.append(event)
            case .timeout(let instant): return instant
            }
        }
    }
}

extension [PeerEvent] {
    var packets: [RTPPacket] {
        compactMap { if case .media(_, let packet) = $0 { packet } else { nil } }
    }

    var messages: [[UInt8]] {
        compactMap { if case .message(_, let bytes) = $0 { bytes } else { nil } }
    }

    var isConnected: Bool { contains { if case .connected = $0 { true } else { false } } }

    var openChannels: Set<String> {
        Set(compactMap { if case .channelOpened(let label) = $0 { label } else { nil } })
    }

    var failure: PeerFailure?? {
        compactMap { if case .closed(let failure) = $0 { .some(failure) } else { nil } }.first
    }
}
