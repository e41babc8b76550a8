import Audio
import CAllocations
import Peer
import RTP
import Timing
import Wire

/// From a datagram to 16 kHz samples: `Peer.handle`, its media event, jitter buffer and decoder. The voice detector comes
/// after and is not part of it.
struct ListeningPath: ~Copyable {
    private var peers: ConnectedPeers
    private var receiver: AudioReceiver
    private var sequence: UInt16 = 0
    /// Frames that were not silence.
    private var sounding = 0
    /// Used again for every frame, as a player would.
    private var frame: [Int16] = []
    private var allocations = RoundCounts()

    private init(_ peers: consuming ConnectedPeers, _ receiver: consuming AudioReceiver) {
        self.peers = peers
        self.receiver = receiver
    }

    /// Its cost, and how often it asks for memory for a packet.
    static func compare() throws -> PathFigures {
        let total = Rounds.frames * (Rounds.warmUp + Rounds.count)
        let payloads = try encoded(try Recordings.speech(frames: total))
        var path = ListeningPath(try .connect(), try AudioReceiver(rate: 16_000))
        let profile = try path.peers.profile()
        let bare = try BareListener(profile)
        let rounds = try Rounds.run { round in
            try path.hear(payloads[Self.range(round)].map { path.datagram($0) })
        } bare: { round in
            bare.hear(payloads[Self.range(round)].enumerated().map { Self.plain($1, round * Rounds.frames + $0) })
        }
        guard path.receiver.jitter.counters.lost == 0, path.receiver.counters.corrupt == 0, path.sounding > total / 4
        else {
            throw BenchFailure("the listening path lost sound")
        }
        guard bare.decoded == total else { throw BenchFailure("the bare path lost sound") }
        return PathFigures(
            cost: try rounds.figure("\(profile), voice detector not included"),
            allocations: try path.allocations.figure(
                beyond: bare.allocations, "the packet's own bytes, which become its payload"))
    }

    private static func range(_ round: Int) -> Range<Int> {
        (round * Rounds.frames)..<((round + 1) * Rounds.frames)
    }

    private static func encoded(_ speech: [Int16]) throws -> [[UInt8]] {
        var encoder = try OpusEncoder(OpusEncoder.Configuration(rate: 16_000))
        return try stride(from: 0, to: speech.count, by: 320).map { try encoder.encode(Array(speech[$0..<($0 + 320)])) }
    }

    /// As a server forwards it.
    private static func packet(_ payload: [UInt8], _ number: Int) -> RTPPacket {
        RTPPacket(
            payloadType: 111, sequenceNumber: UInt16(truncatingIfNeeded: number),
            timestamp: UInt32(truncatingIfNeeded: number * 960), ssrc: 7, payload: payload)
    }

    private static func plain(_ payload: [UInt8], _ number: Int) -> [UInt8] { packet(payload, number).serialized() }

    /// The server sends one frame on.
    private mutating func datagram(_ payload: [UInt8]) -> Datagram {
        peers.server.forward(Self.packet(payload, Int(sequence)), on: peers.listening, now: peers.now)
        sequence &+= 1
        let sent = ConnectedPeers.transmitted(&peers.server)
        precondition(sent.count == 1, "a connected peer sends one datagram for one frame")
        return sent[0]
    }

    /// What it costs to hear these datagrams, in nanoseconds.
    private mutating func hear(_ datagrams: [Datagram]) throws -> Double {
        let before = Int(parley_allocations())
        let cost = ProcessorTime.spent {
            for datagram in datagrams {
                peers.passFrame()
                hear(datagram, now: peers.now)
                if frame[frame.count / 2] != 0 { sounding += 1 }
            }
        }
        allocations.append(Int(parley_allocations()) - before)
        peers.settle()
        return cost
    }

    private mutating func hear(_ datagram: Datagram, now: Instant) {
        peers.agent.handle(datagram, now: now)
        var isDrained = false
        while !isDrained {
            switch peers.agent.pollOutput() {
            case .event(.media(_, let packet)):
                receiver.receive(
                    JitterBuffer.Packet(
                        ssrc: packet.ssrc, sequence: packet.sequenceNumber, timestamp: packet.timestamp,
                        payload: packet.payload), now: now)
            case .event, .transmit: break
            case .timeout: isDrained = true
            }
        }
        receiver.pop(into: &frame, now: now)
    }
}
