import Audio
import Timing
import Wire

/// A receiver of a caller's packets, and the frames that are taken from it.
struct JitterStage: ~Copyable {
    private var receiver: AudioReceiver
    private var now = Instant.origin
    private let frame = AudioFrame.sampleCount(at: 16_000)

    init() throws {
        receiver = try AudioReceiver(rate: 16_000)
    }

    mutating func take(_ step: Script.Step) {
        switch step.kind % 5 {
        case 0, 1: receive(step.bytes, ssrc: UInt32(step.kind % 5))
        case 2: play(Int(step.bytes.first ?? 1))
        case 3: receiver.reset()
        default: now += .milliseconds(Int(step.bytes.first ?? 1))
        }
    }

    /// Two bytes of number, four of time, and the payload.
    private mutating func receive(_ bytes: [UInt8], ssrc: UInt32) {
        var reader = ByteReader(bytes)
        guard let sequence = reader.readUInt16(), let timestamp = reader.readUInt32() else { return }
        let packet = JitterBuffer.Packet(
            ssrc: ssrc, sequence: sequence, timestamp: timestamp, payload: Array(reader.readRest()))
        receiver.receive(packet, now: now)
    }

    private mutating func play(_ count: Int) {
        for _ in 0..<count {
            precondition(receiver.pop(now: now).count == frame, "a frame has another length")
            now += .milliseconds(20)
        }
    }
}
