/// Which packets, made beforehand, stand for which samples in a `PlayoutBuffer`.
///
/// A packet is only of use behind the one before it, or at the beginning of its phrase: once the play has left that order,
/// as when it was ducked or gone back in, the rest of the phrase is played from its samples. At most 16 phrases are known
/// at a time; the samples of any further one are encoded like all others.
package struct PhrasePackets: Sendable {
    private struct Run: Sendable {
        let phrase: EncodedPhrase
        let utterance: Int
        /// Samples of the utterance before the phrase.
        let start: Int
        /// Samples of the phrase that the buffer took.
        var count: Int
        /// The packet whose turn it is; beyond all of them when none may be used.
        var next = 0
    }

    private static let most = 16
    private var runs: [Run] = []

    package init() {}

    /// The buffer took these samples of `phrase` behind `position` samples of `utterance`.
    package mutating func note(
        _ phrase: EncodedPhrase, taken: Range<Int>, of utterance: Int, at position: Int
    ) {
        guard !taken.isEmpty else { return }
        let start = position - taken.lowerBound
        if let index = runs.lastIndex(where: { $0.utterance == utterance && $0.start == start }),
            runs[index].count == taken.lowerBound
        {
            runs[index].count = taken.upperBound
        } else if taken.lowerBound == 0, runs.count < Self.most {
            runs.append(Run(phrase: phrase, utterance: utterance, start: start, count: taken.count))
        }
    }

    /// The packet that carries exactly this frame, in its order; `nil` where the frame must be encoded.
    package mutating func packet(for frame: PlayoutBuffer.Frame) -> [UInt8]? {
        defer { leave(frame) }
        guard let place = place(of: frame), frame.played > 0 else { return nil }
        let (run, size) = (runs[place], frame.samples.count)
        let offset = frame.start - run.start
        let index = offset == 0 ? 0 : run.next
        guard index < run.phrase.packets.count, offset == index * size,
            frame.played == min(size, run.phrase.samples.count - offset)
        else {
            runs[place].next = .max
            return nil
        }
        runs[place].next = index + 1
        return run.phrase.packets[index]
    }

    /// This frame is played from its samples, and so is the rest of its phrase.
    package mutating func pass(_ frame: PlayoutBuffer.Frame) {
        if let place = place(of: frame) { runs[place].next = .max }
        leave(frame)
    }

    private func place(of frame: PlayoutBuffer.Frame) -> Int? {
        runs.firstIndex {
            $0.utterance == frame.utterance && ($0.start..<($0.start + $0.count)).contains(frame.start)
        }
    }

    private mutating func leave(_ frame: PlayoutBuffer.Frame) {
        if frame.endsUtterance, !runs.isEmpty { runs.removeAll { $0.utterance == frame.utterance } }
    }

    package mutating func clear() { runs.removeAll() }
}
