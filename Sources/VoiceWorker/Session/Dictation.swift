/// What a call has for its recogniser: turns in order, each with its sound until its words are final.
///
/// The recogniser is told nothing; whoever holds one takes step after step. So a turn can be heard again from its beginning,
/// by another recogniser or because the caller goes on. Bounded by sound: past `capacity` samples the oldest are dropped, and
/// by turns: of more than eight the oldest is given up.
struct Dictation: Sendable {
    /// The next thing that a recogniser is to do.
    enum Step: Hashable, Sendable {
        /// An utterance begins; whatever it heard before is forgotten.
        case begin(vocabulary: String)
        case samples([Int16])
        /// The words of everything so far are wanted.
        case finish(turn: Int, revision: Int)
    }

    private struct Turn {
        let number: Int
        let vocabulary: String
        var revision = 0
        var sound: [Int16] = []
        /// How much of the sound the recogniser has.
        var given = 0
        /// The recogniser is in the middle of it.
        var isBegun = false
        /// It has been asked for the words, and has not answered.
        var isFinishing = false
        /// Words of this revision are wanted.
        var wanted: Int?
        /// Words of this revision were given.
        var answered: Int?
        /// Nothing is done before somebody wants words, or the caller goes on.
        var isResting = false
        /// The caller says nothing more in it.
        var isOver = false
        var failures = 0

        mutating func wake() {
            isResting = false
            failures = min(failures, 1)
        }
    }

    /// Samples handed over at once when a turn is heard again.
    private static let portion = 16_000
    private static let mostTurns = 8
    /// A turn is begun so often, before somebody wants its words.
    private static let mostFailures = 2

    private var turns: [Turn] = []
    private var held = 0
    /// Samples lost to the bound.
    private(set) var dropped = 0
    private let capacity: Int

    /// - Parameter capacity: samples.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// The turn at hand and whether something of it has been heard by the recogniser.
    var listening: Int? { turns.first.flatMap { $0.isBegun && !$0.isFinishing && $0.given > 0 ? $0.number : nil } }

    // MARK: The call

    /// Says whether a turn was given up for it that the recogniser is busy with.
    mutating func begin(turn: Int, vocabulary: String) -> Bool {
        guard !turns.contains(where: { $0.number == turn }) else { return false }
        turns.append(Turn(number: turn, vocabulary: vocabulary))
        guard turns.count > Self.mostTurns, let oldest = turns.first?.number else { return false }
        return forget(turn: oldest)
    }

    mutating func listen(_ samples: [Int16], turn: Int) {
        guard let index = index(of: turn), !turns[index].isOver else { return }
        turns[index].sound += samples
        held += samples.count
        if held > capacity { dropOldest(held - capacity) }
    }

    /// The words so far are wanted, as that revision.
    mutating func softEnd(turn: Int, revision: Int) {
        guard let index = index(of: turn), turns[index].answered != revision else { return }
        turns[index].revision = revision
        turns[index].wanted = revision
        turns[index].wake()
    }

    /// The caller goes on: words that were asked for are not wanted.
    mutating func reopen(turn: Int, revision: Int) {
        guard let index = index(of: turn) else { return }
        turns[index].revision = revision
        turns[index].wanted = nil
        turns[index].wake()
    }

    /// Nothing follows. The words are wanted if they were not given, or asked for, at that revision.
    mutating func finish(turn: Int, revision: Int) {
        guard let index = index(of: turn) else { return }
        softEnd(turn: turn, revision: revision)
        turns[index].isOver = true
        dropFinished()
    }

    /// Says whether the recogniser is busy with the turn.
    mutating func forget(turn: Int) -> Bool {
        guard let index = index(of: turn) else { return false }
        let gone = turns.remove(at: index)
        held -= gone.sound.count
        return index == 0 && gone.isBegun
    }

    // MARK: The recogniser

    /// What to do now; `nil` when there is nothing, or the words are awaited.
    mutating func next() -> Step? {
        guard let turn = turns.first, !turn.isFinishing, !turn.isResting else { return nil }
        guard turn.isBegun else {
            (turns[0].isBegun, turns[0].given) = (true, 0)
            return .begin(vocabulary: turn.vocabulary)
        }
        if turn.given < turn.sound.count {
            let portion = turn.sound[turn.given...].prefix(Self.portion)
            turns[0].given += portion.count
            return .samples(Array(portion))
        }
        guard let wanted = turn.wanted else { return nil }
        turns[0].isFinishing = true
        return .finish(turn: turn.number, revision: wanted)
    }

    /// The words have come. Says whether they are still those that are wanted.
    mutating func answer(turn: Int, revision: Int) -> Bool {
        guard turns.first?.number == turn, turns[0].isFinishing else { return false }
        (turns[0].isFinishing, turns[0].isBegun) = (false, false)
        guard turns[0].wanted == revision else { return false }
        turns[0].wanted = nil
        turns[0].answered = revision
        turns[0].isResting = true
        dropFinished()
        return true
    }

    /// The recogniser is gone; the next one hears the turn at hand from its beginning.
    mutating func restart() {
        guard !turns.isEmpty else { return }
        (turns[0].isFinishing, turns[0].isBegun) = (false, false)
    }

    /// The recogniser is gone because it failed, and the next one may try. The turn whose words will not come, if they were
    /// wanted and it failed too often, or `isFinal`.
    mutating func fail(isFinal: Bool = false) -> Int? {
        restart()
        guard let turn = turns.first else { return nil }
        turns[0].failures += 1
        guard isFinal || turns[0].failures >= Self.mostFailures else { return nil }
        turns[0].isResting = true
        guard turn.wanted != nil else { return nil }
        turns[0].wanted = nil
        dropFinished()
        return turn.number
    }

    /// Whether the words of a revision are still awaited.
    func awaits(turn: Int, revision: Int) -> Bool {
        turns.contains { $0.number == turn && $0.wanted == revision }
    }

    // MARK: Sound

    private func index(of turn: Int) -> Int? { turns.firstIndex { $0.number == turn } }

    /// Turns that are over and have their words, or never will.
    private mutating func dropFinished() {
        while let first = turns.first, first.isOver, first.wanted == nil, !first.isFinishing {
            held -= first.sound.count
            turns.removeFirst()
        }
    }

    private mutating func dropOldest(_ excess: Int) {
        guard let index = turns.firstIndex(where: { !$0.sound.isEmpty }) else { return }
        // A whole portion at a time, so that a long turn is not moved in memory with every frame.
        let count = min(turns[index].sound.count, max(excess, Self.portion))
        turns[index].sound.removeFirst(count)
        turns[index].given = max(0, turns[index].given - count)
        held -= count
        dropped += count
    }
}
