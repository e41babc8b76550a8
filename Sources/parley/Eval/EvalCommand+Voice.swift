import Document
import Evaluation
import Foundation
import Logging
import VoiceEvaluation

extension EvalCommand {
    /// Performs calls and trials by voice; their bars decide.
    func runByVoice() async throws {
        let calls = try voiceLibrary()
        let trials = trialMoments == 0 || only != nil ? [] : Trial.all(moments: trialMoments)
        guard !calls.calls.isEmpty || !calls.unreadable.isEmpty || !trials.isEmpty else {
            throw CommandFailure(.usage, "there is no such call.")
        }
        guard let recordings = Installation.recordings else {
            throw CommandFailure(.usage, "there are no recordings: run this in a checkout.")
        }
        let equipment = try CallEquipment.prepare(
            try business.pack(), recordings: recordings, ProcessInfo.processInfo.environment,
            logger: log.logger("parley.eval", default: .critical))
        let report = await VoiceEvaluationRun(equipment: equipment, width: atOnce).perform(calls, trials: trials)
        Console.print(json ? report.json(transcripts: verbose).text : report.text(transcripts: verbose))
        guard report.isGood else {
            let missed = report.figures.filter { !$0.isGood }.map(\.name).joined(separator: ", ")
            throw CommandFailure(.failed, "these miss their bars: \(missed).")
        }
    }

    private func voiceLibrary() throws(CommandFailure) -> CallLibrary {
        var library = CallLibrary()
        guard !trialsOnly else { return library }
        let paths = self.paths.isEmpty ? [Installation.calls].compactMap(\.self) : self.paths
        guard !paths.isEmpty else { throw CommandFailure(.usage, "there is no folder Calls here; name one.") }
        for path in paths {
            do { try library.add(path) } catch { throw CommandFailure(.usage, "there is no \(path).") }
        }
        if let only { library.keep(only) }
        return library
    }
}
