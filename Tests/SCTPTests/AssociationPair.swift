import SCTP
import Simulation
import Testing
import Timing
import Wire

/// Two associations and the network between them, in virtual time.
struct AssociationPair {
    /// Index into the pair.
    enum End: Int, CaseIterable {
        case client = 0
        case server = 1

        var other: End { self == .client ? .server : .client }
    }

    var ends: [Association]
    var network: SimulatedNetwork
    var clock = ManualClock()
    /// What each end reported, packets aside.
    var events: [[SCTPOutput]] = [[], []]
    /// Packets each end sent.
    var packets: [[[UInt8]]] = [[], []]
    /// Packets with these numbers, counted per sender from zero, vanish.
    var dropped: [Set<Int>] = [[], []]

    init(
        seed: UInt64 = 1, conditions: NetworkConditions = .clean,
        parameters: ProtocolParameters = ProtocolParameters(), clientParameters: ProtocolParameters? = nil
    ) {
        ends = [
            Association(
                role: .client, parameters: clientParameters ?? parameters, random: SeededGenerator(seed: seed)),
            Association(role: .server, parameters: parameters, random: SeededGenerator(seed: ~seed)),
        ]
        network = SimulatedNetwork(seed: seed, conditions: conditions)
    }

    var now: Instant { clock.now }

    subscript(end: End) -> Association {
        get { ends[end.rawValue] }
        set { ends[end.rawValue] = newValue }
    }

    func events(of end: End) -> [SCTPOutput] { events[end.rawValue] }

    func messages(of end: End) -> [[UInt8]] {
        events(of: end).compactMap { if case .message(_, _, let bytes, _) = $0 { bytes } else { nil } }
    }

    func isConnected(_ end: End) -> Bool { events(of: end).contains(.connected) }

    static func address(of end: End) -> TransportAddress {
        TransportAddress(ip: .v4(0x0A00_0001 + UInt32(end.rawValue)), port: 5000)
    }

    mutating func start(_ starters: End...) {
        for end in starters { self[end].start(now: now) }
        drain()
    }

    /// Both ends started and connected.
    static func connected(
        seed: UInt64 = 1, conditions: NetworkConditions = .clean,
        parameters: ProtocolParameters = ProtocolParameters()
    ) -> AssociationPair {
        var pair = AssociationPair(seed: seed, conditions: conditions, parameters: parameters)
        pair.start(.client, .server)
        pair.run(for: .seconds(120)) { $0.isConnected(.client) && $0.isConnected(.server) }
        return pair
    }

    /// Hands over what the ends want sent, and notes what they report.
    mutating func drain() {
        for end in End.allCases {
            while let output = self[end].pollOutput() {
                guard case .transmit(let packet) = output else {
                    events[end.rawValue].append(output)
                    continue
                }
                transmit(packet, from: end)
            }
        }
    }

    private mutating func transmit(_ packet: [UInt8], from end: End) {
        let number = packets[end.rawValue].count
        packets[end.rawValue].append(packet)
        guard !dropped[end.rawValue].contains(number) else { return }
        network.send(
            Datagram(local: Self.address(of: end), remote: Self.address(of: end.other), payload: packet), now: now)
    }

    /// Lets time pass, event by event, until `isDone` or `limit`; fails when the ends spin without time passing.
    mutating func run(for limit: Duration, until isDone: (AssociationPair) -> Bool = { _ in false }) {
        let deadline = now + limit
        var idleSteps = 0
        drain()
        while !isDone(self) {
            let next = [network.nextArrival, self[.client].timeout, self[.server].timeout].compactMap { $0 }.min()
            guard let next, next <= deadline else { return clock.advance(to: deadline) }
            idleSteps = next > now ? 0 : idleSteps + 1
            guard idleSteps < 10_000 else {
                Issue.record("the ends spin at \(now)")
                return
            }
            clock.advance(to: next)
            step()
        }
    }

    private mutating func step() {
        for datagram in network.deliver(now: now) {
            let end: End = datagram.local == Self.address(of: .client) ? .client : .server
            self[end].handle(datagram.payload, now: now)
            drain()
        }
        for end in End.allCases {
            self[end].handleTimeout(now: now)
        }
        drain()
    }
}
