import Peer
import SCTP
import SDP
import STUN
import Secure
import Simulation
import Timing
import Wire

/// The client of a peer connection, played by hand as far as the handshakes, so that it can then say anything.
struct FarEnd: ~Copyable {
    /// Why there is nothing to fuzz.
    enum Failure: Error {
        case notConnected
    }

    private let username: String
    private let password: [UInt8]
    private var dtls: DTLSEndpoint
    private var srtp: SRTPSession?
    private var association = Association(role: .client, random: SeededGenerator(seed: 3))
    /// The common header of SCTP packets to the other end.
    private var header: [UInt8] = []
    private var isChecked = false
    private var checks: UInt64 = 0
    /// What waits to be sent.
    private var outbox: [[UInt8]] = []

    /// Hands the peer an offer and reads its answer.
    init(joining peer: inout Peer) throws {
        var client = try PeerSeeds.client()
        let offer = try client.makeOffer()
        try peer.setOffer(offer, now: .origin)
        let answer = peer.makeAnswer()
        let (here, there) = (offer.transport, answer.transport)
        guard let fingerprint = (there.fingerprint ?? answer.media.first?.fingerprint).flatMap({ Fingerprint($0) })
        else { throw Failure.notConnected }
        let handshake = try DTLSEndpoint(
            role: .client, certificate: try PeerSeeds.sharedCertificate(), remoteFingerprint: fingerprint)
        username = "\(there.iceUfrag ?? ""):\(here.iceUfrag ?? "")"
        password = Array((there.icePwd ?? "").utf8)
        dtls = handshake
        association.start(now: .origin)
        _ = association.open("_reliable", reliability: .reliable, ordered: true)
    }

    /// All handshakes are done.
    var isReady: Bool { srtp != nil && association.isEstablished }

    /// The next datagrams of the handshakes.
    mutating func proceed(now: Instant) -> [[UInt8]] {
        if !isChecked { return check([]) }
        dtls.start(now: now)
        dtls.handleTimeout(now: now)
        association.handleTimeout(now: now)
        drain(now: now)
        defer { outbox = [] }
        return outbox
    }

    mutating func handle(_ payload: [UInt8], now: Instant) {
        if STUNMessage(parsing: payload)?.type == .success { isChecked = true }
        if let first = payload.first, (20...63).contains(first) { dtls.handle(payload, now: now) }
        drain(now: now)
    }

    private mutating func drain(now: Instant) {
        drainHandshake(now: now)
        while let output = association.pollOutput() {
            guard case .transmit(let packet) = output else { continue }
            header = Array(packet.prefix(12))
            dtls.send(packet)
        }
        drainHandshake(now: now)
    }

    private mutating func drainHandshake(now: Instant) {
        while let output = dtls.pollOutput() {
            switch output {
            case .transmit(let record): outbox.append(record)
            case .connected(let keys): srtp = try? SRTPSession(keys, role: .client)
            case .received(let packet): association.handle(packet, now: now)
            case .closed: break
            }
        }
    }
}

// What the script says, as the other end takes it from us.
extension FarEnd {
    /// An authentic connectivity check with further attributes: type, length and value of each.
    mutating func check(_ attributes: [UInt8]) -> [[UInt8]] {
        checks += 1
        var request = STUNMessage(.request, transaction: TransactionID(high: 1, low: checks))
        request.attributes = [.username(username), .priority(1), .iceControlling(1), .useCandidate]
        var reader = ByteReader(attributes)
        while let type = reader.readUInt16(), let length = reader.readUInt16() {
            let value = reader.read(min(Int(length), reader.remaining)) ?? []
            request.attributes.append(.unknown(type: type, value: Array(value)))
        }
        return [request.serialized(key: password)]
    }

    mutating func protect(rtp packet: [UInt8]) -> [[UInt8]] {
        var packet = packet
        return (try? srtp?.protect(rtp: &packet)) == nil ? [] : [packet]
    }

    mutating func protect(rtcp packet: [UInt8]) -> [[UInt8]] {
        var packet = packet
        return (try? srtp?.protect(rtcp: &packet)) == nil ? [] : [packet]
    }

    /// The DTLS records that carry an SCTP packet.
    mutating func encrypt(_ packet: [UInt8]) -> [[UInt8]] {
        dtls.send(packet)
        var records: [[UInt8]] = []
        while let output = dtls.pollOutput() {
            if case .transmit(let record) = output { records.append(record) }
        }
        return records
    }

    /// An SCTP packet of the association with these chunks.
    func chunks(_ chunks: [UInt8]) -> [UInt8] {
        AssociationStage.packet(chunks, under: header)
    }
}
