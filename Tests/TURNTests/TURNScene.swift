import STUN
import Simulation
import TURN
import TURNSimulation
import Timing
import Wire

/// An allocation, its server, a peer beyond it and the network between them, in virtual time.
struct TURNScene {
    static let client = TransportAddress(ip: .v4(0x0A00_0001), port: 5000)
    static let peer = TransportAddress(ip: .v4(0xC633_6407), port: 6000)

    var allocation: Allocation
    var servers: [SimulatedTURNServer]
    var network: SimulatedNetwork
    private(set) var clock = ManualClock()
    /// What the peer got, as it sees it.
    private(set) var atPeer: [Datagram] = []
    /// What the allocation returned of peers.
    private(set) var received: [RelayedDatagram] = []
    private(set) var failures: [AllocationError] = []
    private(set) var sent: [Datagram] = []

    var now: Instant { clock.now }
    var server: SimulatedTURNServer {
        get { servers[0] }
        set { servers[0] = newValue }
    }

    init(
        transport: TransportProtocol = .udp, password: String = "secret", seed: UInt64 = 1,
        conditions: NetworkConditions = .clean
    ) {
        let address = TransportAddress(ip: .v4(0xCB00_7101), port: 3478)
        servers = [SimulatedTURNServer(address, passwords: ["me": "secret"])]
        network = SimulatedNetwork(seed: seed, conditions: conditions)
        let configuration = AllocationConfiguration(
            server: address, local: Self.client, transport: transport,
            credentials: TURNCredentials(username: "me", password: password))
        allocation = Allocation(configuration, random: SeededGenerator(seed: seed))
    }

    /// An allocation that is ready.
    static func allocated(
        transport: TransportProtocol = .udp, seed: UInt64 = 1, conditions: NetworkConditions = .clean
    ) -> TURNScene {
        var scene = TURNScene(transport: transport, seed: seed, conditions: conditions)
        scene.allocation.start(now: scene.now)
        scene.run(for: .seconds(20)) { $0.allocation.state == .allocated }
        return scene
    }

    mutating func drain() {
        while let output = allocation.pollOutput() {
            switch output {
            case .transmit(let datagram): transmit(datagram)
            case .allocated: break
            case .failed(let error): failures.append(error)
            }
        }
    }

    mutating func transmit(_ datagram: Datagram) {
        sent.append(datagram)
        network.send(datagram, now: now)
    }

    /// Sends to the peer through the allocation.
    mutating func send(_ payload: [UInt8], to peer: TransportAddress = Self.peer) {
        if let datagram = allocation.wrap(payload, for: peer, now: now) { transmit(datagram) }
        drain()
    }

    /// The peer sends to the relayed address.
    mutating func peerSends(_ payload: [UInt8], from peer: TransportAddress = Self.peer) {
        guard let relayed = allocation.relayed else { return }
        network.send(Datagram(local: peer, remote: relayed, payload: payload), now: now)
    }

    @discardableResult
    mutating func run(for duration: Duration, until condition: (TURNScene) -> Bool = { _ in false }) -> Bool {
        let end = now + duration
        drain()
        while !condition(self) {
            guard let due = [network.nextArrival, allocation.timeout].compactMap(\.self).min(), due <= end else {
                clock.advance(to: end)
                return condition(self)
            }
            clock.advance(to: due)
            for datagram in network.deliver(now: now) { deliver(datagram) }
            allocation.handleTimeout(now: now)
            drain()
        }
        return true
    }

    private mutating func deliver(_ datagram: Datagram) {
        if datagram.local == Self.client {
            if let relayed = allocation.handle(datagram.payload, now: now) { received.append(relayed) }
        } else if let index = servers.firstIndex(where: { $0.owns(datagram.local) }) {
            for answer in servers[index].handle(datagram, now: now) { network.send(answer, now: now) }
        } else {
            atPeer.append(datagram)
        }
    }

    /// The methods of the requests sent, retransmissions included.
    func count(of method: UInt16) -> Int {
        sent.count { STUNMessage(parsing: $0.payload).map { $0.type == .request && $0.method == method } ?? false }
    }
}

extension TURNScene: CustomStringConvertible {
    var description: String { "\(allocation.state) at \(now)" }
}
