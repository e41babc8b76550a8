import Session
import Testing

/// What the ledger has to tell: a mutating call cannot stand in `#expect` itself.
private func told(_ ledger: inout HeardLedger) -> [String] { ledger.takeUntold().map(\.text) }

@Test("a reply that was heard whole needs no word")
func heardWhole() {
    var ledger = HeardLedger()
    ledger.note("We open at eight.", of: "r1", isComplete: true)
    let words1 = told(&ledger)
    #expect(words1.isEmpty)
}

@Test("the parts of a reply that was cut off and taken up again are one")
func joinedParts() {
    var ledger = HeardLedger()
    ledger.note("We open", of: "r1", isComplete: false)
    ledger.note("at eight.", of: "r1", isComplete: true)
    let words2 = told(&ledger)
    #expect(words2 == ["We open at eight."])
    let words3 = told(&ledger)
    #expect(words3.isEmpty)
}

@Test("what is heard after the history was told is told again, whole")
func toldTwice() {
    var ledger = HeardLedger()
    ledger.note("", of: "r1", isComplete: false)
    let words4 = told(&ledger)
    #expect(words4 == [""])
    ledger.note("Sarah is here.", of: "r1", isComplete: true)
    let words5 = told(&ledger)
    #expect(words5 == ["Sarah is here."])
}

@Test("the ledger is bounded: the oldest goes")
func bounded() {
    var ledger = HeardLedger()
    for number in 0..<100 { ledger.note("x", of: "r\(number)", isComplete: false) }
    let told = ledger.takeUntold()
    #expect(told.count == 32)
    #expect(told.first?.reply == "r68")
}
