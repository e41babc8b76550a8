import Session
import Speech
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct EarTests {
    @Test("an utterance's samples reach the recogniser, and its words come back under its number and revision")
    func wordsOfAnUtterance() async {
        await listen(ScriptedRecognizer([.answers("n=")])) { ear, reports in
            ear.begin(turn: 3, vocabulary: "date")
            for _ in 0..<10 { ear.listen([Int16](repeating: 1, count: 320), turn: 3) }
            ear.finish(turn: 3, revision: 2)
            #expect(await reports.next() == .words("n=3200", turn: 3, revision: 2))
        }
    }

    @Test("one stream serves the call; each utterance names its vocabulary")
    func vocabularies() async {
        let recognizer = ScriptedRecognizer([])
        await listen(recognizer) { ear, reports in
            for (turn, vocabulary) in [(1, "date"), (2, "open"), (3, "yes_no")] {
                ear.begin(turn: turn, vocabulary: vocabulary)
                ear.listen([1], turn: turn)
                ear.finish(turn: turn)
                #expect(await reports.next() == .words("1", turn: turn, revision: 0))
            }
        }
        #expect(recognizer.vocabularies.withLock { $0.suffix(3) } == ["date", "open", "yes_no"])
        #expect(recognizer.streams.withLock { $0 } == 1)
    }

    @Test("who goes on after a pause is heard again as a whole")
    func reopening() async {
        await listen(ScriptedRecognizer([.answers("a "), .answers("b ")])) { ear, reports in
            ear.begin(turn: 1, vocabulary: "open")
            ear.listen([1, 2], turn: 1)
            ear.softEnd(turn: 1, revision: 0)
            #expect(await reports.next() == .words("a 2", turn: 1, revision: 0))
            ear.reopen(turn: 1, revision: 1)
            ear.listen([3], turn: 1)
            ear.finish(turn: 1, revision: 1)
            #expect(await reports.next() == .words("b 3", turn: 1, revision: 1))
        }
    }

    @Test("a turn that ends where its words came is not asked for them again")
    func finishedOnce() async {
        let recognizer = ScriptedRecognizer([.answers("a "), .answers("b ")])
        await listen(recognizer) { ear, reports in
            ear.begin(turn: 1, vocabulary: "open")
            ear.listen([1], turn: 1)
            ear.softEnd(turn: 1, revision: 4)
            #expect(await reports.next() == .words("a 1", turn: 1, revision: 4))
            ear.finish(turn: 1, revision: 4)
            ear.begin(turn: 2, vocabulary: "open")
            ear.listen([1], turn: 2)
            ear.finish(turn: 2)
            #expect(await reports.next() == .words("b 1", turn: 2, revision: 0))
        }
        #expect(recognizer.finishes.withLock { $0 } == 2)
    }

    @Test("a hypothesis comes with its turn, and says whether the recogniser takes it for whole")
    func hypothesis() async {
        await listen(ScriptedRecognizer([], hypothesis: Hypothesis("two", isComplete: true))) { ear, reports in
            ear.begin(turn: 5, vocabulary: "open")
            ear.listen([1], turn: 5)
            #expect(await reports.next() == .partial("two", turn: 5, isComplete: true))
        }
    }

    @Test("a stream that fails is replaced, and the next one hears the turn from its beginning")
    func failure() async {
        let recognizer = ScriptedRecognizer([.fails, .answers("ok ")])
        await listen(recognizer) { ear, reports in
            ear.begin(turn: 1, vocabulary: "open")
            ear.listen([1, 2], turn: 1)
            ear.finish(turn: 1)
            #expect(await reports.next() == .words("ok 2", turn: 1, revision: 0))
        }
        #expect(recognizer.streams.withLock { $0 } == 2)
    }

    @Test("a turn fails when two streams did, and the next turn is heard")
    func twoFailures() async {
        await listen(ScriptedRecognizer([.fails, .fails, .answers("ok ")])) { ear, reports in
            for turn in 1...2 {
                ear.begin(turn: turn, vocabulary: "open")
                ear.listen([1, 2], turn: turn)
                ear.finish(turn: turn)
            }
            guard case .failed(_, turn: 1)? = await reports.next() else {
                Issue.record("the first turn did not fail")
                return
            }
            #expect(await reports.next() == .words("ok 2", turn: 2, revision: 0))
        }
    }

    @Test("a recogniser that never answers costs its turn no more than the deadline, and the next turn is heard")
    func hanging() async {
        await listen(ScriptedRecognizer([.hangs, .answers("yes ")])) { ear, reports in
            for turn in 1...2 {
                ear.begin(turn: turn, vocabulary: "open")
                ear.listen([1], turn: turn)
                ear.finish(turn: turn)
                if turn == 1 {
                    guard case .failed(_, turn: 1)? = await reports.next() else {
                        Issue.record("the first turn did not fail")
                        return
                    }
                }
            }
            #expect(await reports.next() == .words("yes 1", turn: 2, revision: 0))
        }
    }

    @Test("a stream that cannot be made in time is made anew", arguments: [ScriptedRecognizer.Manner.hangs, .fails])
    func opening(manner: ScriptedRecognizer.Manner) async {
        await listen(ScriptedRecognizer([.answers("ok ")], openings: [manner])) { ear, reports in
            ear.begin(turn: 1, vocabulary: "open")
            ear.listen([1, 2], turn: 1)
            ear.finish(turn: 1)
            #expect(await reports.next() == .words("ok 2", turn: 1, revision: 0))
        }
    }

    @Test("ten minutes of monologue, a turn a minute, are heard to the last sample by one stream")
    func monologue() async {
        let recognizer = ScriptedRecognizer([])
        await listen(recognizer, limits: EarLimits()) { ear, reports in
            for turn in 1...10 {
                ear.begin(turn: turn, vocabulary: "open")
                for _ in 0..<3_000 { ear.listen([Int16](repeating: 1, count: 320), turn: turn) }
                ear.finish(turn: turn)
                #expect(await reports.next() == .words("960000", turn: turn, revision: 0))
            }
        }
        #expect(recognizer.streams.withLock { $0 } == 1)
    }

    @Test("a stream that does not come back from sound is replaced while the caller speaks")
    func deaf() async throws {
        try await listen(ScriptedRecognizer([.answers("ok ")], deafStreams: 1)) { ear, reports in
            ear.begin(turn: 1, vocabulary: "open")
            for _ in 0..<30 {
                ear.listen([1], turn: 1)
                try await Task.sleep(for: .milliseconds(10))
            }
            ear.finish(turn: 1)
            #expect(await reports.next() == .words("ok 30", turn: 1, revision: 0))
        }
    }

    @Test("a recogniser taken for dead is replaced, and the turn is heard again")
    func revived() async {
        let recognizer = ScriptedRecognizer([.answers("ok ")])
        await listen(recognizer) { ear, reports in
            ear.begin(turn: 1, vocabulary: "open")
            ear.listen([1, 2, 3], turn: 1)
            ear.revive()
            ear.finish(turn: 1)
            #expect(await reports.next() == .words("ok 3", turn: 1, revision: 0))
        }
    }

    @Test("a turn that is given up is not reported, and does not hold up the next", arguments: [true, false])
    func abandoned(isFinishing: Bool) async throws {
        let recognizer = ScriptedRecognizer(isFinishing ? [.hangs] : [])
        try await listen(recognizer) { ear, reports in
            ear.begin(turn: 1, vocabulary: "open")
            ear.listen([1, 2, 3], turn: 1)
            if isFinishing { ear.finish(turn: 1) }
            while isFinishing, recognizer.finishes.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(1)) }
            ear.abandon(turn: 1)
            ear.begin(turn: 2, vocabulary: "open")
            ear.listen([1], turn: 2)
            ear.finish(turn: 2)
            #expect(await reports.next() == .words("1", turn: 2, revision: 0))
        }
    }

    @Test("closing ends the task, even in the middle of an answer")
    func closing() async throws {
        let recognizer = ScriptedRecognizer([.hangs])
        try await listen(recognizer, limits: EarLimits()) { ear, _ in
            ear.begin(turn: 1, vocabulary: "open")
            ear.finish(turn: 1)
            while recognizer.finishes.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(1)) }
        }
    }

    @Test("who only stops listening still gets the words of what was said")
    func closingPatiently() async {
        let (ear, reports) = (Ear(ScriptedRecognizer([.answers("bye ")])), Reports())
        let task = Task { await ear.run(reports.add) }
        ear.begin(turn: 1, vocabulary: "open")
        ear.listen([1], turn: 1)
        ear.finish(turn: 1)
        ear.close(isFinal: false)
        await task.value
        #expect(await reports.next() == .words("bye 1", turn: 1, revision: 0))
    }

    private static var quick: EarLimits {
        var limits = EarLimits()
        limits.opening = .milliseconds(100)
        limits.accepting = .milliseconds(100)
        limits.answering = .milliseconds(800)
        return limits
    }

    private func listen(
        _ recognizer: ScriptedRecognizer, limits: EarLimits = Self.quick,
        _ body: (Ear, Reports) async throws -> Void
    ) async rethrows {
        let (ear, reports) = (Ear(recognizer, limits: limits), Reports())
        let task = Task { await ear.run(reports.add) }
        try await body(ear, reports)
        ear.close()
        await task.value
    }
}
