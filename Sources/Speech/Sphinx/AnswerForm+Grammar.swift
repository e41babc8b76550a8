// The form as the library's finite-state grammar reads it.
extension AnswerForm {
    /// Part of the likelihood that goes to answers without an opening.
    private static let bare = 0.5

    /// A file in the library's FSG form: its states are those of the graph, those within openings, and the beginning.
    func grammar(named name: String) -> String {
        var states = (arcs.flatMap { [$0.from, $0.to] } + [end]).max().map { $0 + 1 } ?? 1
        let start = states
        states += 1
        var lines = ["TRANSITION \(start) 0 \(openings.isEmpty ? 1 : Self.bare)"]
        for opening in openings {
            let words = opening.split(separator: " ")
            var state = start
            for (index, word) in words.enumerated() {
                let isLast = index == words.count - 1
                let likelihood = index == 0 ? (1 - Self.bare) / Double(openings.count) : 1
                lines.append("TRANSITION \(state) \(isLast ? 0 : states) \(likelihood) \(word)")
                state = states
                if !isLast { states += 1 }
            }
        }
        var totals: [Int: Double] = [:]
        for arc in arcs { totals[arc.from, default: 0] += arc.weight }
        lines += arcs.map { "TRANSITION \($0.from) \($0.to) \($0.weight / (totals[$0.from] ?? 1)) \($0.word)" }
        let head = ["FSG_BEGIN \(name)", "NUM_STATES \(states)", "START_STATE \(start)", "FINAL_STATE \(end)"]
        return (head + lines + ["FSG_END", ""]).joined(separator: "\n")
    }
}
