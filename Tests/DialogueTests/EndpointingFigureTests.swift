import Dialogue
import Testing

/// Every beginning of what callers said is a turn that is not over; the whole is one that is.
@Suite("How often a caller is cut off")
struct EndpointingFigureTests {
    private func share(_ waits: [Int], within limit: Int) -> Double {
        Double(waits.filter { $0 <= limit }.count) / Double(waits.count)
    }

    @Test("of the recorded callers: seldomer than by the best open detector, and whole sentences wait 350 ms at most")
    func recorded() throws {
        let callers = try EndpointingCallers.recorded()
        let (whole, unfinished) = callers.waits
        #expect(whole.count == 56 && unfinished.count == 291)
        #expect(share(unfinished, within: 300) < 0.04, "\(share(unfinished, within: 300))")
        #expect(share(unfinished, within: 600) < 0.121, "\(share(unfinished, within: 600))")
        #expect(whole[whole.count / 2] <= 320)
        #expect(whole[whole.count * 9 / 10] <= 500 && (whole.last ?? .max) <= 800)
    }

    @Test("of other callers: not much more often, and not much later")
    func others() {
        let (whole, unfinished) = EndpointingCallers.others.waits
        #expect(share(unfinished, within: 300) < 0.04, "\(share(unfinished, within: 300))")
        #expect(share(unfinished, within: 600) < 0.22, "\(share(unfinished, within: 600))")
        #expect(whole[whole.count / 2] <= 350, "\(whole)")
    }
}
