import Audio
import RTP
import Timing

/// Listens to the agent: how loud each packet is when it arrives, and, for a recording, what a caller hears.
struct AgentEar: ~Copyable {
    /// A recording holds at most this much; what follows is not kept.
    private static let longestRecording = 30 * 60 * ScriptLine.rate

    private var decoder: OpusDecoder
    private var player: AudioReceiver
    private let isRecording: Bool
    private(set) var recording: [Int16] = []

    init(isRecording: Bool) throws(OpusError) {
        let opened = try OpusDecoder(rate: ScriptLine.rate)
        player = try AudioReceiver(rate: ScriptLine.rate)
        decoder = opened
        self.isRecording = isRecording
    }

    /// Whether the packet is speech; one that cannot be decoded is not.
    mutating func receive(_ packet: RTPPacket, now: Instant) -> Bool {
        if isRecording {
            player.receive(
                JitterBuffer.Packet(
                    ssrc: packet.ssrc, sequence: packet.sequenceNumber, timestamp: packet.timestamp,
                    payload: packet.payload), now: now)
        }
        guard !packet.payload.isEmpty, let samples = try? decoder.decode(packet.payload) else { return false }
        return LevelMeter.rootMeanSquare(samples) >= ScriptLine.loud
    }

    /// 20 ms passed.
    mutating func tick(now: Instant) {
        guard isRecording, recording.count < Self.longestRecording else { return }
        recording += player.pop(now: now)
    }
}
