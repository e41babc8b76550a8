import Synchronization

/// The sound of clauses spoken lately: greetings, holding phrases and frequent answers cost nothing the second time.
///
/// Bounded by samples; the clause unused for longest goes first.
final class PhraseCache: Sendable {
    /// A clause's sound, and where in it the words that were spoken end; empty when that is not known.
    struct Phrase: Hashable {
        var samples: [Int16]
        var wordEnds: [Int] = []
    }

    private struct State {
        var sounds: [String: (phrase: Phrase, usedAt: Int)] = [:]
        var total = 0
        var clock = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    /// - Parameter capacity: samples kept in all; a clause longer than a quarter of it is not kept.
    init(capacity: Int) {
        self.capacity = capacity
    }

    subscript(clause: String) -> Phrase? {
        state.withLock { state in
            guard let sound = state.sounds[clause] else { return nil }
            state.clock += 1
            state.sounds[clause]?.usedAt = state.clock
            return sound.phrase
        }
    }

    func keep(_ phrase: Phrase, for clause: String) {
        guard phrase.samples.count <= capacity / 4 else { return }
        state.withLock { state in
            state.clock += 1
            state.total += phrase.samples.count - (state.sounds[clause]?.phrase.samples.count ?? 0)
            state.sounds[clause] = (phrase, state.clock)
            while state.total > capacity,
                let oldest = state.sounds.min(by: { $0.value.usedAt < $1.value.usedAt })
            {
                state.total -= oldest.value.phrase.samples.count
                state.sounds[oldest.key] = nil
            }
        }
    }

    /// Samples kept at the moment.
    var total: Int { state.withLock { $0.total } }
}
