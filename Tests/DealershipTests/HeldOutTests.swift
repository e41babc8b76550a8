import Conversation
import Dealership
import FoundationEssentials
import Testing

@Suite struct HeldOutTests {
    @Test("paraphrases that no rule was written for are understood, intents at 95 % and slots at 90 %")
    func figures() throws {
        let house = try House()
        var wrong: [String] = []
        var (slots, missed) = (0, 0)
        for fixture in HeldOut.all {
            let found = house.heard(fixture.text, fixture.question)
            if found.intent != fixture.intent {
                wrong.append("\(fixture.text): \(found.intent), not \(fixture.intent)")
            }
            let misses = fixture.misses(in: found.slots, of: house.domain)
            (slots, missed) = (slots + fixture.slots.count, missed + misses.count)
            for miss in misses { wrong.append("\(fixture.text): \(miss)") }
        }
        let intents = HeldOut.all.filter { house.heard($0.text, $0.question).intent == $0.intent }.count
        print("held out: \(intents) of \(HeldOut.all.count) intents, \(slots - missed) of \(slots) slots")
        for line in wrong { print("  ", line) }
        #expect(Double(intents) >= 0.95 * Double(HeldOut.all.count), "\(wrong)")
        #expect(Double(slots - missed) >= 0.9 * Double(slots), "\(wrong)")
    }
}
