package import Audio
package import Peer
import RTP

/// The agent's voice from samples to packets: what was synthesised goes in, every 20 ms one packet comes out, or none.
///
/// Silence is not sent. A talkspurt begins with a marked packet (RFC 3551, section 4.1) and ends with 100 ms of encoded
/// silence, which lets the receiver's decoder settle; the gap shows in the RTP timestamps.
package struct AgentVoice: ~Copyable {
    /// What the present 20 ms bring.
    package struct Step: Sendable {
        /// What was played of which utterance; its samples are in the packet.
        package var played: PlayoutBuffer.Frame?
        package var packet: OutgoingFrame?
        /// Silence before the packet, in ticks of 48 kHz: to be skipped in the stream.
        package var gap: UInt32 = 0
    }

    private static let ticks: UInt32 = 960
    /// Frames of silence behind a talkspurt.
    private static let tail = 5

    package private(set) var playout: PlayoutBuffer
    private var encoder: OpusEncoder
    private var loss = LossEstimate()
    private let silence: [Int16]
    private var isTalking = false
    private var tailLeft = 0
    private var gap: UInt32 = 0

    /// - Parameters:
    ///   - rate: the synthesiser's.
    ///   - room: how much sound may wait to be played.
    package init(rate: Int, room: Duration) throws(OpusError) {
        playout = PlayoutBuffer(rate: rate, room: room)
        encoder = try OpusEncoder(OpusEncoder.Configuration(rate: rate))
        silence = AudioFrame.silence(rate: rate).samples
    }

    /// There is room for a second of sound, or for half of all that fits.
    package var hasRoom: Bool { playout.capacity - playout.count >= min(playout.rate, playout.capacity / 2) }

    package mutating func append(
        _ samples: ArraySlice<Int16>, of utterance: Int, generation: Int
    ) -> PlayoutBuffer.Acceptance {
        playout.append(samples, utterance: utterance, generation: generation)
    }

    /// Whether the utterance is over already.
    package mutating func finish(_ utterance: Int) -> Bool { playout.finish(utterance: utterance) }

    package mutating func clear() { _ = playout.clear() }

    /// Time that passes without a chance to play, as when frames were skipped or nobody is connected.
    package mutating func rest(frames: Int) {
        gap &+= UInt32(truncatingIfNeeded: frames) &* Self.ticks
        (isTalking, tailLeft) = (isTalking && frames == 0, frames == 0 ? tailLeft : 0)
    }

    /// What the server says it lost since its report before, 0 to 1: the encoder puts in copies accordingly.
    package mutating func noteLoss(_ fraction: Double) {
        guard let percent = loss.note(fraction) else { return }
        try? encoder.expectLoss(percent: percent)
    }

    package mutating func step() -> Step {
        if var frame = playout.pop() {
            let packet = encode(frame.samples, hasVoice: true)
            playout.recycle(&frame)
            tailLeft = Self.tail
            return finish(Step(played: frame, packet: packet))
        }
        guard tailLeft > 0 else {
            rest(frames: 1)
            return Step()
        }
        tailLeft -= 1
        return finish(Step(packet: encode(silence, hasVoice: false)))
    }

    private mutating func finish(_ step: Step) -> Step {
        guard step.packet != nil else {
            rest(frames: 1)
            return step
        }
        var step = step
        step.gap = gap
        gap = 0
        return step
    }

    private mutating func encode(_ samples: [Int16], hasVoice: Bool) -> OutgoingFrame? {
        // A frame of the right size cannot fail but for want of memory; then it is silence.
        guard let payload = try? encoder.encode(samples) else { return nil }
        defer { isTalking = true }
        return OutgoingFrame(
            payload, ticks: Self.ticks, level: AudioLevel(measuring: samples, hasVoice: hasVoice),
            beginsTalkspurt: !isTalking)
    }
}
