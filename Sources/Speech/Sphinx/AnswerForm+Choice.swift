// Two searches heard the same sound: one for anything that could be said, one for nothing but the form.
extension AnswerForm {
    /// Words that may be missing, too many or others in a free reading that still means the form.
    ///
    /// Three would make ten digits of the seven of a local number.
    private static let most = 2

    /// The words to go by.
    ///
    /// What was heard freely, unless it nearly has the form. Where both have the form and differ, the first word in doubt
    /// is left out: an answer that lacks a word is asked for again, a wrong one would be acted on.
    func choose(heard: String, formed: String) -> String {
        let free = heard.split(separator: " ").map(String.init)
        let strict = formed.split(separator: " ").map(String.init)
        guard let wanted = reading(strict) else { return heard }
        if let read = reading(free) {
            return read == wanted ? heard : Self.without(free, doubt: doubt(free, strict))
        }
        return isNearly(free, strict) ? formed : heard
    }

    private func isNearly(_ free: [String], _ strict: [String]) -> Bool {
        let known = words
        // Whoever goes on with other words says something else.
        guard let last = free.lastIndex(where: known.contains), free.count - last <= 2 else { return false }
        return Self.distance(spelled(free), spelled(strict)) <= Self.most
    }

    /// The place in `free` of the first word that stands for something else than its fellow.
    private func doubt(_ free: [String], _ strict: [String]) -> Int? {
        let known = words
        let places = free.indices.filter { known.contains(free[$0]) }
        return zip(places, zip(spelled(free), spelled(strict))).first { $1.0 != $1.1 }?.0
    }

    private static func without(_ words: [String], doubt: Int?) -> String {
        words.indices.filter { $0 != doubt }.map { words[$0] }.joined(separator: " ")
    }

    /// The words of the graph, those that mean the same made the same.
    private func spelled(_ words: [String]) -> [String] {
        var alike: [String: String] = [:]
        for arc in arcs where !arc.value.isEmpty {
            if arc.value.count <= alike[arc.word]?.count ?? .max { alike[arc.word] = arc.value }
        }
        return words.filter(self.words.contains).map { alike[$0] ?? $0 }
    }

    /// Words to insert, leave out or replace to make one of the other.
    private static func distance(_ one: [String], _ other: [String]) -> Int {
        var row = Array(0...other.count)
        for (index, word) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (place, fellow) in other.enumerated() {
                let best = min(diagonal + (word == fellow ? 0 : 1), row[place] + 1, row[place + 1] + 1)
                diagonal = row[place + 1]
                row[place + 1] = best
            }
        }
        return row[other.count]
    }
}
