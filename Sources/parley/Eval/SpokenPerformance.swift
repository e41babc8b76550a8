import Conversation
import Evaluation
import Foundation
import Host
import Store
import Timing
import VoiceEvaluation

/// One spoken play while it is performed.
struct SpokenPerformance {
    /// A line is said again so often when the agent asks for it.
    private static let repetitions = 2

    let call: SpokenPlay
    let equipment: CallEquipment
    let booth: CallBooth
    let phone: Telephone
    var scene: Scene
    private var host: ConversationHost?
    private var failures: [String] = []
    private var turns: [TurnFigures] = []
    /// The event before the latest line, and what the answer to it took.
    private var mark = 0
    private var answered: Double?

    /// Performs a play in a room of its own.
    static func score(_ call: SpokenPlay, number: Int, _ equipment: CallEquipment) async -> CallScore {
        do {
            var scene = try Scene(call.play, on: equipment.stage)
            try await scene.set()
            let booth = try await CallBooth.open("sess_eval_\(number)", scene.world, equipment)
            let phone = try await booth.telephone(equipment, background: try await equipment.sounds.behind(call))
            var performance = SpokenPerformance(call, equipment, booth, phone, scene)
            await performance.perform()
            let score = await performance.close()
            await booth.close()
            return score
        } catch {
            return CallScore(path: call.play.path, title: call.play.title, failures: ["\(error)"], callerTurns: 0)
        }
    }

    private init(
        _ call: SpokenPlay, _ equipment: CallEquipment, _ booth: CallBooth, _ phone: Telephone, _ scene: Scene
    ) {
        (self.call, self.equipment, self.booth, self.phone, self.scene) = (call, equipment, booth, phone, scene)
    }

    private mutating func perform() async {
        guard await phone.waits(CallPatience.greeting, until: { $0.isQuiet(for: CallPatience.pause) }) else {
            return failures.append("the agent did not greet")
        }
        host = await booth.reception.host(booth.room)
        for step in call.steps {
            do {
                try await take(step.value, line: step.line)
            } catch {
                return failures.append("line \(step.line): \(error)")
            }
        }
    }

    private mutating func take(_ step: SpokenPlay.Step, line: Int) async throws {
        switch step {
        case .play(.says(let words), let delivery): try await say(words, delivery, line: line)
        case .play(.silence, _): try await Task.sleep(for: .seconds(8))
        case .play(.task(let end), _):
            _ = await phone.waitForQuiet()
            scene.finish(end)
            _ = await answer(after: .monotonic())
        case .play(.later(let seconds), _): scene.move(by: seconds)
        case .play(.taken(let pattern), _): try await scene.take(pattern)
        case .play(.check(let check), _):
            _ = await phone.waitForQuiet()
            let reply = CallLog(events: await booth.events(after: 0)).exchanges.last?.reply ?? ""
            if !check.accepts(reply) {
                failures.append("line \(line): expected \(check), but the agent said: \(reply)")
            }
        case .interjection(let interjection):
            try await waitOver(interjection.over)
            await phone.say(try await equipment.sounds.recording(interjection.sound))
        }
    }

    /// Says a line at its time, and again when the agent asks for it.
    private mutating func say(_ words: String, _ delivery: Delivery, line: Int) async throws {
        let sound = try await equipment.sounds.sound(words, delivery)
        if let over = delivery.over {
            try await waitOver(over)
        } else {
            guard await phone.waitForQuiet() else { throw CommandFailure(.failed, "the agent does not finish") }
        }
        await collect()
        for attempt in 0...Self.repetitions {
            guard await !phone.isOver else { throw StageError.callEnded }
            mark = await booth.events(after: 0).last?.sequence ?? 0
            // Nobody says a thing three times in the same way.
            let rendition =
                try await attempt < Self.repetitions ? sound : equipment.sounds.words(words)
            guard await speak(rendition) else { throw CommandFailure(.failed, "nobody answered") }
            // Whoever is talked over next does not wait for the end of the answer.
            guard !isNextOver(line) else { return }
            _ = await phone.waitForQuiet()
            let log = CallLog(events: await booth.events(after: mark))
            await collect()
            guard log.asksAgain else { return }
        }
    }

    /// Says something to its end, and waits for an answer; whether there is one.
    private mutating func speak(_ sound: [Int16]) async -> Bool {
        await phone.say(sound)
        guard await phone.waits(.seconds(90), until: { !$0.isSpeaking }), let end = await phone.spoken?.end else {
            return false
        }
        let wasSounding = await phone.voice.isSounding(at: end)
        guard let first = await answer(after: end) else { return false }
        answered = wasSounding ? nil : (first - end).inMilliseconds
        return true
    }

    private func answer(after instant: Instant) async -> Instant? {
        _ = await phone.waits(CallPatience.answer) { $0.voice.firstSound(after: instant) != nil }
        return await phone.voice.firstSound(after: instant)
    }

    private func waitOver(_ delay: Duration) async throws {
        let now = Instant.monotonic()
        let begun: Instant? = if await phone.voice.isSounding(at: now) { now } else { await answer(after: now) }
        guard begun != nil else { throw CommandFailure(.failed, "there is nothing to talk over") }
        try await Task.sleep(for: delay)
    }

    private func isNextOver(_ line: Int) -> Bool {
        switch call.steps.first(where: { $0.line > line })?.value {
        case .interjection?: true
        case .play(_, let delivery)?: delivery.over != nil
        case nil: false
        }
    }

    /// Keeps what the latest answer took, with what the log says of it.
    private mutating func collect() async {
        guard let answer = answered else { return }
        answered = nil
        turns.append(TurnFigures(answer: answer, latency: CallLog(events: await booth.events(after: mark)).latency))
    }

    private mutating func close() async -> CallScore {
        _ = await phone.waitForQuiet()
        await collect()
        let isGoodbye = call.play.expectations.contains { $0.value == .ended }
        if isGoodbye { _ = await phone.waits(CallPatience.goodbye) { $0.isOver } }
        await phone.hangUp()
        let reason = await booth.ending(within: .seconds(10))
        let log = CallLog(events: await booth.events(after: 0))
        await judge(log, isEnded: reason == "goodbye")
        var score = CallScore(
            path: call.play.path, title: call.play.title, failures: failures,
            callerTurns: scene.outcome.callerTurns)
        (score.turns, score.doubleReplies) = (turns, log.doubleReplies)
        score.transcript = log.transcript.map { CallScore.Line($0.role, $0.text) }
        return score
    }

    private mutating func judge(_ log: CallLog, isEnded: Bool) async {
        let state = await host?.state ?? ConversationState(sessionID: booth.room, createdAt: Date())
        do throws(StageError) {
            try await scene.close(log.exchanges, state, isEnded: isEnded)
            failures += Judge(call.play, scene.outcome).failures.map(\.description)
        } catch {
            failures.append(error.description)
        }
    }
}
