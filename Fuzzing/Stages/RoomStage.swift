import Contract
import Foundation
import Peer
import Room
import SDP
import Secure
import Simulation
import SwiftProtobuf
import Timing
import Wire

/// A room whose server is the script; behind the signalling stands a real peer, so that the room can be connected.
struct RoomStage: ~Copyable {
    /// Far above what one step may cause.
    private static let outputLimit = 50_000

    private var room: Room
    private var server: Peer?
    private var now = Instant.origin
    /// The newest offer that the room has sent.
    private var offer: Livekit_SessionDescription?
    private var toServer: [Datagram] = []

    init() throws {
        let certificate = try PeerSeeds.sharedCertificate()
        room = Room(
            RoomConfiguration(
                token: "token", certificate: certificate, localAddresses: [PeerSeeds.clientAddress],
                random: SeededGenerator(seed: 1)), now: .origin)
        _ = room.publishAudio(name: "voice", now: now)
        room.connect(now: now)
        room.handle(.signalOpened, now: now)
        drain()
    }

    /// What the server or the network does.
    mutating func take(_ step: Script.Step) {
        let time = Duration.milliseconds(20 * Int(step.bytes.first ?? 1))
        switch step.kind % 8 {
        case 0, 1: room.handle(.signal(step.bytes), now: now)
        case 2: pass(time)
        case 3: room.handle(.signalClosed(reason: step.text), now: now)
        case 4: room.handle(.signalOpened, now: now)
        case 5: room.handle(.signalRefused(status: Int(step.bytes.first ?? 0) * 4, reason: step.text), now: now)
        case 6: _ = room.publishAudio(name: step.text, now: now)
        default: room.handle(.datagram(fromServer(step.bytes)), now: now)
        }
        drain()
    }

    /// What the other participants send on the data channels.
    mutating func takeData(_ step: Script.Step) {
        switch step.kind % 3 {
        case 0: try? server?.send(step.bytes, on: "_reliable", now: now)
        case 1: try? server?.send(step.bytes, on: "_lossy", now: now)
        default: pass(.milliseconds(20 * Int(step.bytes.first ?? 1)))
        }
        for _ in 0..<3 { exchange() }
    }

    /// Lets the room in and connects it. `false`: it does not connect.
    mutating func connect() -> Bool {
        guard let join = try? RoomSeeds.join() else { return false }
        room.handle(.signal(join), now: now)
        drain()
        guard (try? answer()) != nil else { return false }
        for _ in 0..<200 where !room.isConnected {
            pass(.milliseconds(10))
            exchange()
        }
        return room.isConnected
    }

    private mutating func answer() throws {
        var peer = try PeerSeeds.server()
        guard let offer else { throw FarEnd.Failure.notConnected }
        try peer.setOffer(SDP.SessionDescription(parsing: offer.sdp), now: now)
        let text = peer.makeAnswer().description
        server = consume peer
        let answer = Livekit_SignalResponse.with {
            $0.answer.type = "answer"
            $0.answer.sdp = text
            $0.answer.id = offer.id
        }
        room.handle(.signal(try answer.serializedBytes()), now: now)
        drain()
    }

    private func fromServer(_ payload: [UInt8]) -> Datagram {
        Datagram(local: PeerSeeds.clientAddress, remote: PeerSeeds.serverAddress, payload: payload)
    }

    private mutating func pass(_ time: Duration) {
        now += time
        room.handle(.timeout, now: now)
        server?.handleTimeout(now: now)
        drain()
    }

    /// Carries datagrams both ways.
    private mutating func exchange() {
        for datagram in toServer { server?.handle(datagram, now: now) }
        toServer = []
        for datagram in server?.drainEverything() ?? [] { room.handle(.datagram(datagram), now: now) }
        drain()
    }

    private mutating func drain() {
        for _ in 0..<Self.outputLimit {
            switch room.pollOutput() {
            case .openSignal(_, let query, _): readJoinRequest(query)
            case .sendSignal(let bytes): readRequest(bytes)
            case .transmit(let sent): keep(sent)
            case .timeout: return
            default: break
            }
        }
        fatalError("the output has no end")
    }

    /// Only what is still to be delivered is kept.
    private mutating func keep(_ sent: Datagram) {
        guard server != nil, toServer.count < Self.outputLimit else { return }
        toServer.append(
            Datagram(local: sent.remote, remote: sent.local, transport: sent.transport, payload: sent.payload))
    }

    private mutating func readRequest(_ bytes: [UInt8]) {
        guard let request = try? Livekit_SignalRequest(serializedBytes: bytes) else { return }
        if case .offer(let newest)? = request.message { offer = newest }
    }

    private mutating func readJoinRequest(_ query: [QueryItem]) {
        guard let join = query.first(where: { $0.name == "join_request" })?.value else { return }
        let base64 = join.replacing("-", with: "+").replacing("_", with: "/")
        guard let data = Data(base64Encoded: base64 + String(repeating: "=", count: -base64.utf8.count & 3)),
            let wrapped = try? Livekit_WrappedJoinRequest(serializedBytes: [UInt8](data)),
            let request = try? Livekit_JoinRequest(serializedBytes: wrapped.joinRequest)
        else { return }
        offer = request.publisherOffer
    }
}
