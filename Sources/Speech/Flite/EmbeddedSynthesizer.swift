import Synchronization

/// flite with its own text normalisation. Needs no network; the first sound comes after about 20 ms.
///
/// Clauses are synthesised one after the other on a pool of threads, so that a long text of one call does not hold up
/// another's first words.
package final class EmbeddedSynthesizer: SpeechSynthesizer {
    /// Longer texts are cut at a clause: two minutes or so, which bounds what a listener can leave unread.
    package static let longestText = 2000

    package let rate = FliteVoice.rate
    private let workers: WorkerPool
    private let cache: PhraseCache

    /// - Parameters:
    ///   - threads: that synthesise; a thread speaks about fifty times faster than real time.
    ///   - cachedSeconds: sound kept of recurring phrases; 16 000 samples of two bytes each a second.
    package init(threads: Int = WorkerPool.cores, cachedSeconds: Int = 240) {
        workers = WorkerPool(name: "synthesizer", threads: threads, capacity: 4096)
        cache = PhraseCache(capacity: cachedSeconds * FliteVoice.rate)
    }

    package var traits: EngineTraits { EngineTraits(name: "embedded", model: "cmu_us_slt", timesWords: true) }

    package func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let (stream, continuation) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        let reading = Reading(Clauses.split(text, longest: Self.longestText), continuation)
        continuation.onTermination = { [weak reading] _ in reading?.stop() }
        proceed(reading)
        return stream
    }

    /// Speaks phrases into the cache, so that their first use is as fast as the second.
    package func prepare(_ phrases: [String]) async throws {
        for phrase in phrases {
            for try await _ in pieces(of: phrase) {}
        }
    }

    /// Queues the next clause; the one after it is queued when this one is done.
    private func proceed(_ reading: Reading) {
        guard let clause = reading.next() else { return reading.continuation.finish() }
        let isQueued = workers.submit { [self] in
            do throws(SpeechError) {
                try speak(clause, reading)
                proceed(reading)
            } catch {
                reading.continuation.finish(throwing: error)
            }
        }
        if !isQueued { reading.continuation.finish(throwing: SpeechError.overloaded) }
    }

    private func speak(_ clause: Reading.Clause, _ reading: Reading) throws(SpeechError) {
        let spoken = SpokenText.read(clause.text)
        guard spoken.text.contains(where: { $0.isLetter }) else { return }
        if let known = cache[spoken.text] {
            return reading.yield(
                known.samples, of: clause, wordEnds: spoken.ends(of: known.wordEnds), isLast: true)
        }
        var trimmer = SilenceTrimmer(pause: Clauses.pause(after: clause.text))
        var timing = WordTiming()
        var whole: [Int16] = []
        try FliteVoice.slt.speak(spoken.text) { ends in
            timing = WordTiming(ends: spoken.ends(of: ends), spokenEnds: ends)
        } sink: { samples in
            guard !reading.isStopped else { return false }
            let sound = trimmer.add(samples)
            whole += sound
            if !sound.isEmpty {
                let ends = timing.reach(whole.count, taken: trimmer.taken)
                reading.yield(sound, of: clause, wordEnds: ends, isLast: false)
            }
            return true
        }
        guard !reading.isStopped else { return }
        let pause = trimmer.finish()
        let ends = timing.finish(whole.count, taken: trimmer.taken)
        whole += pause
        reading.yield(pause, of: clause, wordEnds: ends, isLast: true)
        cache.keep(
            PhraseCache.Phrase(
                samples: whole, wordEnds: timing.spoken(within: whole.count - pause.count, taken: trimmer.taken)),
            for: spoken.text)
    }
}
