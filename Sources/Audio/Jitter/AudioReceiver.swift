package import Timing

/// One caller's voice from RTP to samples: a `JitterBuffer` and an `OpusDecoder`.
///
/// `pop` always gives a frame of exactly 20 ms, whatever the packets last and whether they came or not, so that what
/// follows has a steady clock.
package struct AudioReceiver: ~Copyable {
    package let rate: Int
    package private(set) var jitter: JitterBuffer
    /// Packets that were not Opus; each was concealed.
    package private(set) var corrupt = 0
    private var decoder: OpusDecoder
    /// Decoded and not yet due: packets may last longer than a frame.
    private var pending: [Int16] = []

    package init(rate: Int = 16_000, settings: JitterSettings = JitterSettings()) throws(OpusError) {
        let opened = try OpusDecoder(rate: rate)
        self.rate = rate
        decoder = opened
        jitter = JitterBuffer(settings)
    }

    @discardableResult
    package mutating func receive(_ packet: JitterBuffer.Packet, now: Instant) -> JitterBuffer.Insertion {
        let insertion = jitter.insert(packet, now: now)
        if insertion == .restarted { forget() }
        return insertion
    }

    /// Forgets the stream: for a new track.
    package mutating func reset() {
        jitter.reset()
        forget()
    }

    private mutating func forget() {
        decoder.reset()
        pending.removeAll(keepingCapacity: true)
    }

    /// The frame that is due now: sound, concealment, or silence.
    package mutating func pop(now: Instant) -> [Int16] {
        let count = AudioFrame.sampleCount(at: rate)
        while pending.count < count {
            guard let samples = decodeNext(now: now) else {
                pending.append(contentsOf: repeatElement(0, count: count - pending.count))
                break
            }
            if pending.isEmpty, samples.count == count { return samples }
            pending.append(contentsOf: samples)
        }
        let frame = [Int16](pending[..<count])
        pending.removeFirst(count)
        return frame
    }

    /// `nil` when nothing is due.
    private mutating func decodeNext(now: Instant) -> [Int16]? {
        do {
            switch jitter.pop(now: now) {
            case .packet(let payload): return try decoder.decode(payload)
            case .missing(let next?): return try decoder.recover(from: next)
            case .missing(nil): return try decoder.decode(nil)
            case .empty: return nil
            }
        } catch {
            corrupt += 1
            return try? decoder.decode(nil)
        }
    }
}
