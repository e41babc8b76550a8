import Conversation
import Testing

@Suite struct ManifestTests {
    @Test("the recorded callers are understood: intents at 95 %, slots at F1 0.9")
    func figures() throws {
        let house = try House()
        let entries = try Manifest().entries.filter { $0.text != nil }
        #expect(entries.count >= 60)
        var right = 0
        var (hits, extra, missing) = (0, 0, 0)
        var wrong: [String] = []
        for entry in entries {
            let text = try #require(entry.text)
            let meant = try #require(entry.meant, "\(entry.intent) is no intent")
            let found = house.heard(text, entry.question)
            if found.intent == meant { right += 1 } else { wrong.append("\(text): \(found.intent), not \(meant)") }
            let wanted = entry.wanted(house.domain)
            let heard = entry.heard(found.slots, wanted)
            for (slot, values) in heard where wanted[slot] != values {
                extra += 1
                wrong.append("\(text): \(slot) \(values.sorted()) was not said")
            }
            for (slot, values) in wanted {
                if heard[slot] == values {
                    hits += 1
                } else {
                    missing += 1
                    wrong.append("\(text): \(slot) \(values.sorted()) was missed")
                }
            }
        }
        let accuracy = Double(right) / Double(entries.count)
        let f1 = Double(2 * hits) / Double(2 * hits + extra + missing)
        print("recorded callers: intent accuracy \(accuracy) of \(entries.count), slot F1 \(f1) of \(hits + missing)")
        #expect(accuracy >= 0.95, "\(wrong)")
        #expect(f1 >= 0.9, "\(wrong)")
    }
}
