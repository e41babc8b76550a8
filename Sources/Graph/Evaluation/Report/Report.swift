/// What became of all plays.
package struct Report: Hashable, Sendable {
    package let performances: [Performance]
    /// Files that are no plays. They count as plays that failed.
    package let unreadable: [InvalidPlay]

    package init(_ performances: [Performance], unreadable: [InvalidPlay] = []) {
        self.performances = performances
        self.unreadable = unreadable
    }

    package var score: Score { Score(performances, unreadable: unreadable.count) }

    /// The plays that failed or in which something wrong was said.
    package var faulty: [Performance] {
        performances.filter { !$0.isSuccess || !$0.wrongFacts.isEmpty }
    }

    /// The figures by folder, in the order of their names.
    package var folders: [(name: String, score: Score)] {
        let played = Dictionary(grouping: performances) { $0.play.folder }
        let unplayed = Dictionary(grouping: unreadable) {
            $0.path.split(separator: "/").dropLast().joined(separator: "/")
        }
        return Set(played.keys).union(unplayed.keys).sorted().map { name in
            (name, Score(played[name] ?? [], unreadable: unplayed[name]?.count ?? 0))
        }
    }

    /// Whether the task success reaches so many percent, and nothing wrong was said.
    package func reaches(_ percent: Double) -> Bool {
        score.plays > 0 && score.success >= percent && score.wrongFacts == 0
    }

    /// What is missing, in words, when a percentage is not reached.
    package func shortfall(of percent: Double) -> String {
        let missing = "\(score.successes) of \(score.plays) plays succeed, \(percent) percent are required"
        let wrong = "\(score.wrongFacts) wrong facts were said"
        if score.wrongFacts == 0 { return missing }
        return score.success >= percent ? wrong : missing + ", and " + wrong
    }
}
