import Contract
import Foundation
import ICE
import Peer
import Room
import SDP
import Secure
import Simulation
import SwiftProtobuf
import Timing
import Wire

/// A room whose server is the test: what it asks of its driver is kept, signalling is scripted, time is virtual. Behind
/// the signalling stands a real answering peer, so that the room can be brought to `.connected`.
final class RoomStage {
    static let address = TransportAddress(ip: .v4(0x0A00_0002), port: 4000)
    /// Of the sockets bound for the dual topology.
    static let subscriberAddress = TransportAddress(ip: .v4(0x0A00_0002), port: 4001)
    /// One port for every connection: the server goes by the other end's.
    static let serverAddress = TransportAddress(ip: .v4(0x0A00_0001), port: 7882)

    var room: Room
    /// The server's end of the media connection, made anew by every `answer()` to a session's first offer.
    var server: Peer?
    /// The server's end of the connection that it offers, in the dual topology.
    var offering: Peer?
    private var clock = ManualClock()
    private var network: SimulatedNetwork
    /// Answers every request for a socket; nil leaves it unanswered.
    var onOpen: ((RoomStage) -> Void)?

    private(set) var openings: [SocketRequest] = []
    private(set) var closings = 0
    private(set) var bindings = 0
    private(set) var lookups: [String] = []
    private(set) var transmitted: [Datagram] = []
    private(set) var requests: [Livekit_SignalRequest] = []
    private(set) var events: [RoomEvent] = []
    /// Packets of our sound that reached the server.
    private(set) var framesArrived = 0
    /// What the room sent on its data channels, as it reached the server.
    private(set) var messages: [(label: String, bytes: [UInt8])] = []
    private(set) var timeout: Instant?
    private let seed: UInt64
    private var serverTimeouts: [Instant?] = []
    /// The server's descriptions do not tell its address.
    var hidesAddress = false
    /// What the server's `client_configuration` says of resuming.
    var letsResume = false

    convenience init(seed: UInt64 = 1, topology: Topology? = nil, policy: TransportPolicy = .all) throws {
        let configuration = RoomConfiguration(
            token: "token 1", certificate: try .selfSigned(), localAddresses: [Self.address],
            topology: topology, transportPolicy: policy, random: SeededGenerator(seed: seed))
        self.init(configuration: configuration, seed: seed)
    }

    init(configuration: RoomConfiguration, seed: UInt64 = 1) {
        self.seed = seed
        network = SimulatedNetwork(seed: seed)
        room = Room(configuration, now: .origin)
    }

    /// A stage whose room is connected, with these others in it.
    static func connected(others: [Livekit_ParticipantInfo] = [], seed: UInt64 = 1) throws -> RoomStage {
        let stage = try RoomStage(seed: seed)
        stage.connect()
        stage.join(others: others)
        try stage.answer()
        stage.run(for: .seconds(1))
        return stage
    }

    var now: Instant { clock.now }

    /// How much has happened: everything sent, asked for and told.
    var happenings: Int { network.sent + requests.count + openings.count + closings + events.count }

    /// From now on the media path loses everything.
    func cutPath() {
        network.isDown = true
    }

    /// The media path works again.
    func restorePath() {
        network.isDown = false
    }

    // MARK: What the room's owner does

    func connect() {
        room.connect(now: clock.now)
        drain()
    }

    // MARK: What the server does

    func signal(_ message: Livekit_SignalResponse.OneOf_Message) {
        let response = Livekit_SignalResponse.with { $0.message = message }
        signal(bytes: (try? response.serializedBytes()) ?? [])
    }

    func signal(bytes: [UInt8]) {
        room.handle(.signal(bytes), now: clock.now)
        drain()
    }

    func refuse(_ status: Int?, _ reason: String = "") {
        room.handle(.signalRefused(status: status, reason: reason), now: clock.now)
        drain()
    }

    func lose(_ reason: String = "cut") {
        room.handle(.signalClosed(reason: reason), now: clock.now)
        drain()
    }

    func join(others: [Livekit_ParticipantInfo] = [], ping: Int32 = 0, patience: Int32 = 0) {
        let letsResume = letsResume
        join {
            $0.otherParticipants = others
            $0.pingInterval = ping
            $0.pingTimeout = patience
            $0.clientConfiguration.resumeConnection = letsResume ? .unset : .disabled
        }
    }

    /// - Parameter fill: what the message says beside the names.
    func join(_ fill: (inout Livekit_JoinResponse) -> Void) {
        room.handle(.signalOpened, now: clock.now)
        signal(
            .join(
                .with {
                    $0.room.name = "room"
                    $0.participant.sid = "PA_me"
                    $0.participant.identity = "me"
                    fill(&$0)
                }))
    }

    func update(_ participants: Livekit_ParticipantInfo...) {
        signal(.update(.with { $0.participants = participants }))
    }

    /// Answers the newest offer with a peer that works.
    /// - Parameter id: instead of the offer's own.
    func answer(tracks: [String: String] = [:], id: UInt32? = nil) throws {
        guard let offer = newestOffer else { return }
        if server == nil || offer.id == 1 { server = try makeServer(.answerer) }
        try server?.setOffer(SDP.SessionDescription(parsing: offer.sdp), now: clock.now)
        let answer = server?.makeAnswer()
        signal(
            .answer(
                .with {
                    $0.type = "answer"
                    $0.sdp = answer.map(text(of:)) ?? ""
                    $0.id = id ?? offer.id
                    $0.midToTrackID = tracks
                }))
    }

    /// A description of the server's, as it goes over the wire.
    func text(of description: SDP.SessionDescription) -> String {
        let lines = description.description.components(separatedBy: "\r\n")
        return lines.filter { !hidesAddress || !$0.hasPrefix("a=candidate") }.joined(separator: "\r\n")
    }

    func makeServer(_ role: PeerConfiguration.Role) throws -> Peer {
        var peer = Peer(
            PeerConfiguration(
                role: role, mode: .lite, certificate: try .selfSigned(),
                random: SeededGenerator(seed: role == .offerer ? ~seed : seed &+ 1000)),
            now: clock.now)
        peer.addLocalAddress(Self.serverAddress, preference: .max, now: clock.now)
        return peer
    }

    /// A data packet from the server, on one of the two channels.
    func data(_ packet: Livekit_DataPacket, on label: String = "_reliable") throws {
        try server?.send(packet.serializedBytes(), on: label, now: clock.now)
        run(for: .milliseconds(100))
    }

    // MARK: Time

    /// Runs until `duration` has passed, always the earliest of wires and timers first.
    func run(for duration: Duration) {
        let end = clock.now + duration
        while true {
            drain()
            var soonest = Soonest<String>()
            soonest.consider(network.nextArrival, "network")
            for timeout in serverTimeouts { soonest.consider(timeout, "server") }
            soonest.consider(timeout, "room")
            guard let next = soonest.instant, next <= end else { break }
            clock.advance(to: max(next, clock.now))
            for datagram in network.deliver(now: clock.now) {
                deliver(datagram)
            }
            server?.handleTimeout(now: clock.now)
            offering?.handleTimeout(now: clock.now)
            room.handle(.timeout, now: clock.now)
        }
        clock.advance(to: end)
    }

    private func deliver(_ datagram: Datagram) {
        switch (datagram.local, datagram.remote) {
        case (Self.serverAddress, Self.subscriberAddress): offering?.handle(datagram, now: clock.now)
        case (Self.serverAddress, _): server?.handle(datagram, now: clock.now)
        default: room.handle(.datagram(datagram), now: clock.now)
        }
    }

    /// Wakes the room at `instant`, now or later, and at nothing before.
    func wake(at instant: Instant) {
        clock.advance(to: instant)
        room.handle(.timeout, now: clock.now)
        drain()
    }

    func drain() {
        while drainRoom() {}
        serverTimeouts = []
        drainServers()
    }

    private func drainRoom() -> Bool {
        var isBusy = false
        while true {
            switch room.pollOutput() {
            case .openSignal(let path, let query, let token):
                openings.append(
                    SocketRequest(path: path, query: query, token: token, at: clock.now, offersBefore: offers.count))
                onOpen?(self)
            case .sendSignal(let bytes):
                if let request = try? Livekit_SignalRequest(serializedBytes: bytes) { requests.append(request) }
            case .closeSignal: closings += 1
            case .bindSockets: bindings += 1
            case .resolve(let host): lookups.append(host)
            case .transmit(let datagram):
                transmitted.append(datagram)
                network.send(datagram, now: clock.now)
            case .event(let event): events.append(event)
            case .timeout(let instant):
                timeout = instant
                return isBusy
            }
            isBusy = true
        }
    }

    private func drainServers() {
        while let output = server?.pollOutput() {
            if case .timeout(let instant) = output {
                serverTimeouts.append(instant)
                break
            }
            take(output)
        }
        while let output = offering?.pollOutput() {
            if case .timeout(let instant) = output {
                serverTimeouts.append(instant)
                break
            }
            take(output)
        }
    }

    private func take(_ output: PeerOutput) {
        switch output {
        case .transmit(let datagram): network.send(datagram, now: clock.now)
        case .event(.message(let label, let bytes)): messages.append((label, bytes))
        case .event(.media): framesArrived += 1
        case .event, .timeout: break
        }
    }
}
