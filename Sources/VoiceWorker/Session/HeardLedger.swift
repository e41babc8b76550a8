/// What the caller heard of replies that were cut off, until the history is told.
///
/// A reply may be heard in parts: cut off for nothing and taken up again. The parts are joined; history is told when the
/// next turn begins, and again when more was heard later. Bounded: the oldest of 32 replies is forgotten.
package struct HeardLedger: Hashable, Sendable {
    /// The words heard of one reply.
    package struct Entry: Hashable, Sendable {
        package let reply: String
        package var text: String
    }

    private static let limit = 32
    private var entries: [Entry] = []
    private var untold: Set<String> = []

    package init() {}

    /// - Parameter isComplete: it was heard to its end.
    package mutating func note(_ text: String, of reply: String, isComplete: Bool) {
        if let index = entries.firstIndex(where: { $0.reply == reply }) {
            let parts = [entries[index].text, text].filter { !$0.isEmpty }
            entries[index].text = parts.joined(separator: " ")
        } else {
            // A reply heard whole at once is what the history says already.
            guard !isComplete else { return }
            entries.append(Entry(reply: reply, text: text))
        }
        untold.insert(reply)
        guard entries.count > Self.limit else { return }
        untold.remove(entries.removeFirst().reply)
    }

    /// What the history has not been told, oldest first.
    package mutating func takeUntold() -> [Entry] {
        defer { untold = [] }
        return entries.filter { untold.contains($0.reply) }
    }
}
