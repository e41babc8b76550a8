import Evaluation
import Store
import Timing
import VoiceEvaluation

/// A call in which the caller asks questions, and sounds are played over the answers.
struct TrialPerformance {
    /// What is known of a trial before the call's sound is looked at.
    private struct Take {
        let trial: Trial
        /// The answer's first sound, and when it must be over.
        let span: (from: Instant, to: Instant)
        /// The first loud frame of what was played over it.
        let onset: Instant
        let planned: String
        /// The words the log says were heard.
        let told: Int?
    }

    /// What became of the trials of a call.
    struct Result: Sendable {
        var interruptions: [InterruptionTrial] = []
        var interjections: [InterjectionTrial] = []
        var void = 0
    }

    private let equipment: CallEquipment
    private let booth: CallBooth
    private let phone: Telephone
    private var takes: [Take] = []
    /// Everything the agent began to say.
    private var begun: [String] = []
    private var void = 0

    /// Performs the trials one after the other in one call; the sound is looked at by `result`, when nobody is on the line
    /// any more.
    static func perform(_ trials: [Trial], number: Int, _ equipment: CallEquipment) async throws -> TrialPerformance {
        let play = Play(title: "trials", path: "trials-\(number)")
        let scene = try Scene(play, on: equipment.stage)
        let booth = try await CallBooth.open("sess_trial_\(number)", scene.world, equipment)
        let phone = try await booth.telephone(equipment)
        var performance = TrialPerformance(equipment: equipment, booth: booth, phone: phone)
        if await phone.waits(CallPatience.greeting, until: { $0.isQuiet(for: CallPatience.pause) }) {
            for trial in trials { try await performance.perform(trial) }
        } else {
            performance.void = trials.count
        }
        performance.begun = CallLog(events: await booth.events(after: 0)).begun.map(\.planned)
        await phone.hangUp()
        _ = await booth.ending(within: .seconds(5))
        await booth.close()
        return performance
    }

    private init(equipment: CallEquipment, booth: CallBooth, phone: Telephone) {
        (self.equipment, self.booth, self.phone) = (equipment, booth, phone)
    }

    private mutating func perform(_ trial: Trial) async throws {
        let mark = await booth.events(after: 0).last?.sequence ?? 0
        await phone.say(try await equipment.sounds.recording(trial.question))
        _ = await phone.waits(.seconds(30)) { !$0.isSpeaking }
        guard let end = await phone.spoken?.end, let first = await firstSound(after: end) else {
            return void += 1
        }
        let pause = first + trial.at - .monotonic()
        if pause > .zero { try await Task.sleep(for: pause) }
        await phone.say(try await equipment.sounds.recording(trial.sound))
        _ = await phone.waits(.seconds(30)) { !$0.isSpeaking }
        // An interruption is a question, and is answered.
        if trial.purpose == .interruption, let end = await phone.spoken?.end { _ = await firstSound(after: end) }
        _ = await phone.waitForQuiet(.milliseconds(1500))
        let log = CallLog(events: await booth.events(after: mark))
        guard let onset = await phone.spoken?.onset,
            let planned = log.begun.first(where: { $0.source == "reply" })?.planned
        else { return void += 1 }
        let told = log.heard(of: planned)?.split(whereSeparator: \.isWhitespace).count
        takes.append(
            Take(trial: trial, span: (first, .monotonic()), onset: onset, planned: planned, told: told))
    }

    private func firstSound(after instant: Instant) async -> Instant? {
        _ = await phone.waits(CallPatience.answer) { $0.voice.firstSound(after: instant) != nil }
        return await phone.voice.firstSound(after: instant)
    }

    /// Looks at the sound that was received.
    func result() async -> Result {
        var result = Result()
        result.void = void
        let references = booth.voice.references.filter { reference in
            begun.contains { $0.contains(reference.text) }
        }
        let hearing = Hearing(await phone.voice, of: references)
        for take in takes {
            switch take.trial.purpose {
            case .interjection:
                let sentences = references.indices.filter { take.planned.contains(references[$0].text) }
                let found = InterjectionTrial(
                    take.trial.sound, at: take.trial.at, hearing, sentences: sentences, span: take.span)
                if let found { result.interjections.append(found) } else { result.void += 1 }
            case .interruption:
                result.interruptions.append(
                    InterruptionTrial(hearing, answer: take.span.from, onset: take.onset, told: take.told))
            }
        }
        return result
    }
}
