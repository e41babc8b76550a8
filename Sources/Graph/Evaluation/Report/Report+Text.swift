extension Report {
    private static let columns = ["plays", "success", "turns", "p90", "wrong facts"]

    /// A table for people, and below it what went wrong. With `transcripts`, what was said in every faulty play.
    package func text(transcripts: Bool = false) -> String {
        var lines = table
        for play in unreadable {
            lines += ["", "UNREADABLE \(play.path)"] + play.faults.map { "  line \($0.line): \($0.value)" }
        }
        for performance in faulty {
            lines += ["", Self.heading(performance)]
            lines += performance.failures.map { "  \($0)" }
            lines += performance.wrongFacts.map { "  wrong fact in \($0)" }
            if transcripts {
                lines += performance.transcript.map { "    \($0.speaker.rawValue): \(Self.short($0.text))" }
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func heading(_ performance: Performance) -> String {
        (performance.isSuccess ? "WRONG FACT " : "FAILED ") + "\(performance.play.path): \(performance.play.title)"
    }

    private static func short(_ text: String) -> String {
        text.count <= 400 ? text : text.prefix(400) + "… (\(text.count) characters)"
    }

    private var table: [String] {
        let rows = folders.map { Self.row($0.name.isEmpty ? "." : $0.name, $0.score) } + [Self.row("all", score)]
        let all = [["folder"] + Self.columns] + rows
        let widths = (0...Self.columns.count).map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            let cells = row.enumerated().map { index, cell in
                let padding = String(repeating: " ", count: widths[index] - cell.count)
                return index == 0 ? cell + padding : padding + cell
            }
            return cells.joined(separator: "  ")
        }
    }

    private static func row(_ name: String, _ score: Score) -> [String] {
        [
            name, "\(score.plays)", percent(score.success), score.medianTurns.map { "\($0)" } ?? "-",
            score.p90Turns.map { "\($0)" } ?? "-", "\(score.wrongFacts)",
        ]
    }

    /// One place after the point, rounded down: 94.99 is not 95.
    private static func percent(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
