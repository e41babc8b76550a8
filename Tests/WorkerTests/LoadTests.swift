import Testing
import Timing

@testable import Worker

@Test("a worker with a free slot reports a load that a server still gives calls to", arguments: [1, 2, 20, 1000])
func slots(_ capacity: Int) {
    #expect(Load(jobs: 0, capacity: capacity, lag: .zero).value == 0)
    for jobs in 0..<capacity { #expect(Load(jobs: jobs, capacity: capacity, lag: .milliseconds(5)).value < 0.55) }
    #expect(Load(jobs: 10, capacity: 20, lag: .zero).value == 0.25)
}

@Test("a worker whose loops are late is full, however few its calls are")
func lateness() {
    #expect(Load(jobs: 1, capacity: 20, lag: .milliseconds(20)).value == 0.35)
    #expect(Load(jobs: 1, capacity: 20, lag: .milliseconds(39)).value < 0.7)
    #expect(Load(jobs: 1, capacity: 20, lag: .milliseconds(40)).value >= 0.7)
    #expect(Load(jobs: 1, capacity: 20, lag: .seconds(1)).value == 1)
    #expect(Load(jobs: 0, capacity: 0, lag: .zero).value == 1)
}

@Test("one hiccup is forgiven, lateness that lasts is not")
func hiccups() {
    var window = LagWindow()
    let seen = [10, 900, 10, 5, 80, 70, 5, 5].map { milliseconds in
        window.add(.milliseconds(milliseconds))
        return window.value
    }
    #expect(seen == [0, 10, 10, 10, 10, 70, 70, 5].map { .milliseconds($0) })
}
