package import Document

extension Report {
    /// For programs. With `transcripts`, what was said in every faulty play.
    package func json(transcripts: Bool = false) -> JSON {
        var fields = Self.fields(score)
        fields["folders"] = .array(
            folders.map { folder in
                JSON.object(Self.fields(folder.score).merging(["name": .string(folder.name)]) { $1 })
            })
        fields["unreadable"] = .array(unreadable.map(Self.json))
        fields["faulty"] = .array(faulty.map { Self.json($0, transcripts) })
        return .object(fields)
    }

    private static func fields(_ score: Score) -> [String: JSON] {
        [
            "plays": .int(score.plays), "successes": .int(score.successes), "success_percent": .number(score.success),
            "turns_median": score.medianTurns.map(JSON.int) ?? .null,
            "turns_p90": score.p90Turns.map(JSON.int) ?? .null,
            "wrong_facts": .int(score.wrongFacts),
        ]
    }

    private static func json(_ play: InvalidPlay) -> JSON {
        let faults = play.faults.map { JSON.object(["line": .int($0.line), "reason": .string("\($0.value)")]) }
        return ["play": .string(play.path), "faults": .array(faults)]
    }

    private static func json(_ performance: Performance, _ transcripts: Bool) -> JSON {
        var fields: [String: JSON] = [
            "play": .string(performance.play.path), "title": .string(performance.play.title),
            "success": .bool(performance.isSuccess),
            "failures": .array(
                performance.failures.map { ["line": $0.line.map(JSON.int) ?? .null, "reason": .string($0.reason)] }),
            "wrong_facts": .array(
                performance.wrongFacts.map {
                    [
                        "reply": .int($0.reply), "claim": .string($0.claim), "reason": .string($0.reason),
                        "sentence": .string($0.sentence),
                    ]
                }),
        ]
        if transcripts {
            fields["transcript"] = .array(
                performance.transcript.map { ["speaker": .string($0.speaker.rawValue), "text": .string($0.text)] })
        }
        return .object(fields)
    }
}
