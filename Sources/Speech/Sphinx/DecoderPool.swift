import Synchronization

/// Decoders that are lent for an utterance at a time.
///
/// Bounded: at `capacity` decoders a stream waits its turn, first come first served, while its inbox fills.
final class DecoderPool: Sendable {
    private struct State {
        var idle: [SphinxDecoder] = []
        var count = 0
        var waiting: [@Sendable () -> Void] = []
    }

    private let corpus: CompiledCorpus
    private let capacity: Int
    private let state = Mutex(State())

    init(_ corpus: CompiledCorpus, capacity: Int) {
        self.corpus = corpus
        self.capacity = max(1, capacity)
    }

    /// A decoder, preferably one that knows the vocabulary. Nil when all are lent: then `retry` is called once, when one
    /// comes back.
    func take(
        _ vocabulary: String, removesNoise: Bool, retry: @escaping @Sendable () -> Void
    ) throws(SpeechError) -> SphinxDecoder? {
        let found: (decoder: SphinxDecoder?, mayMake: Bool) = state.withLock { state in
            if let index = Self.best(state.idle, vocabulary, removesNoise) {
                return (state.idle.remove(at: index), false)
            }
            if state.count >= capacity, state.idle.popLast() != nil { state.count -= 1 }
            guard state.count < capacity else {
                state.waiting.append(retry)
                return (nil, false)
            }
            state.count += 1
            return (nil, true)
        }
        guard found.mayMake else { return found.decoder }
        do {
            return try SphinxDecoder(corpus, removesNoise: removesNoise)
        } catch {
            release()
            throw error
        }
    }

    private static func best(_ idle: [SphinxDecoder], _ vocabulary: String, _ removesNoise: Bool) -> Int? {
        let fitting = idle.indices.filter { idle[$0].removesNoise == removesNoise }
        return fitting.last { idle[$0].hasLoaded(vocabulary) } ?? fitting.last
    }

    /// Takes a decoder back, whatever state its utterance is in.
    func give(_ decoder: SphinxDecoder) {
        decoder.abandon()
        wake { $0.idle.append(decoder) }
    }

    private func release() {
        wake { $0.count -= 1 }
    }

    /// All that wait try again, in their order: whoever no longer needs a decoder must not keep it from the others.
    private func wake(after change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting = [] }
            return state.waiting
        }
        for retry in waiting { retry() }
    }

    /// How many decoders exist, lent or idle.
    var count: Int { state.withLock { $0.count } }
}
