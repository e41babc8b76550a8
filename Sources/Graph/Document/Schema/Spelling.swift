/// Guesses what was meant by a word nobody knows.
package enum Spelling {
    /// `, did you mean "price"?`, or nothing when no candidate is near.
    package static func hint(for word: String, among candidates: [String]) -> String {
        nearest(to: word, among: candidates).map { ", did you mean \"\($0)\"?" } ?? ""
    }

    /// The candidate with the fewest letters changed, if those are at most a third of the word.
    package static func nearest(to word: String, among candidates: [String]) -> String? {
        let word = Array(word.lowercased().unicodeScalars.prefix(64))
        let allowed = max(1, word.count / 3)
        let ranked = candidates.map { ($0, distance(word, Array($0.lowercased().unicodeScalars.prefix(64)))) }
        return ranked.filter { $0.1 <= allowed }.min { $0.1 < $1.1 }?.0
    }

    /// Letters inserted, removed, replaced or swapped with their neighbour (optimal string alignment).
    private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        var above: [Int] = []
        var row = Array(0...second.count)
        for (index, scalar) in first.enumerated() {
            var next = [index + 1]
            for (column, other) in second.enumerated() {
                var best = min(row[column] + (scalar == other ? 0 : 1), row[column + 1] + 1, next[column] + 1)
                if index > 0, column > 0, scalar == second[column - 1], first[index - 1] == other {
                    best = min(best, above[column - 1] + 1)
                }
                next.append(best)
            }
            (above, row) = (row, next)
        }
        return row[second.count]
    }
}
