import Engine
import FoundationEssentials
import Testing

@Suite("Retries and timeouts") struct RetryTests {
    /// One node that asks with three attempts of five seconds, a second, then two between them.
    let graph: RepairCompiled
    let start: RepairRun
    let id: RequestID

    init() throws {
        var graph = RepairGraph(entry: "brakes")
        graph.reduce(\.log, with: .append)
        graph.addInspection("brakes")
        graph.addNode("report", may: [.finish]) { _ in .finish }
        graph.setPolicy(of: "brakes", timeout: .seconds(5), retry: RetryPolicy(attempts: 3, backoff: .seconds(1)))
        self.graph = try graph.compile()
        start = try self.graph.step(RepairRun(Repair()), .said("go"), now: noon).execution
        id = try #require(start.number(of: .inspect("brakes")))
    }

    private func time(_ seconds: Double) -> Date { noon.addingTimeInterval(seconds) }

    @Test("a failure is tried again after the pause: the same request, and no code of the node runs")
    func failure() throws {
        let failed = try graph.step(start, .broke(id, .failed("busy")), now: time(2))
        #expect(failed.requests.isEmpty)
        #expect(failed.execution.outstanding.isEmpty)
        #expect(failed.execution.deadline == time(3))
        let again = try graph.wake(failed.execution, now: time(3))
        #expect(again.requests == [Request(id: id, effect: .inspect("brakes"), attempt: 2)])
        #expect(again.execution.outstanding == again.requests)
        #expect(again.execution.state.log == ["brakes?"])
        #expect(again.execution.path.isEmpty)
        #expect(again.execution.deadline == time(8))
    }

    @Test("when all attempts have failed the node goes on with the failure")
    func exhausted() throws {
        var execution = start
        for seconds in [0.0, 10] {
            execution = try graph.step(execution, .broke(id, .failed("busy")), now: time(seconds)).execution
            execution = try graph.wake(execution, now: time(seconds + 3)).execution
        }
        let end = try graph.step(execution, .broke(id, .failed("closed")), now: time(20)).execution
        #expect(end.state.log == ["brakes?", #"brakes failed("closed")"#])
        #expect(end.waiting.isEmpty)
    }

    @Test("silence counts as a failure: attempts at 0, 6 and 13 seconds, the end at 18")
    func silence() throws {
        var execution = start
        var made: [Double] = []
        while let deadline = execution.deadline {
            let step = try graph.wake(execution, now: deadline)
            execution = step.execution
            if !step.requests.isEmpty { made.append(deadline.timeIntervalSince(noon)) }
        }
        #expect(made == [6, 13])
        #expect(execution.state.log == ["brakes?", "brakes timedOut"])
        #expect(execution.waiting.isEmpty)
    }

    @Test("an answer to an earlier attempt counts, even during the pause, and counts once")
    func lateAnswer() throws {
        let paused = try graph.wake(start, now: time(5)).execution
        #expect(paused.outstanding.isEmpty)
        let done = try graph.step(paused, .found(id, 2), now: time(5.5)).execution
        #expect(done.state.log == ["brakes?", "brakes 2"])
        #expect(try !graph.step(done, .found(id, 3), now: time(6)).isChanged)
        #expect(try !graph.wake(done, now: time(60)).isChanged)
    }

    @Test("a failure that comes twice is one failure")
    func twice() throws {
        let once = try graph.step(start, .broke(id, .failed("busy")), now: time(2)).execution
        let twice = try graph.step(once, .broke(id, .failed("busy")), now: time(2.5)).execution
        #expect(twice == once)
    }

    @Test("waking early changes nothing, waking at the deadline makes progress, asking twice gives the same deadline")
    func laws() throws {
        let deadline = try #require(start.deadline)
        let early = try graph.wake(start, now: deadline.addingTimeInterval(-0.001))
        #expect(!early.isChanged)
        #expect(early.execution == start)
        #expect(early.execution.deadline == deadline)
        #expect(start.deadline == deadline)
        #expect(try graph.wake(start, now: deadline).execution != start)
    }

    @Test("the pause grows and stays below its limit")
    func backoff() {
        let policy = RetryPolicy(attempts: 1000, backoff: .seconds(1), growth: 3, longest: .seconds(20))
        #expect([1, 2, 3, 4, 1000].map { policy.pause(after: $0) } == [1, 3, 9, 20, 20].map { .seconds($0) })
    }

    @Test("an abandoned request is neither made again nor waited for")
    func abandoned() throws {
        var execution = start
        execution.abandon(id)
        #expect(execution.deadline == nil)
        #expect(execution.waiting == ["brakes"])
        #expect(try !graph.step(execution, .found(id, 1), now: noon).isChanged)
    }
}
