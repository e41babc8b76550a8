import Feeds
import Simulation
import Testing

@Suite("Where a feed is in a log") struct FeedCursorTests {
    @Test("events come by reading until a read finds the end, and as they are announced after that")
    func live() {
        var cursor = FeedCursor(after: 3)
        #expect(cursor.announced(4) == .ignore)
        #expect(cursor.read(first: 4) == .more)
        #expect(cursor.took(4) == true)
        #expect(cursor.finished(isFull: false, isEmpty: false) == .end)
        #expect(cursor.announced(5) == .take)
        #expect(cursor.announced(5) == .ignore)
        #expect(cursor.last == 5)
    }

    @Test("what is announced while a read is under way is read, too")
    func during() {
        var cursor = FeedCursor(after: 0)
        #expect(cursor.took(1) == true)
        #expect(cursor.announced(2) == .ignore)
        #expect(cursor.finished(isFull: false, isEmpty: false) == .more)
        #expect(cursor.took(2) == true)
        #expect(cursor.finished(isFull: false, isEmpty: false) == .end)
    }

    @Test("what is announced while a read finds nothing is read, too; what was announced before is not waited for")
    func crossing() {
        var cursor = FeedCursor(after: 0)
        cursor.began()
        #expect(cursor.announced(1) == .ignore)
        #expect(cursor.finished(isFull: false, isEmpty: true) == .more)
        cursor.began()
        #expect(cursor.finished(isFull: false, isEmpty: true) == .end)
        #expect(cursor.announced(2) == .read)
    }

    @Test("a hole between two announcements is filled by reading")
    func hole() {
        var cursor = FeedCursor(after: 0)
        #expect(cursor.finished(isFull: false, isEmpty: true) == .end)
        #expect(cursor.announced(1) == .take)
        #expect(cursor.announced(3) == .read)
        #expect(cursor.announced(4) == .ignore)
        #expect(cursor.last == 1)
    }

    @Test("what follows the cursor is gone when the log begins later")
    func gone() {
        var cursor = FeedCursor(after: 5)
        #expect(cursor.read(first: 9) == .lost(oldest: 9))
        cursor.skip(to: 8)
        #expect(cursor.read(first: 9) == .more)
    }

    @Test(
        "whatever is announced, missed or announced twice, each event is passed on once and in order", arguments: 0..<50
    )
    func once(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var cursor = FeedCursor(after: 0)
        var log = 0
        var passed: [Int] = []
        for _ in 0..<400 {
            if Bool.random(using: &random) {
                log += 1
                guard Int.random(in: 0..<4, using: &random) > 0 else { continue }
                for _ in 0..<Int.random(in: 1...2, using: &random) where cursor.announced(log) == .take {
                    passed.append(log)
                }
            } else if cursor.isReading {
                let limit = Int.random(in: 1...5, using: &random)
                let page = Array(((cursor.last + 1)..<max(cursor.last + 1, log + 1)).prefix(limit))
                for sequence in page where cursor.took(sequence) { passed.append(sequence) }
                _ = cursor.finished(isFull: page.count == limit, isEmpty: page.isEmpty)
            }
        }
        #expect(passed == Array(1..<(passed.count + 1)))
        cursor.doubt()
        #expect(cursor.isReading)
        #expect(cursor.last == passed.count)
    }

    @Test(
        "a cursor is a number or the id of an event of this session",
        arguments: [
            ("0", 0), ("17", 17), ("evt_sess_a_4", 4), ("evt_sess_b_4", nil), ("", nil), ("-1", nil), ("+1", nil),
            ("x", nil),
            ("1234567890123456", nil), ("evt_sess_a_", nil),
        ])
    func text(text: String, sequence: Int?) {
        #expect(CursorText.sequence(text, in: "sess_a") == sequence)
    }

    @Test(
        "a workspace's cursor is read as it was written; nothing else is one",
        arguments: [
            "", ".", "a", "a.", ".1", "a.-1", "a.!", "a.1.2", "a.zzzzzzzzzzzzzz",
        ])
    func workspace(text: String) {
        let cursor = WorkspaceCursor(origin: "p1", ordinal: 1_234_567)
        #expect(WorkspaceCursor(cursor.text) == cursor)
        #expect(WorkspaceCursor(text) == nil)
    }
}
