/// What a whole answer looks like where all are made alike, as the ten digits of a telephone number are.
///
/// A graph of words from state 0 to `end` that says what the words stand for. A recogniser may search it beside what else
/// could be said: a caller who swallows one of ten digits is heard by the room it leaves.
package struct AnswerForm: Hashable, Sendable {
    /// A word that leads from one state to another.
    package struct Arc: Hashable, Sendable {
        package var from: Int
        package var to: Int
        package var word: String
        /// What the word adds to the reading: "2" for "two", nothing for "double", "22" for the "two" behind it.
        package var value: String
        /// How likely it is beside the other words of its state.
        package var weight: Double

        package init(from: Int, to: Int, word: String, value: String, weight: Double = 1) {
            self.from = from
            self.to = to
            self.word = word
            self.value = value
            self.weight = weight
        }
    }

    /// What may be said before it, "my number is". Their words are none of the graph's.
    package var openings: [String]
    package var arcs: [Arc]
    package var end: Int

    package init(openings: [String], arcs: [Arc], end: Int) {
        self.openings = openings
        self.arcs = arcs
        self.end = end
    }

    /// The words of the graph.
    var words: Set<String> { Set(arcs.map(\.word)) }

    /// What the words stand for, other words aside; nil when they are no whole answer.
    package func reading(_ words: [String]) -> String? {
        var paths = [0: ""]
        for word in words.filter(self.words.contains) {
            var next: [Int: String] = [:]
            for arc in arcs where arc.word == word {
                if let value = paths[arc.from] { next[arc.to] = value + arc.value }
            }
            paths = next
        }
        return paths[end]
    }
}
