import Document
import Evaluation
import Testing
import Timing

@testable import VoiceEvaluation

@Test("percentiles are of nearest rank")
func percentiles() {
    #expect([Double]().percentile(95) == nil)
    #expect([7.0].percentile(95) == 7)
    #expect((1...20).map(Double.init).percentile(95) == 19)
    #expect((1...21).map(Double.init).percentile(95) == 20)
    #expect([4.0, 1, 3, 2].median == 2)
}

@Test("what was added is beyond the wait and the engines, and unknown where the log does not say")
func added() {
    let latency: JSON = [
        "endpointing_ms": 300, "stt_ms": 100, "llm_ms": 5, "first_byte_ms": 40, "tts_ms": 60, "total_ms": 470,
    ]
    let figures = TurnFigures(answer: 600, latency: latency)
    #expect(figures.added == 25)
    #expect(figures.way == 130)
    #expect(figures.wait == 300 && figures.engines == 145)
    #expect(TurnFigures(answer: 470, latency: ["stt_ms": 100]).added == nil)
    #expect(TurnFigures(answer: 470, latency: nil).added == nil)
}

private func call(_ failures: [String], answer: Double) -> CallScore {
    var score = CallScore(path: "a.call", title: "A", failures: failures, callerTurns: 3)
    score.turns = [TurnFigures(answer: answer, wait: answer - 260, engines: 100, session: answer - 130)]
    return score
}

@Test("a report keeps its bars, or says which it misses")
func bars() {
    var report = VoiceReport()
    #expect(!report.isGood)
    report.calls = Array(repeating: call([], answer: 600), count: 9)
    #expect(report.isGood)
    report.calls += [call(["nothing was booked"], answer: 600), call(["nobody came"], answer: 600)]
    #expect(!report.isGood)
    #expect(report.text().contains("MISSED"))
    #expect(report.text().contains("nothing was booked"))
    #expect(report.figures.first { !$0.isGood }?.name == "task_success")
}

@Test("a turn answered twice misses its bar, and so does a figure that nothing was measured for")
func misses() {
    var report = VoiceReport()
    var twice = call([], answer: 500)
    twice.doubleReplies = 1
    report.calls = [twice]
    #expect(report.figures.filter { !$0.isGood }.map(\.name) == ["double_replies"])
    report.calls = [CallScore(path: "b.call", title: "B", failures: [], callerTurns: 0)]
    #expect(report.figures.filter { !$0.isGood }.map(\.name) == ["answer_median", "added_p95"])
}

@Test("false stops are counted by their sounds")
func falseStops() {
    var report = VoiceReport()
    report.interjections = (0..<10).map { index in
        InterjectionTrial(
            sound: index < 4 ? "cough" : "yeah", at: .seconds(1), missing: .seconds(index < 4 ? 1 : 0), lost: .zero)
    }
    let figure = report.figures.first { $0.name == "false_stops" }
    #expect(figure?.value == 40)
    #expect(figure?.isGood == false)
    #expect(figure?.note == "4 of 10: cough 4")
    #expect(report.json()["interjections"]?.elements.count == 10)
}

@Test("a late end of the agent's full volume misses its bar")
func bargeIns() {
    var report = VoiceReport()
    report.interruptions = [100, 110, 130].map {
        InterruptionTrial(fullVolume: .milliseconds($0), silence: .milliseconds(280), heardError: 0)
    }
    #expect(report.figures.filter { !$0.isGood }.map(\.name) == ["barge_in_full_volume_p95"])
}
