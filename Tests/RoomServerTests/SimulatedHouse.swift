import Contract
import Foundation
import Room
import RoomServer
import Secure
import Simulation
import Testing
import Timing
import Token
import Wire

/// A switchboard and its clients in virtual time: datagrams cross a simulated network, signalling arrives at once and
/// in order.
final class SimulatedHouse {
    static let address = TransportAddress(ip: .v4(0x0A00_0001), port: 7882)
    static let secret = "a secret that is long enough for a signature"
    /// Milliseconds since 1970 at the beginning.
    static let epoch: Int64 = 1_790_000_000_000

    var board: Switchboard
    var guests: [SimulatedGuest] = []
    var network: SimulatedNetwork
    var clock = ManualClock()
    /// Binary messages that are no guest's, by connection: workers read them here.
    var workerInbox: [ConnectionID: [[UInt8]]] = [:]
    /// What the server complained of; that there is something fails the test unless it is tolerated.
    var faults: [String] = []
    var toleratesFaults = false
    private let seed: UInt64
    private var boardTimeout: Instant?

    init(
        seed: UInt64 = 1, conditions: NetworkConditions = .clean,
        _ configure: (inout SwitchboardConfiguration) -> Void = { _ in }
    ) throws {
        self.seed = seed
        var configuration = SwitchboardConfiguration(
            secrets: ["key": Self.secret], addresses: [Self.address], certificate: try .selfSigned(),
            random: SeededGenerator(seed: seed))
        configure(&configuration)
        board = Switchboard(configuration, now: .origin)
        board.advance(to: .origin, wallClock: Self.epoch)
        network = SimulatedNetwork(seed: seed, conditions: conditions)
    }

    var date: Date { Date(timeIntervalSince1970: Double(Self.epoch) / 1000 + (clock.now - .origin).inSeconds) }

    func token(_ identity: String, grant: VideoGrant) throws -> String {
        try AccessToken(identity: identity, grants: grant).signed(key: "key", secret: Self.secret, now: date)
    }

    /// A client that has not joined yet.
    func guest(
        _ identity: String, room: String = "room", grant: VideoGrant? = nil, topology: Topology? = nil
    ) throws -> SimulatedGuest {
        try guest(token: token(identity, grant: grant ?? .join(room)), topology: topology)
    }

    func guest(token: String, topology: Topology? = nil) throws -> SimulatedGuest {
        let number = UInt32(guests.count + 2)
        let address = TransportAddress(ip: .v4(0x0A00_0000 + number), port: 4000)
        let configuration = RoomConfiguration(
            token: token, certificate: try .selfSigned(),
            localAddresses: [address], topology: topology, random: SeededGenerator(seed: seed &+ UInt64(number)))
        let guest = SimulatedGuest(Room(configuration, now: clock.now), address: address, number: UInt64(number))
        guests.append(guest)
        return guest
    }

    /// Whether somebody is in the room under this session id.
    func holds(_ sid: String) -> Bool {
        board.listParticipants("room").participants.contains { $0.sid == sid }
    }

    /// Runs until `duration` has passed, always the earliest of wires and timers first.
    func run(for duration: Duration) {
        let end = clock.now + duration
        while true {
            drain()
            var soonest = Soonest<String>()
            soonest.consider(network.nextArrival, "network")
            soonest.consider(boardTimeout, "server")
            for guest in guests { soonest.consider(guest.timeout, "guest") }
            guard let next = soonest.instant, next <= end else { break }
            advance(to: max(next, clock.now))
            for datagram in network.deliver(now: clock.now) { deliver(datagram) }
            board.handleTimeout()
            for guest in guests { guest.room.handle(.timeout, now: clock.now) }
        }
        advance(to: end)
    }

    func advance(to instant: Instant) {
        clock.advance(to: instant)
        board.advance(to: clock.now, wallClock: Self.epoch + (clock.now - .origin).nanoseconds / 1_000_000)
    }

    private func deliver(_ datagram: Datagram) {
        if datagram.local == Self.address {
            board.handle(datagram)
        } else {
            let guest = guests.first { $0.address == datagram.local || $0.secondAddress == datagram.local }
            guard let guest, !guest.isUnreachable else { return }
            guest.room.handle(.datagram(datagram), now: clock.now)
        }
    }

    /// Lets everybody say what they have to say, until nobody does.
    func drain() {
        var isBusy = true
        while isBusy {
            isBusy = drainBoard()
            for guest in guests where drain(guest) { isBusy = true }
        }
    }

    private func drainBoard() -> Bool {
        var isBusy = false
        while true {
            switch board.pollOutput() {
            case .send(let connection, let bytes):
                if let guest = guests.first(where: { $0.connection == connection }) {
                    guest.room.handle(.signal(bytes), now: clock.now)
                } else {
                    workerInbox[connection, default: []].append(bytes)
                }
            case .close(let connection): close(connection)
            case .transmit(let datagram): network.send(datagram, now: clock.now)
            case .fault(let text):
                faults.append(text)
                if !toleratesFaults { Issue.record("the server let a client go: \(text)") }
            case .timeout(let instant):
                boardTimeout = instant
                return isBusy
            }
            isBusy = true
        }
    }

    /// The guest's socket breaks, and both ends notice.
    func cut(_ guest: SimulatedGuest) {
        guard let connection = guest.connection else { return }
        board.handleClose(of: connection)
        guest.connection = nil
        guest.room.handle(.signalClosed(reason: "cut"), now: clock.now)
    }

    private func close(_ connection: ConnectionID) {
        guard let guest = guests.first(where: { $0.connection == connection }) else { return }
        guest.connection = nil
        guest.room.handle(.signalClosed(reason: "closed"), now: clock.now)
    }

    private func drain(_ guest: SimulatedGuest) -> Bool {
        var isBusy = false
        while true {
            switch guest.room.pollOutput() {
            case .openSignal(let path, let query, let token): open(guest, path, query, token)
            case .sendSignal(let bytes):
                if let connection = guest.connection { board.handle(bytes, from: connection) }
            case .closeSignal:
                if let connection = guest.connection { board.handleClose(of: connection) }
                guest.connection = nil
            case .bindSockets: guest.room.handle(.socketsBound([guest.secondAddress]), now: clock.now)
            case .resolve(let host): guest.room.handle(.resolved(host: host, []), now: clock.now)
            case .transmit(let datagram):
                guard !guest.isUnreachable else { continue }
                if datagram.payload.starts(with: [0x00, 0x01]) { guest.check = datagram.payload }
                network.send(datagram, now: clock.now)
            case .event(let event): guest.events.append(event)
            case .timeout(let instant):
                guest.timeout = instant
                return isBusy
            }
            isBusy = true
        }
    }

    private func open(_ guest: SimulatedGuest, _ path: String, _ query: [QueryItem], _ token: String) {
        do {
            let parameters = Dictionary(query.map { ($0.name, $0.value) }) { first, _ in first }
            let admission = try board.admit(GuestRequest(path: path, query: parameters, token: token))
            let connection = ConnectionID(number: guest.number * 1000 + UInt64(guest.joins))
            guest.joins += 1
            guest.connection = connection
            guest.room.handle(.signalOpened, now: clock.now)
            board.enter(admission, on: connection)
        } catch {
            guest.room.handle(.signalRefused(status: error.status, reason: error.text), now: clock.now)
        }
    }
}
