package import Document

extension VoiceReport {
    /// For programs. With `transcripts`, what was said in every call.
    package func json(transcripts: Bool = false) -> JSON {
        [
            "good": .bool(isGood), "figures": .array(figures.map(Self.json)),
            "calls": .array(calls.map { Self.json($0, transcripts) }),
            "interjections": .array(
                interjections.map {
                    [
                        "sound": .string($0.sound), "at_ms": .number($0.at.milliseconds),
                        "stopped": .bool($0.isStopped), "lost_ms": .number($0.lost.milliseconds),
                        "missing_ms": .number($0.missing.milliseconds),
                    ]
                }),
            "interruptions": .array(
                interruptions.map {
                    [
                        "full_volume_ms": $0.fullVolume.map { .number($0.milliseconds) } ?? .null,
                        "silence_ms": $0.silence.map { .number($0.milliseconds) } ?? .null,
                        "heard_error_words": $0.heardError.map(JSON.int) ?? .null,
                    ]
                }),
            "unreadable": .array(unreadable.map { .string("\($0)") }),
        ]
    }

    private static func json(_ figure: VoiceFigure) -> JSON {
        [
            "name": .string(figure.name), "value": figure.value.map(JSON.number) ?? .null,
            "unit": .string(figure.unit), "bar": figure.bar.map(JSON.number) ?? .null, "ok": .bool(figure.isGood),
            "note": .string(figure.note),
        ]
    }

    private static func json(_ call: CallScore, _ transcripts: Bool) -> JSON {
        var fields: [String: JSON] = [
            "call": .string(call.path), "title": .string(call.title), "success": .bool(call.isSuccess),
            "failures": .array(call.failures.map(JSON.string)), "turns": .int(call.callerTurns),
            "double_replies": .int(call.doubleReplies),
            "answers": .array(
                call.turns.map {
                    [
                        "answer_ms": .number($0.answer), "wait_ms": $0.wait.map(JSON.number) ?? .null,
                        "engines_ms": $0.engines.map(JSON.number) ?? .null,
                        "way_ms": $0.way.map(JSON.number) ?? .null,
                        "added_ms": $0.added.map(JSON.number) ?? .null,
                    ]
                }),
        ]
        if transcripts {
            fields["transcript"] = .array(
                call.transcript.map { ["speaker": .string($0.speaker), "text": .string($0.text)] })
        }
        return .object(fields)
    }
}
