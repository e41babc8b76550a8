import Testing
import Timing

@testable import Worker

@Test("the load is the share of the slots, and never full by slots alone")
func slots() {
    #expect(Load(jobs: 0, capacity: 20, lag: .zero).value == 0)
    #expect(Load(jobs: 10, capacity: 20, lag: .zero).value == 0.45)
    #expect(Load(jobs: 20, capacity: 20, lag: .zero).value < 0.95)
}

@Test("a worker whose loops are late is full, however few its calls are")
func lateness() {
    #expect(Load(jobs: 1, capacity: 20, lag: .milliseconds(20)).value == 0.5)
    #expect(Load(jobs: 1, capacity: 20, lag: .seconds(1)).value == 1)
    #expect(Load(jobs: 0, capacity: 0, lag: .zero).value == 1)
}
