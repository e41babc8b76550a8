extension VoiceReport {
    /// A table for people, and below it what went wrong. With `transcripts`, what was said in every call that failed.
    package func text(transcripts: Bool = false) -> String {
        var lines = table
        for play in unreadable { lines += ["", "UNREADABLE \(play)"] }
        for call in calls where !call.isSuccess {
            lines += ["", "FAILED \(call.path): \(call.title)"] + call.failures.map { "  \($0)" }
            if transcripts { lines += call.transcript.map { "    \($0.speaker): \($0.text)" } }
        }
        return lines.joined(separator: "\n")
    }

    private var table: [String] {
        let rows = figures.map { [$0.title, Self.number($0.value, $0.unit), Self.bar($0), $0.note] }
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return zip(figures, rows).map { figure, row in
            let cells = (0..<3).map { column in
                let padding = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[0] + padding : padding + row[column]
            }
            let verdict = figure.bar == nil ? "        " : figure.isGood ? "  ok    " : "  MISSED"
            return (cells.joined(separator: "  ") + verdict + "  " + row[3]).trimmedEnd
        }
    }

    private static func bar(_ figure: VoiceFigure) -> String {
        figure.bar.map { (figure.isLeast ? "≥ " : "≤ ") + number($0, figure.unit) } ?? ""
    }

    /// One place after the point where there is something behind it.
    private static func number(_ value: Double?, _ unit: String) -> String {
        guard let value else { return "—" }
        let tenths = Int((value * 10).rounded())
        let text = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
        return unit.isEmpty ? text : "\(text) \(unit)"
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
    }
}
