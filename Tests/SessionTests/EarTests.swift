import Session
import Speech
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct EarTests {
    @Test("an utterance's samples reach the recogniser, and its words come back under its number")
    func wordsOfAnUtterance() async {
        let (ear, reports, task) = listen(ScriptedRecognizer([.answers("n=")]))
        ear.begin(turn: 3, vocabulary: "date")
        for _ in 0..<10 { ear.listen([Int16](repeating: 1, count: 320), turn: 3) }
        ear.finish(turn: 3)
        #expect(await reports.next() == .words("n=3200", turn: 3))
        ear.close()
        await task.value
    }

    @Test("one stream serves the call; each utterance names its vocabulary")
    func vocabularies() async {
        let recognizer = ScriptedRecognizer([])
        let (ear, reports, task) = listen(recognizer)
        for (turn, vocabulary) in [(1, "open"), (2, "date"), (3, "yes_no")] {
            ear.begin(turn: turn, vocabulary: vocabulary)
            ear.listen([1], turn: turn)
            ear.finish(turn: turn)
            #expect(await reports.next() == .words("1", turn: turn))
        }
        #expect(recognizer.vocabularies.withLock { $0 } == ["open", "date", "yes_no"])
        #expect(recognizer.streams.withLock { $0 } == 1)
        ear.close()
        await task.value
    }

    @Test("a stream that failed is replaced for the next utterance")
    func failure() async {
        let recognizer = ScriptedRecognizer([.fails, .answers("ok ")])
        let (ear, reports, task) = listen(recognizer)
        for turn in 1...2 {
            ear.begin(turn: turn, vocabulary: "open")
            ear.listen([1, 2], turn: turn)
            ear.finish(turn: turn)
        }
        guard case .failed(_, turn: 1)? = await reports.next() else {
            Issue.record("the first utterance did not fail")
            return
        }
        #expect(await reports.next() == .words("ok 2", turn: 2))
        #expect(recognizer.streams.withLock { $0 } == 2)
        ear.close()
        await task.value
    }

    @Test("a recogniser that never answers is given up with its turn, and the next turn is heard")
    func hanging() async throws {
        let recognizer = ScriptedRecognizer([.hangs, .answers("yes ")])
        let (ear, reports, task) = listen(recognizer)
        ear.begin(turn: 1, vocabulary: "open")
        ear.finish(turn: 1)
        while recognizer.finishes.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(1)) }
        ear.begin(turn: 2, vocabulary: "open")
        ear.listen([1], turn: 2)
        ear.finish(turn: 2)
        ear.abandon(turn: 1)
        #expect(await reports.next() == .failed("cancelled", turn: 1))
        #expect(await reports.next() == .words("yes 1", turn: 2))
        ear.close()
        await task.value
    }

    @Test("a turn that is given up before its end never reaches the recogniser's answer")
    func abandonedEarly() async {
        let (ear, reports, task) = listen(ScriptedRecognizer([.answers("")]))
        ear.begin(turn: 1, vocabulary: "open")
        ear.listen([1, 2, 3], turn: 1)
        ear.abandon(turn: 1)
        ear.begin(turn: 2, vocabulary: "open")
        ear.listen([1], turn: 2)
        ear.finish(turn: 2)
        #expect(await reports.next() == .words("1", turn: 2))
        ear.close()
        await task.value
    }

    @Test("closing ends the task, even in the middle of an answer")
    func closing() async throws {
        let (ear, _, task) = listen(ScriptedRecognizer([.hangs]))
        ear.begin(turn: 1, vocabulary: "open")
        ear.finish(turn: 1)
        try await Task.sleep(for: .milliseconds(20))
        ear.close()
        await task.value
    }

    private func listen(_ recognizer: ScriptedRecognizer) -> (Ear, Reports, Task<Void, Never>) {
        let (ear, reports) = (Ear(recognizer), Reports())
        return (ear, reports, Task { await ear.run(reports.add) })
    }
}
