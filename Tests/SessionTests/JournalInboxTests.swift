import Conversation
import Document
import Testing

@testable import Session

@Suite("What a call has for its log")
struct JournalInboxTests {
    private func partial(_ segment: String, _ text: String) -> JournalInbox.Entry {
        .partial(segment: segment, fields: ["text": .string(text)])
    }

    private func event(_ number: Int) -> JournalInbox.Entry { .event(.extra(type: "\(number)", fields: [:])) }

    @Test("words in progress take the place of earlier ones of the same segment, and of no other's")
    func conflated() {
        var inbox = JournalInbox(capacity: 10)
        for entry in [partial("a", "what"), event(1), partial("b", "hm"), partial("a", "what are")] { inbox.add(entry) }
        let all = inbox.takeAll()
        #expect(all == [partial("a", "what are"), event(1), partial("b", "hm")])
        #expect(inbox.dropped == 0)
        let rest = inbox.takeAll()
        #expect(rest.isEmpty)
    }

    @Test("when it is full words in progress give way, and the newest entry is lost when there are none")
    func full() {
        var inbox = JournalInbox(capacity: 3)
        for entry in [partial("a", "what"), event(1), event(2), event(3), event(4), partial("b", "hm")] {
            inbox.add(entry)
        }
        let all = inbox.takeAll()
        #expect(all == [event(1), event(2), event(3)])
        #expect(inbox.dropped == 3)
    }
}
