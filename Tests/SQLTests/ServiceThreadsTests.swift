import Synchronization
import Testing

@testable import Threads

@Suite("Service threads") struct ServiceThreadsTests {
    /// Notes on which thread it lives.
    private final class Resource {
        let drop: @Sendable () -> Void
        var uses = 0

        init(drop: @escaping @Sendable () -> Void) { self.drop = drop }

        deinit { drop() }
    }

    /// Counts, from several threads.
    private final class Tally: Sendable {
        let made = Atomic<Int>(0)
        let dropped = Atomic<Int>(0)

        func threads(_ count: Int, capacity: Int = 1000) -> ServiceThreads<Resource> {
            ServiceThreads(name: "test", threads: count, capacity: capacity, patience: .seconds(120)) {
                self.made.add(1, ordering: .relaxed)
                return Resource { self.dropped.add(1, ordering: .relaxed) }
            }
        }
    }

    @Test("a resource is made for each thread, at most as many as there may be, and dropped at the end")
    func resources() async throws {
        let tally = Tally()
        let threads = tally.threads(3)
        #expect(tally.made.load(ordering: .relaxed) == 0)
        let uses = try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { try await threads.run { $0.uses += 1 } } }
            try await group.waitForAll()
            return tally.made.load(ordering: .relaxed)
        }
        #expect((1...3).contains(uses))
        await threads.close()
        #expect(tally.dropped.load(ordering: .relaxed) == tally.made.load(ordering: .relaxed))
    }

    @Test("jobs run in the order they came")
    func order() throws {
        let order = Mutex<[Int]>([])
        let queue = ServiceQueue<Int>(capacity: 5, patience: .seconds(120), threads: 1) { _, _ in }
        for number in 0..<5 {
            queue.add(
                ServiceJob(
                    id: UInt64(number), deadline: .now + .seconds(120),
                    perform: { base in
                        order.withLock { [base] in $0.append(base + number) }
                        return {}
                    },
                    refuse: { Issue.record("\($0)") }))
        }
        var base = 10
        for _ in 0..<5 { try #require(queue.take()).perform(&base)() }
        #expect(order.withLock { $0 } == [10, 11, 12, 13, 14])
        queue.close()
        #expect(queue.take()?.id == nil)
    }

    @Test("who has an answer finds the thread free, though nothing may wait")
    func free() async throws {
        let threads = ServiceThreads<Void>(name: "test", threads: 1, capacity: 0, patience: .seconds(30)) {}
        for number in 0..<2_000 { #expect(try await threads.run { _ in number } == number) }
        await threads.close()
    }

    @Test("what waits when the threads are closed is refused, what runs ends")
    func closing() async throws {
        let threads = Tally().threads(1)
        let latch = Latch()
        let (reached, reach) = AsyncStream.makeStream(of: Void.self)
        let running = Task {
            try await threads.run { _ in
                reach.finish()
                latch.wait()
                return 7
            }
        }
        for await _ in reached {}
        let closing = Task { await threads.close() }
        let waiting = await Task { try await threads.run { _ in 8 } }.result
        latch.open()
        await closing.value
        #expect(try await running.value == 7)
        // It came before or after the close; either way it was not run.
        #expect(throws: ServiceThreadsError.closed) { try waiting.get() }
    }

    @Test("what a job throws comes out as it is")
    func errors() async throws {
        struct Refusal: Error {}
        let threads = Tally().threads(1)
        await #expect(throws: Refusal.self) { try await threads.run { _ in throw Refusal() } }
        await threads.close()
    }
}
