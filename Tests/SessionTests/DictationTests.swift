import Testing

@testable import Session

/// What a recogniser is to do until there is nothing to do.
private func steps(_ dictation: inout Dictation) -> [Dictation.Step] {
    var steps: [Dictation.Step] = []
    while let step = dictation.next() { steps.append(step) }
    return steps
}

@Suite("What a call has for its recogniser")
struct DictationTests {
    @Test("a turn is begun, heard, and finished for its words")
    func plain() {
        var dictation = Dictation(capacity: 100)
        _ = dictation.begin(turn: 1, vocabulary: "open")
        dictation.listen([1, 2], turn: 1)
        dictation.finish(turn: 1, revision: 0)
        let done = steps(&dictation)
        #expect(done == [.begin(vocabulary: "open"), .samples([1, 2]), .finish(turn: 1, revision: 0)])
        let isWanted = dictation.answer(turn: 1, revision: 0)
        #expect(isWanted && dictation.next() == nil)
    }

    @Test("after a soft end and its words, a turn that ends at that revision asks for nothing more")
    func softEnd() {
        var dictation = Dictation(capacity: 100)
        _ = dictation.begin(turn: 1, vocabulary: "open")
        dictation.listen([1], turn: 1)
        dictation.softEnd(turn: 1, revision: 1)
        _ = steps(&dictation)
        _ = dictation.answer(turn: 1, revision: 1)
        dictation.listen([0, 0], turn: 1)
        dictation.finish(turn: 1, revision: 1)
        #expect(dictation.next() == nil)
        _ = dictation.begin(turn: 2, vocabulary: "date")
        #expect(dictation.next() == .begin(vocabulary: "date"))
    }

    @Test("who goes on after the words came is heard again from the turn's beginning")
    func reopened() {
        var dictation = Dictation(capacity: 100)
        _ = dictation.begin(turn: 1, vocabulary: "open")
        dictation.listen([1, 2], turn: 1)
        dictation.softEnd(turn: 1, revision: 0)
        _ = steps(&dictation)
        _ = dictation.answer(turn: 1, revision: 0)
        dictation.reopen(turn: 1, revision: 1)
        dictation.listen([3], turn: 1)
        dictation.finish(turn: 1, revision: 1)
        let again = steps(&dictation)
        #expect(again == [.begin(vocabulary: "open"), .samples([1, 2, 3]), .finish(turn: 1, revision: 1)])
    }

    @Test("who goes on before the recogniser was told of the pause is simply heard further")
    func reopenedEarly() {
        var dictation = Dictation(capacity: 100)
        _ = dictation.begin(turn: 1, vocabulary: "open")
        dictation.listen([1], turn: 1)
        _ = steps(&dictation)
        dictation.softEnd(turn: 1, revision: 0)
        dictation.reopen(turn: 1, revision: 1)
        dictation.listen([2], turn: 1)
        #expect(dictation.next() == .samples([2]))
        #expect(dictation.next() == nil)
    }

    @Test("words of an older revision are not wanted, and the turn is heard anew")
    func stale() {
        var dictation = Dictation(capacity: 100)
        _ = dictation.begin(turn: 1, vocabulary: "open")
        dictation.listen([1], turn: 1)
        dictation.softEnd(turn: 1, revision: 0)
        _ = steps(&dictation)
        dictation.reopen(turn: 1, revision: 1)
        dictation.softEnd(turn: 1, revision: 1)
        #expect(dictation.next() == nil)
        let isWanted = dictation.answer(turn: 1, revision: 0)
        #expect(!isWanted)
        let again = steps(&dictation)
        #expect(again == [.begin(vocabulary: "open"), .samples([1]), .finish(turn: 1, revision: 1)])
    }

    @Test("a recogniser that fails is replaced once, and then the turn has failed")
    func failing() {
        var dictation = Dictation(capacity: 100)
        _ = dictation.begin(turn: 1, vocabulary: "open")
        dictation.listen([1], turn: 1)
        dictation.finish(turn: 1, revision: 0)
        _ = steps(&dictation)
        let first = dictation.fail()
        #expect(first == nil)
        let again = steps(&dictation)
        #expect(again == [.begin(vocabulary: "open"), .samples([1]), .finish(turn: 1, revision: 0)])
        let second = dictation.fail()
        #expect(second == 1 && dictation.next() == nil)
    }

    @Test("a turn whose time is up has failed, whatever was tried")
    func late() {
        var dictation = Dictation(capacity: 100)
        _ = dictation.begin(turn: 1, vocabulary: "open")
        dictation.finish(turn: 1, revision: 0)
        _ = steps(&dictation)
        let failed = dictation.fail(isFinal: true)
        #expect(failed == 1)
    }

    @Test("a recogniser that fails before words are wanted is tried again when they are")
    func failsEarly() {
        var dictation = Dictation(capacity: 100)
        _ = dictation.begin(turn: 1, vocabulary: "open")
        dictation.listen([1], turn: 1)
        for _ in 0..<2 {
            _ = steps(&dictation)
            let failed = dictation.fail()
            #expect(failed == nil)
        }
        #expect(dictation.next() == nil)
        dictation.softEnd(turn: 1, revision: 0)
        let again = steps(&dictation)
        #expect(again.last == .finish(turn: 1, revision: 0))
    }

    @Test("past its capacity the oldest sound goes, and nothing but sound")
    func bounded() {
        var dictation = Dictation(capacity: 20_000)
        _ = dictation.begin(turn: 1, vocabulary: "open")
        for value in 0..<5 { dictation.listen([Int16](repeating: Int16(value), count: 8_000), turn: 1) }
        dictation.finish(turn: 1, revision: 0)
        let done = steps(&dictation)
        let kept = done.reduce(0) { if case .samples(let samples) = $1 { $0 + samples.count } else { $0 } }
        #expect(dictation.dropped + kept == 40_000 && kept <= 20_000)
        #expect(done.first == .begin(vocabulary: "open") && done.last == .finish(turn: 1, revision: 0))
    }

    @Test("of ten minutes that no recogniser takes the last one is kept")
    func monologue() {
        var dictation = Dictation(capacity: 960_000)
        let second = [Int16](repeating: 1, count: 16_000)
        for turn in 1...10 {
            _ = dictation.begin(turn: turn, vocabulary: "open")
            for _ in 0..<60 { dictation.listen(second, turn: turn) }
            dictation.softEnd(turn: turn, revision: 0)
        }
        #expect(dictation.dropped == 9 * 960_000)
    }

    @Test("of many turns that wait the oldest is given up")
    func manyTurns() {
        var dictation = Dictation(capacity: 1_000)
        for turn in 1...20 {
            _ = dictation.begin(turn: turn, vocabulary: "open")
            dictation.finish(turn: turn, revision: 0)
        }
        let done = steps(&dictation)
        #expect(done.last == .finish(turn: 13, revision: 0))
    }

    @Test("a turn that is given up leaves the others")
    func forgotten() {
        var dictation = Dictation(capacity: 100)
        _ = dictation.begin(turn: 1, vocabulary: "open")
        dictation.listen([1], turn: 1)
        _ = dictation.begin(turn: 2, vocabulary: "date")
        let wasBusy = dictation.forget(turn: 1)
        #expect(!wasBusy && dictation.next() == .begin(vocabulary: "date"))
        let isBusy = dictation.forget(turn: 2)
        #expect(isBusy && dictation.next() == nil)
    }
}
