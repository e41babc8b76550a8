/// The agent's voice on its way out: samples go in as fast as they are made, 20 ms come out when a frame is due.
///
/// Bounded by duration: what does not fit is not accepted, and the writer waits and offers it again. Samples belong to an
/// utterance and to a generation; `clear` begins the next generation, and what was made for an older one is refused.
/// Whole pieces are kept as they came, so that appending copies nothing. It can be held and gone on with, even from a
/// little before: `PlayoutBuffer+Hold`.
package struct PlayoutBuffer: Sendable {
    /// What became of samples that were offered.
    package enum Acceptance: Hashable, Sendable {
        /// So many were taken from the front; fewer than offered when the buffer is full.
        case accepted(Int)
        /// They were made for a generation that was cleared, or for an utterance that another has followed; drop them.
        case stale
    }

    /// A frame that is due, and whose words it carries.
    package struct Frame: Hashable, Sendable {
        package var samples: [Int16]
        package var utterance: Int
        /// Samples of the utterance before this frame.
        package var start: Int
        /// Samples of the utterance in this frame; the rest is padding.
        package var played: Int
        /// It is the last of the utterance.
        package var endsUtterance: Bool
    }

    /// Samples a second.
    package let rate: Int
    /// The most that is held.
    package let capacity: Int
    /// Which generation may write now; each `clear` adds one.
    package private(set) var generation = 0
    /// Samples held.
    package private(set) var count = 0

    /// Nothing comes out for the time being.
    package internal(set) var isHeld = false

    private(set) var pieces: [ArraySlice<Int16>] = []
    /// The first of `pieces` that still has samples.
    private(set) var head = 0
    /// Utterances that were begun and have not ended, in the order in which they are played.
    var open: [Playback] = []
    /// What was played last.
    var past: PlayedTail
    /// Memory of a frame that was given back.
    private var spare: [Int16] = []

    package init(rate: Int, room: Duration = .seconds(60)) {
        precondition(rate > 0 && room > .zero, "a playout buffer has a rate and some room")
        self.rate = rate
        capacity = Int(room / .seconds(1) * Double(rate))
        past = PlayedTail(capacity: Int(Self.memory / .seconds(1) * Double(rate)))
    }

    /// How long what is held will play.
    package var duration: Duration { AudioFrame.duration(of: count, rate: rate) }

    package var isEmpty: Bool { count == 0 }

    // MARK: In

    /// Adds samples of `utterance` behind everything held.
    package mutating func append(_ samples: [Int16], utterance: Int, generation: Int) -> Acceptance {
        append(samples[...], utterance: utterance, generation: generation)
    }

    /// The same of a part: what did not fit before is offered again without a copy.
    package mutating func append(_ samples: ArraySlice<Int16>, utterance: Int, generation: Int) -> Acceptance {
        guard generation == self.generation else { return .stale }
        if open.last?.utterance != utterance {
            guard playback(of: utterance) == nil else { return .stale }
            open.append(Playback(utterance: utterance))
        }
        let accepted = min(samples.count, capacity - count)
        guard accepted > 0 else { return .accepted(0) }
        open[open.count - 1].appended += accepted
        pieces.append(samples.prefix(accepted))
        count += accepted
        return .accepted(accepted)
    }

    /// No more samples of `utterance` will come: its last frame may be shorter than 20 ms and is padded with silence.
    /// Returns whether the utterance is over already, with nothing left to play. During a hold it never is, for it may be
    /// gone back in; if it is not, it ends with a frame of silence.
    package mutating func finish(utterance: Int) -> Bool {
        guard let index = open.firstIndex(where: { $0.utterance == utterance }) else { return true }
        open[index].isFinished = true
        guard open[index].remaining == 0, !isHeld else { return false }
        open.remove(at: index)
        return true
    }

    /// Drops everything unplayed, ends a hold and begins the next generation. Returns what had been played, and what had
    /// not, of every utterance that was not over.
    package mutating func clear() -> [Playback] {
        defer { open.removeAll() }
        isHeld = false
        past.clear()
        generation += 1
        pieces.removeAll()
        head = 0
        count = 0
        return open
    }

    // MARK: Out

    /// The frame that is due; `nil` during a hold, when there is none, or only the beginning of one that is still being
    /// made.
    package mutating func pop() -> Frame? {
        guard !isHeld, let playback = next else { return nil }
        let size = AudioFrame.sampleCount(at: rate)
        var samples = take(min(size, playback.remaining))
        let played = samples.count
        past.append(samples[...], of: playback.utterance)
        if played < size { samples.append(contentsOf: repeatElement(0, count: size - played)) }
        let ends = account(played, to: playback.utterance)
        return Frame(
            samples: samples, utterance: playback.utterance, start: playback.played, played: played,
            endsUtterance: ends)
    }

    /// Takes the samples of a frame that was played: the next one needs no memory of its own. Leaves an empty array.
    package mutating func recycle(_ samples: inout [Int16]) {
        swap(&spare, &samples)
        samples = []
    }

    /// How far `utterance` has been played; `nil` when it is over or unknown.
    package func playback(of utterance: Int) -> Playback? {
        open.first { $0.utterance == utterance }
    }

    /// The utterance that the next frame is of, if the frame is whole or will never be.
    var next: Playback? {
        guard let playback = open.first(where: { $0.remaining > 0 || $0.isFinished }) else { return nil }
        let isWhole = playback.remaining >= AudioFrame.sampleCount(at: rate)
        return isWhole || playback.isFinished || open.count > 1 ? playback : nil
    }

    /// Puts samples in front of everything held.
    mutating func putBack(_ samples: [Int16]) {
        count += samples.count
        if head > 0 {
            head -= 1
            pieces[head] = samples[...]
        } else {
            pieces.insert(samples[...], at: 0)
        }
    }

    private mutating func account(_ played: Int, to utterance: Int) -> Bool {
        guard let index = open.firstIndex(where: { $0.utterance == utterance }) else { return false }
        open[index].played += played
        let ends = open[index].remaining == 0 && open[index].isFinished
        if ends { open.remove(at: index) }
        return ends
    }

    /// Exactly `wanted` samples, which are there and of one utterance.
    private mutating func take(_ wanted: Int) -> [Int16] {
        var samples: [Int16] = []
        swap(&samples, &spare)
        samples.removeAll(keepingCapacity: true)
        samples.reserveCapacity(AudioFrame.sampleCount(at: rate))
        while samples.count < wanted {
            let part = pieces[head].prefix(wanted - samples.count)
            samples.append(contentsOf: part)
            pieces[head].removeFirst(part.count)
            if pieces[head].isEmpty { leavePiece() }
        }
        count -= wanted
        return samples
    }

    /// Frees the piece just played; forgets the emptied ones once they are the greater part.
    private mutating func leavePiece() {
        pieces[head] = []
        head += 1
        guard head * 2 > pieces.count else { return }
        pieces.removeFirst(head)
        head = 0
    }
}
