import Audio
package import Timing

/// What of the agent's sentences a caller heard, and when.
package struct Hearing: Sendable {
    /// Half of full volume or more, by the sound before: −6 decibels.
    private static let full = 0.5
    /// Less than a hundredth of its energy cannot be told from silence.
    private static let audible = 0.1

    package let voice: ReceivedVoice
    package let references: [Reference]
    package let frames: [HeardFrame?]

    package init(_ voice: ReceivedVoice, of references: [Reference]) {
        self.init(voice, of: references, frames: SoundMatcher(references).match(voice))
    }

    init(_ voice: ReceivedVoice, of references: [Reference], frames: [HeardFrame?]) {
        self.voice = voice
        self.references = references
        self.frames = frames
    }

    /// When the last frame at full volume came in a span; `nil` when none did.
    package func lastAtFullVolume(from: Instant, to: Instant) -> Instant? {
        last(from, to) { $0.gain.map { $0 >= Self.full } ?? false }
    }

    /// When the last frame that could be heard came in a span.
    package func lastAudible(from: Instant, to: Instant) -> Instant? {
        last(from, to) { $0.gain.map { $0 >= Self.audible } ?? false }
    }

    private func last(_ from: Instant, _ to: Instant, _ isWanted: (HeardFrame) -> Bool) -> Instant? {
        voice.indices(from: from, to: to).last { frames[$0].map(isWanted) ?? false }.map { voice.frames[$0].arrival }
    }

    /// The references that were heard in a span, in the order in which they began.
    package func sentences(from: Instant, to: Instant) -> [Int] {
        voice.indices(from: from, to: to).reduce(into: []) { found, index in
            guard let number = frames[index]?.reference, !found.contains(number) else { return }
            found.append(number)
        }
    }

    /// What is missing of a sentence.
    package struct Loss: Hashable, Sendable {
        /// Speech that was not heard although later speech of the sentence was.
        package let within: Duration
        /// Speech after the last that was heard.
        package let atEnd: Duration
    }

    /// Looks for every 10 ms of the sentence's speech among the frames of a span; what is shorter than `shortest` cannot be
    /// told from coding.
    package func loss(of sentence: Int, from: Instant, to: Instant) -> Loss {
        let covered = coverage(of: sentence, from: from, to: to)
        let samples = references[sentence].samples
        let last = covered.lastIndex(of: true) ?? -1
        var missing = (within: 0, atEnd: 0)
        var run = 0
        for place in covered.indices {
            let isMissing = !covered[place] && isSpeech(samples, place)
            if isMissing, place > last { missing.atEnd += 1 }
            if isMissing, place < last { run += 1 }
            guard !isMissing else { continue }
            if run >= Self.shortest { missing.within += run }
            run = 0
        }
        return Loss(within: Self.cell * missing.within, atEnd: Self.cell * missing.atEnd)
    }

    private static let cell = Duration.milliseconds(10)
    private static let cellSize = ReceivedVoice.frame / 2
    /// In cells.
    private static let shortest = 3

    private func coverage(of sentence: Int, from: Instant, to: Instant) -> [Bool] {
        var covered = [Bool](repeating: false, count: references[sentence].samples.count / Self.cellSize)
        for index in voice.indices(from: from, to: to) {
            guard let frame = frames[index], frame.reference == sentence else { continue }
            let first = (frame.position + Self.cellSize / 2) / Self.cellSize
            for place in first..<(first + 2) where place < covered.count { covered[place] = true }
        }
        return covered
    }

    private func isSpeech(_ samples: [Int16], _ place: Int) -> Bool {
        let part = samples[(place * Self.cellSize)..<((place + 1) * Self.cellSize)]
        return LevelMeter.rootMeanSquare(Array(part)) >= ReceivedVoice.loud
    }

    /// How far the sentence was heard in a span, in samples from its beginning.
    package func reach(of sentence: Int, from: Instant, to: Instant) -> Int {
        voice.indices(from: from, to: to).compactMap { index -> Int? in
            guard let frame = frames[index], frame.reference == sentence else { return nil }
            return frame.position + ReceivedVoice.frame
        }.max() ?? 0
    }

    /// How many words of all sentences were heard in a span: at least those that ended, at most those that began.
    package func words(from: Instant, to: Instant) -> ClosedRange<Int> {
        sentences(from: from, to: to).reduce(0...0) { sum, sentence in
            let words = references[sentence].words(at: reach(of: sentence, from: from, to: to))
            return (sum.lowerBound + words.lowerBound)...(sum.upperBound + words.upperBound)
        }
    }
}
