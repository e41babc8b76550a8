package import Timing

/// One caller's voice from RTP to samples: a `JitterBuffer` and an `OpusDecoder`, and the repairs of what the network did.
///
/// `pop` always gives a frame of exactly 20 ms, whatever the packets last and whether they came or not, so that what
/// follows has a steady clock. Lost packets are recovered from the one after them, or concealed and faded; a delay that is
/// too long or too short is corrected by a period of the voice's pitch at a time, which nobody hears.
package struct AudioReceiver: ~Copyable {
    /// What a frame consists of, by its last part.
    package enum Content: Hashable, Sendable {
        /// What the sender said.
        case sound
        /// Packets of silence: of discontinuous transmission, or made by the server for a track that is muted.
        case silence
        /// Made up in place of what was lost.
        case concealment
        /// Silence because nothing is there.
        case nothing
    }

    package let rate: Int
    package private(set) var jitter: JitterBuffer
    package private(set) var counters = PlayCounters()
    /// What the last frame was: silence and nothing are no speech, whatever a detector takes them for.
    package private(set) var content = Content.nothing
    private var decoder: OpusDecoder
    private var stretch: TimeStretch
    private var fade: ConcealmentFade
    /// Decoded and not yet due: packets may last longer than a frame.
    private var pending: [Int16] = []

    package init(rate: Int = 16_000, settings: JitterSettings = JitterSettings()) throws(OpusError) {
        let opened = try OpusDecoder(rate: rate)
        self.rate = rate
        decoder = opened
        jitter = JitterBuffer(settings)
        stretch = TimeStretch(rate: rate)
        fade = ConcealmentFade(rate: rate)
        // The longest packet and a stretched frame.
        pending.reserveCapacity(rate * 200 / 1_000)
    }

    @discardableResult
    package mutating func receive(_ packet: consuming JitterBuffer.Packet, now: Instant) -> JitterBuffer.Insertion {
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
        fade.reset()
        pending.removeAll(keepingCapacity: true)
    }

    /// The frame that is due now: sound, concealment, or silence.
    package mutating func pop(now: Instant) -> [Int16] {
        var frame: [Int16] = []
        pop(into: &frame, now: now)
        return frame
    }

    /// The frame that is due now, in place of what `frame` held; its memory is used again.
    package mutating func pop(into frame: inout [Int16], now: Instant) {
        let count = AudioFrame.sampleCount(at: rate)
        var isStretched = false
        while pending.count < count {
            guard appendNext(now: now) else {
                content = .nothing
                pending.append(contentsOf: repeatElement(0, count: count - pending.count))
                break
            }
            guard !isStretched, content == .sound || content == .silence else { continue }
            isStretched = adjust()
        }
        frame.removeAll(keepingCapacity: true)
        frame.append(contentsOf: pending[..<count])
        pending.removeFirst(count)
    }

    private var pendingTicks: Int { pending.count * 48_000 / rate }

    /// Decodes or makes up what comes next; `false` when nothing is due.
    private mutating func appendNext(now: Instant) -> Bool {
        let start = pending.count
        switch jitter.pop(now: now, pending: pendingTicks) {
        case .packet(let payload):
            guard decode({ (decoder, pending) throws(OpusError) in try decoder.decode(payload, into: &pending) }) else {
                counters.corrupt += 1
                return conceal(from: start)
            }
            fade.resume(&pending, from: start)
            content = jitter.isSilent ? .silence : .sound
        case .missing(let next?):
            guard decode({ (decoder, pending) throws(OpusError) in try decoder.recover(from: next, into: &pending) })
            else { return conceal(from: start) }
            counters.recovered += 1
            fade.resume(&pending, from: start)
            content = .sound
        case .missing(nil): return conceal(from: start)
        case .empty: return false
        }
        return true
    }

    private mutating func decode(
        _ step: (inout OpusDecoder, inout [Int16]) throws(OpusError) -> Void
    ) -> Bool {
        do throws(OpusError) {
            try step(&decoder, &pending)
            return true
        } catch {
            return false
        }
    }

    private mutating func conceal(from start: Int) -> Bool {
        counters.concealed += 1
        content = .concealment
        guard decode({ (decoder, pending) throws(OpusError) in try decoder.conceal(into: &pending) }) else {
            return false
        }
        fade.conceal(&pending, from: start)
        return true
    }

    /// Brings the delay nearer to its target, if it is off. Returns whether anything was changed.
    private mutating func adjust() -> Bool {
        let length = pending.count
        switch jitter.pace {
        case .steady: return false
        case .faster(let urgency): counters.removed += stretch.shorten(&pending, urgency)
        case .slower(let urgency): counters.inserted += stretch.lengthen(&pending, urgency)
        }
        guard pending.count != length else { return false }
        jitter.noteStretch()
        return true
    }
}
