package import Audio
package import Peer
import RTP

/// The agent's voice from samples to packets: what was synthesised goes in, every 20 ms one packet comes out, or none.
///
/// Silence is not sent. A talkspurt begins with a marked packet (RFC 3551, section 4.1) and ends with 100 ms of encoded
/// silence, which lets the receiver's decoder settle; the gap shows in the RTP timestamps. Phrases whose packets were made
/// beforehand are sent as they are while nothing must be done to the sound. For the steps of a barge-in the voice can be
/// ducked, held and gone on with: `AgentVoice+Yielding`.
package struct AgentVoice: ~Copyable {
    /// What the present 20 ms bring.
    package struct Step: Sendable {
        /// What was played of which utterance, for the first time or again after a hold; its samples are in the packet, and
        /// in `AgentVoice.sound`.
        package var played: PlayoutBuffer.Frame?
        package var packet: OutgoingFrame?
        /// Silence before the packet, in ticks of 48 kHz: to be skipped in the stream.
        package var gap: UInt32 = 0
    }

    private static let ticks: UInt32 = 960
    /// Frames of silence behind a talkspurt.
    private static let tail = 5

    package internal(set) var playout: PlayoutBuffer
    /// What the last step sent of the agent's speech, as loud as it was sent; `nil` for silence. This is what may come back
    /// as an echo.
    package private(set) var sound: [Int16]?
    /// The agent speaks under a caller who may be about to interrupt.
    package internal(set) var isDucked = false

    private var encoder: OpusEncoder
    /// The last packets were not the encoder's, so that its memory is of another sound.
    private var isEncoderStale = false
    private var loss = LossEstimate()
    private var phrases = PhrasePackets()
    var fader = Fader()
    /// The frame that fades out, when the voice is held in the middle of a sound.
    var fading: [Int16]?
    /// Samples that are still to come before those the voice was told to go on with; they were played before and count for
    /// nothing.
    var runUp = 0
    private let silence: [Int16]
    private var isTalking = false
    private var tailLeft = 0
    private var gap: UInt32 = 0

    /// - Parameters:
    ///   - rate: the synthesiser's.
    ///   - room: how much sound may wait to be played.
    package init(rate: Int, room: Duration) throws(OpusError) {
        playout = PlayoutBuffer(rate: rate, room: room)
        encoder = try OpusEncoder(.spoken(rate: rate))
        silence = AudioFrame.silence(rate: rate).samples
    }

    /// The last step was speech.
    var isAudible: Bool { tailLeft == Self.tail && isTalking }

    /// There is room for a second of sound, or for half of all that fits.
    package var hasRoom: Bool { playout.capacity - playout.count >= min(playout.rate, playout.capacity / 2) }

    package mutating func append(
        _ samples: ArraySlice<Int16>, of utterance: Int, generation: Int
    ) -> PlayoutBuffer.Acceptance {
        playout.append(samples, utterance: utterance, generation: generation)
    }

    /// A phrase with its packets, behind everything held; of a phrase that did not fit whole, the rest is offered again
    /// with the number of samples that were taken before as `first`.
    ///
    /// - Returns: how many samples were taken this time, as for bare samples. A phrase of another rate is stale.
    package mutating func append(
        _ phrase: EncodedPhrase, from first: Int = 0, of utterance: Int, generation: Int
    ) -> PlayoutBuffer.Acceptance {
        guard phrase.rate == playout.rate, (0...phrase.samples.count).contains(first) else { return .stale }
        let position = playout.playback(of: utterance)?.appended ?? 0
        let acceptance = playout.append(phrase.samples[first...], utterance: utterance, generation: generation)
        guard case .accepted(let count) = acceptance else { return acceptance }
        phrases.note(phrase, taken: first..<(first + count), of: utterance, at: position)
        return acceptance
    }

    /// Whether the utterance is over already.
    package mutating func finish(_ utterance: Int) -> Bool { playout.finish(utterance: utterance) }

    /// Drops everything unplayed, at once; what is said next is said at full volume.
    package mutating func clear() {
        _ = playout.clear()
        phrases.clear()
        (fader, fading, isDucked, runUp) = (Fader(), nil, false, 0)
    }

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
        if var spent = sound {
            sound = nil
            playout.recycle(&spent)
        }
        if let fading { return fadeOut(fading) }
        if var frame = playout.pop() {
            let packet = packet(of: &frame)
            (sound, frame.samples) = (frame.samples, [])
            discount(&frame)
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

    /// The packet made beforehand, if there is one and nothing is to be done to the sound. A path that loses packets gets
    /// packets with copies in them, which those have not.
    private mutating func packet(of frame: inout PlayoutBuffer.Frame) -> OutgoingFrame? {
        guard fader.isOpen, loss.percent == 0 else {
            phrases.pass(frame)
            fader.apply(to: &frame.samples)
            return encode(frame.samples, hasVoice: true)
        }
        guard let payload = phrases.packet(for: frame) else { return encode(frame.samples, hasVoice: true) }
        isEncoderStale = true
        return outgoing(payload, of: frame.samples, hasVoice: true)
    }

    private mutating func discount(_ frame: inout PlayoutBuffer.Frame) {
        let count = min(runUp, frame.played)
        frame.start += count
        frame.played -= count
        runUp -= count
    }

    /// The frame does not count as played: it comes again.
    private mutating func fadeOut(_ samples: [Int16]) -> Step {
        fading = nil
        sound = samples
        tailLeft = Self.tail
        return finish(Step(packet: encode(samples, hasVoice: true)))
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
        if isEncoderStale {
            encoder.reset()
            isEncoderStale = false
        }
        // A frame of the right size cannot fail but for want of memory; then it is silence.
        guard let payload = try? encoder.encode(samples) else { return nil }
        return outgoing(payload, of: samples, hasVoice: hasVoice)
    }

    private mutating func outgoing(_ payload: [UInt8], of samples: [Int16], hasVoice: Bool) -> OutgoingFrame {
        defer { isTalking = true }
        return OutgoingFrame(
            payload, ticks: Self.ticks, level: AudioLevel(measuring: samples, hasVoice: hasVoice),
            beginsTalkspurt: !isTalking)
    }
}
