/// Which of several callers in a room has the floor: who is answered, and whose words are only overheard.
///
/// Who speaks while nobody has the floor takes it. It is theirs until the end of their turn; then it stays with them until
/// another speaks, or they leave.
package struct Floor: Hashable, Sendable {
    /// Who is answered.
    package private(set) var owner: String?
    /// The owner is in the middle of a turn.
    package private(set) var isTaken = false

    package init() {}

    /// Somebody begins to speak. Says whether they have the floor now.
    package mutating func begin(_ speaker: String) -> Bool {
        guard owner == speaker || !isTaken else { return false }
        (owner, isTaken) = (speaker, true)
        return true
    }

    /// The owner's turn is over.
    package mutating func end() { isTaken = false }

    package mutating func leave(_ speaker: String) {
        guard owner == speaker else { return }
        (owner, isTaken) = (nil, false)
    }
}
