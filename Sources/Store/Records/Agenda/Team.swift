import Conversation

/// A different resource for each of some needs: a matching, grown need by need along augmenting paths.
struct Team: Sendable {
    /// The rows of the resources, in the order of the needs.
    var members: [Int] { needOf.sorted { $0.value < $1.value }.map { candidates[$0.key].id } }

    private let needs: [String]
    private let candidates: [Employable]
    /// By the index of a candidate, the need it serves.
    private var needOf: [Int: Int] = [:]

    /// `nil` when the candidates cannot serve every need. Earlier ones are preferred.
    init?(for needs: [String], among candidates: [Employable]) {
        self.needs = needs
        self.candidates = candidates
        for need in needs.indices {
            var visited: Set<Int> = []
            guard employ(for: need, &visited) else { return nil }
        }
    }

    /// Finds somebody for a need, if necessary by giving another need somebody else.
    private mutating func employ(for need: Int, _ visited: inout Set<Int>) -> Bool {
        for index in candidates.indices where candidates[index].can(needs[need]) && visited.insert(index).inserted {
            if let other = needOf[index], !employ(for: other, &visited) { continue }
            needOf[index] = need
            return true
        }
        return false
    }
}
