import Testing
import Timing

@Suite("The soonest deadline") struct SoonestTests {
    @Test("the earliest wins with its reason, and the first of equals")
    func earliest() {
        var soonest = Soonest<String>()
        #expect(soonest.instant == nil && soonest.reason == nil)
        soonest.consider(nil, "nothing")
        #expect(soonest.instant == nil)
        soonest.consider(.origin + .seconds(2), "two")
        soonest.consider(.origin + .seconds(1), "one")
        soonest.consider(.origin + .seconds(1), "another")
        soonest.consider(.origin + .seconds(3), "three")
        soonest.consider(nil, "nothing")
        #expect(soonest.instant == .origin + .seconds(1))
        #expect(soonest.reason == "one")
    }
}
