import VoiceEvaluation

/// All calls and trials of an evaluation, so many at a time.
struct VoiceEvaluationRun: Sendable {
    /// Trials of one call.
    private static let trialsPerCall = 3

    let equipment: CallEquipment
    /// Calls at the same time.
    let width: Int

    func perform(_ library: CallLibrary, trials: [Trial]) async -> VoiceReport {
        var report = VoiceReport()
        report.unreadable = library.unreadable
        report.calls = await atOnce(library.calls) { number, call in
            await SpokenPerformance.score(call, number: number, equipment)
        }
        let groups = stride(from: 0, to: trials.count, by: Self.trialsPerCall).map {
            Array(trials[$0..<min($0 + Self.trialsPerCall, trials.count)])
        }
        let performed = await atOnce(groups) { number, group in
            (group.count, try? await TrialPerformance.perform(group, number: number, equipment))
        }
        // Looking at the sound takes the processor that calls need: it is done when they are over.
        for (count, performance) in performed {
            guard let result = await performance?.result() else {
                report.voidTrials += count
                continue
            }
            report.interruptions += result.interruptions
            report.interjections += result.interjections
            report.voidTrials += result.void
        }
        return report
    }

    private func atOnce<Work: Sendable, Done: Sendable>(
        _ work: [Work], _ body: @escaping @Sendable (Int, Work) async -> Done
    ) async -> [Done] {
        await withTaskGroup(of: (Int, Done).self) { group in
            var waiting = work.enumerated().makeIterator()
            func begin() {
                guard let (index, item) = waiting.next() else { return }
                group.addTask { (index, await body(index, item)) }
            }
            for _ in 0..<max(1, width) { begin() }
            var done: [Int: Done] = [:]
            while let (index, result) = await group.next() {
                done[index] = result
                begin()
            }
            return work.indices.compactMap { done[$0] }
        }
    }
}
