import Audio
import CAllocations
import Peer
import Session
import Timing

/// From synthesised samples to a datagram: playout buffer, encoder and audio level (the session's `AgentVoice`), then
/// `Peer.sendAudio`.
struct SpeakingPath: ~Copyable {
    private static let rate = 16_000

    private var peers: ConnectedPeers
    private var voice: AgentVoice
    private var sent = 0
    private var allocations = RoundCounts()

    private init(_ peers: consuming ConnectedPeers, _ voice: consuming AgentVoice) {
        self.peers = peers
        self.voice = voice
    }

    /// Its cost, and how often it asks for memory for a packet.
    static func compare() throws -> PathFigures {
        let total = Rounds.frames * (Rounds.warmUp + Rounds.count)
        let speech = try Recordings.speech(frames: total)
        var path = SpeakingPath(try .connect(), try AgentVoice(rate: rate, room: .seconds(4)))
        let settings = OpusEncoder.Configuration.spoken(rate: rate)
        let bare = try BareSpeaker(
            try path.peers.profile(), bitrate: settings.bitrate, complexity: settings.complexity)
        let rounds = try Rounds.run { round in
            try path.speak(Self.part(round, of: speech))
        } bare: { round in
            bare.speak(Self.part(round, of: speech))
        }
        guard path.sent == total, bare.sent == total else { throw BenchFailure("the speaking path lost sound") }
        let remark = "16 kHz, \(settings.bitrate / 1000) kbit/s, complexity \(settings.complexity)"
        return PathFigures(
            cost: try rounds.figure(remark),
            allocations: try path.allocations.figure(
                beyond: bare.allocations,
                "the encoded frame and the header extension, kept for repetition, and the datagram"))
    }

    private static func part(_ round: Int, of speech: [Int16]) -> [Int16] {
        let size = Rounds.frames * 320
        return Array(speech[(round * size)..<((round + 1) * size)])
    }

    /// What it costs to send these samples, in nanoseconds.
    private mutating func speak(_ samples: [Int16]) throws -> Double {
        guard voice.append(samples[...], of: 1, generation: 0) == .accepted(samples.count) else {
            throw BenchFailure("the playout buffer is full")
        }
        let before = Int(parley_allocations())
        let cost = try ProcessorTime.spent {
            for _ in 0..<Rounds.frames {
                peers.passFrame()
                if let packet = voice.step().packet {
                    try peers.agent.sendAudio(packet, on: peers.speaking, now: peers.now)
                }
                sent += drain()
            }
        }
        allocations.append(Int(parley_allocations()) - before)
        peers.settle()
        return cost
    }

    /// How many datagrams left.
    private mutating func drain() -> Int {
        var count = 0
        while true {
            switch peers.agent.pollOutput() {
            case .transmit: count += 1
            case .event: break
            case .timeout: return count
            }
        }
    }
}
