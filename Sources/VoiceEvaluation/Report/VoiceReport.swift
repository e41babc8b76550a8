package import Evaluation

/// What became of all calls and trials of a run.
package struct VoiceReport: Hashable, Sendable {
    package var calls: [CallScore] = []
    package var interruptions: [InterruptionTrial] = []
    package var interjections: [InterjectionTrial] = []
    /// Trials in which the agent said nothing that could be talked over.
    package var voidTrials = 0
    package var unreadable: [InvalidPlay] = []

    package init() {}

    private var turns: [TurnFigures] { calls.flatMap(\.turns) }

    /// Successful calls in percent; a file that is no play counts as a call that failed.
    package var success: Double? {
        let all = calls.count + unreadable.count
        return all == 0 ? nil : Double(calls.count(where: \.isSuccess)) * 100 / Double(all)
    }

    /// The figures for what was performed: none of calls without calls, none of trials without trials.
    package var figures: [VoiceFigure] {
        (calls.isEmpty && unreadable.isEmpty ? [] : ofCalls) + (interruptions.isEmpty ? [] : ofInterruptions)
            + (interjections.isEmpty ? [] : ofInterjections)
    }

    /// Whether something was measured and every bar is kept.
    package var isGood: Bool { !figures.isEmpty && figures.allSatisfy(\.isGood) }

    private var ofCalls: [VoiceFigure] {
        let answers = turns.map(\.answer)
        let (waits, added) = (turns.compactMap(\.wait), turns.compactMap(\.added))
        let (ways, engines) = (turns.compactMap(\.way), turns.compactMap(\.engines))
        return [
            VoiceFigure(
                "task_success", "whole calls that got what they wanted", success, "%", least: 85,
                note: "\(calls.count(where: \.isSuccess)) of \(calls.count + unreadable.count)"),
            VoiceFigure(
                "turns", "turns of a caller, median", calls.map { Double($0.callerTurns) }.median, ""),
            VoiceFigure(
                "answer_median", "caller's last word to the agent's first sound, median", answers.median, "ms",
                most: 900, note: "\(answers.count) answers"),
            VoiceFigure("answer_p95", "the same, 95th percentile", answers.percentile(95), "ms"),
            VoiceFigure(
                "way_median", "of it until the silence is heard, and the answer: line, jitter buffer, voice activity",
                ways.median, "ms", note: Self.percentile95(ways)),
            VoiceFigure("wait_median", "of it the chosen wait, median", waits.median, "ms"),
            VoiceFigure(
                "engines_median", "of it recogniser, conversation and synthesiser, median", engines.median, "ms",
                note: Self.percentile95(engines)),
            VoiceFigure(
                "added_p95", "added beyond wait and engines, 95th percentile", added.percentile(95), "ms", most: 50,
                note: "\(added.count) answers"),
            VoiceFigure(
                "double_replies", "turns answered twice", Double(calls.reduce(0) { $0 + $1.doubleReplies }), "",
                most: 0),
        ]
    }

    private var ofInterruptions: [VoiceFigure] {
        let full = interruptions.compactMap(\.fullVolume).map(\.milliseconds)
        let silence = interruptions.compactMap(\.silence).map(\.milliseconds)
        let errors = interruptions.compactMap(\.heardError).map(Double.init)
        return [
            VoiceFigure(
                "barge_in_full_volume_p95", "barge-in: onset to the last sample at full volume, 95th percentile",
                full.percentile(95), "ms", most: 120, note: Self.spread(full)),
            VoiceFigure(
                "barge_in_silence_p95", "barge-in: onset to silence, 95th percentile", silence.percentile(95), "ms",
                most: 300, note: Self.spread(silence)),
            VoiceFigure(
                "heard_error_p95", "heard text at a barge-in, wrong by, 95th percentile", errors.percentile(95),
                "words", most: 1, note: "\(errors.count) barge-ins"),
        ]
    }

    private var ofInterjections: [VoiceFigure] {
        let stopped = interjections.filter(\.isStopped)
        let lost = interjections.filter { !$0.isStopped }.map(\.lost.milliseconds)
        let names = Dictionary(grouping: stopped, by: \.sound).map { "\($0.key) \($0.value.count)" }.sorted()
        return [
            VoiceFigure(
                "false_stops", "back-channels and noises that stopped the agent",
                Double(stopped.count) * 100 / Double(interjections.count), "%", most: 30,
                note: "\(stopped.count) of \(interjections.count)"
                    + (names.isEmpty ? "" : ": " + names.joined(separator: ", "))),
            VoiceFigure(
                "lost_on_resume", "speech lost where the agent went on, most", lost.max() ?? 0, "ms", most: 0,
                note: "\(lost.count(where: { $0 > 0 })) of \(lost.count) answers"),
            VoiceFigure("void_trials", "trials without an answer to talk over", Double(voidTrials), ""),
        ]
    }

    private static func percentile95(_ values: [Double]) -> String {
        values.percentile(95).map { "95th percentile \(Int($0)) ms" } ?? ""
    }

    private static func spread(_ values: [Double]) -> String {
        guard let least = values.min(), let median = values.median, let most = values.max() else { return "none" }
        return "\(values.count) barge-ins, \(Int(least))–\(Int(median))–\(Int(most)) ms"
    }
}

extension Duration {
    var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}
