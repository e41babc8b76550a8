import Testing

@testable import Session

/// As many steps as there are, up to `count`.
private func take(_ count: Int, _ inbox: inout EarInbox) -> [EarInbox.Step] {
    (0..<count).compactMap { _ in inbox.next() }
}

@Test("what waits comes out in order")
func inOrder() {
    var inbox = EarInbox(capacity: 100)
    let steps: [EarInbox.Step] = [.begin(turn: 1, vocabulary: "open"), .samples([1, 2], turn: 1), .finish(turn: 1)]
    for step in steps { inbox.add(step) }
    let taken = take(4, &inbox)
    #expect(taken == steps)
}

@Test("past its capacity the oldest sound goes, and never where an utterance begins or ends")
func dropsTheOldest() {
    var inbox = EarInbox(capacity: 4)
    inbox.add(.begin(turn: 1, vocabulary: "open"))
    for value in 0..<5 { inbox.add(.samples([Int16(value), Int16(value)], turn: 1)) }
    inbox.add(.finish(turn: 1))
    #expect(inbox.dropped == 6)
    let taken = take(9, &inbox)
    #expect(
        taken == [
            .begin(turn: 1, vocabulary: "open"), .samples([3, 3], turn: 1), .samples([4, 4], turn: 1), .finish(turn: 1),
        ])
}

@Test("forgetting a turn leaves the others")
func forgets() {
    var inbox = EarInbox(capacity: 100)
    inbox.add(.samples([1], turn: 1))
    inbox.add(.begin(turn: 2, vocabulary: "date"))
    inbox.add(.finish(turn: 1))
    inbox.forget(turn: 1)
    let taken = take(9, &inbox)
    #expect(taken == [.begin(turn: 2, vocabulary: "date")])
}
