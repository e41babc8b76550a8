import Peer
import SCTP
import STUN
import Secure
import Timing
import Wire

/// A server's end of a peer connection, and a client played by hand: it shakes hands as it should, and then says what the
/// script holds, signed and encrypted with the right keys.
struct PeerStage: ~Copyable {
    private static let stranger = TransportAddress(ip: .v4(0x0A00_0003), port: 9)

    private var peer: Peer
    private var far: FarEnd
    private var now = Instant.origin

    init() throws {
        var server = try PeerSeeds.server()
        let client = try FarEnd(joining: &server)
        peer = server
        far = client
        for _ in 0..<50 where !isConnected { exchange() }
    }

    var isConnected: Bool { peer.isConnected && far.isReady }

    mutating func take(_ step: Script.Step) {
        switch step.kind % 8 {
        case 0: deliver(far.protect(rtp: step.bytes))
        case 1: deliver(far.protect(rtcp: step.bytes))
        case 2: deliver(far.encrypt(far.chunks(step.bytes)))
        case 3: deliver(far.check(step.bytes))
        case 4: deliver([step.bytes])
        case 5: now += .milliseconds(10 * Int(step.bytes.first ?? 1))
        case 6: deliver([step.bytes], from: Self.stranger)
        default: peer.addRemoteCandidate(step.text, now: now)
        }
        peer.handleTimeout(now: now)
        peer.drainEverything()
    }

    private mutating func deliver(_ payloads: [[UInt8]], from remote: TransportAddress = PeerSeeds.clientAddress) {
        for payload in payloads {
            peer.handle(Datagram(local: PeerSeeds.serverAddress, remote: remote, payload: payload), now: now)
        }
    }

    /// 10 ms of the handshakes.
    private mutating func exchange() {
        now += .milliseconds(10)
        deliver(far.proceed(now: now))
        peer.handleTimeout(now: now)
        for datagram in peer.drainEverything() { far.handle(datagram.payload, now: now) }
    }
}
