import Conversation
import Foundation
import Simulation
import Store
import Testing

@Suite("An event log, whoever keeps it") struct LogConformanceTests {
    private typealias Setup = ExchangeBackend
    private let now = Workshop.now

    @Test("numbers count from one without gaps, whichever process appends", arguments: ExchangeBackend.allCases)
    func numbers(backend: ExchangeBackend) async throws {
        try await backend.use(processes: 2) { exchanges in
            let session = Setup.session()
            for number in 1...20 {
                let logged = await exchanges[number % 2].log.append(Setup.event(session, number), at: now)
                #expect(logged.sequence == number)
            }
            for exchange in exchanges {
                let read = await exchange.log.events(of: session, after: 5)
                #expect(read.map(\.sequence) == Array(6...20))
                #expect(read.map(\.number) == Array(6...20))
                #expect(read.allSatisfy { $0.at == now && $0.type == "latency" && $0.isDocumented })
                #expect(await exchange.log.extent(of: session) == LogExtent(oldest: 1, last: 20))
            }
        }
    }

    @Test("a reader that is cut anywhere a thousand times reads the log", arguments: ExchangeBackend.allCases)
    func cuts(backend: ExchangeBackend) async throws {
        try await backend.use(processes: 2) { exchanges in
            let session = Setup.session()
            await exchanges[0].log.append(Setup.event(session, 1), at: now)
            let total = 1_000
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for number in 2...total {
                        await exchanges[0].log.append(Setup.event(session, number), at: now)
                        if number % 16 == 0 { await Task.yield() }
                    }
                }
                for reader in 0..<4 {
                    group.addTask {
                        var random = SeededGenerator(seed: UInt64(reader + 1))
                        var read: [LoggedEvent] = []
                        while read.count < total {
                            let next = (read.last?.sequence ?? 0) + 1
                            let count = min(Int.random(in: 1...7, using: &random), total - read.count)
                            read += await exchanges[reader % 2].log.subscribe(to: session, from: next).first(count)
                        }
                        #expect(read.map(\.sequence) == Array(1...total))
                        #expect(read.map(\.number) == Array(1...total))
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("what is appended at the same time by many has each a number", arguments: ExchangeBackend.allCases)
    func contention(backend: ExchangeBackend) async throws {
        try await backend.use(processes: 2) { exchanges in
            let session = Setup.session()
            await exchanges[0].log.append(Setup.event(session, 0), at: now)
            let numbers = await withTaskGroup(of: Int.self) { group in
                for number in 1...100 {
                    group.addTask {
                        await exchanges[number % 2].log.append(Setup.event(session, number), at: now).sequence
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(numbers.sorted() == Array(2...101))
            #expect(await exchanges[0].log.events(of: session, after: 0).map(\.sequence) == Array(1...101))
        }
    }

    @Test("a cursor beyond the newest event waits for its number", arguments: ExchangeBackend.allCases)
    func beyond(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let (log, session) = (exchanges[0].log, Setup.session())
            for number in 1...3 { await log.append(Setup.event(session, number), at: now) }
            #expect(await log.extent(of: session)?.last == 3)
            #expect(await log.events(of: session, after: 10).isEmpty)
            let stream = await log.subscribe(to: session, from: 6)
            async let read = stream.first(2)
            for number in 4...7 { await log.append(Setup.event(session, number), at: now) }
            #expect(await read.map(\.sequence) == [6, 7])
        }
    }

    @Test("nobody reads another session's events", arguments: ExchangeBackend.allCases)
    func apart(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let log = exchanges[0].log
            let (one, other) = (Setup.session(), Setup.session())
            for number in 1...5 {
                await log.append(Setup.event(one, number), at: now)
                await log.append(Setup.event(other, -number), at: now)
            }
            #expect(await log.subscribe(to: one, from: 1).first(5).map(\.number) == [1, 2, 3, 4, 5])
            #expect(await log.extent(of: "sess_nobody") == nil)
            #expect(await log.events(of: "sess_nobody", after: 0).isEmpty)
        }
    }

    @Test("who follows everything sees every session of every process", arguments: ExchangeBackend.allCases)
    func everything(backend: ExchangeBackend) async throws {
        try await backend.use(processes: 2) { exchanges in
            let sessions = [Setup.session(), Setup.session()]
            // A server needs a moment until it listens; what comes before is not promised.
            let canary = Setup.session()
            let stream = await exchanges[0].log.subscribeToAll()
            var seen: [String: [Int]] = [:]
            let pulse = Task {
                while !Task.isCancelled {
                    await exchanges[1].log.append(Setup.event(canary, 0), at: now)
                    try? await Task.sleep(for: .milliseconds(5))
                }
            }
            var hasBegun = false
            for await event in stream {
                if event.sessionID == canary, !hasBegun {
                    hasBegun = true
                    pulse.cancel()
                    for number in 1...10 {
                        await exchanges[number % 2].log.append(Setup.event(sessions[number % 2], number), at: now)
                    }
                }
                if sessions.contains(event.sessionID), let number = event.number {
                    seen[event.sessionID, default: []].append(number)
                }
                if seen.values.map(\.count).reduce(0, +) == 10 { break }
            }
            #expect(seen == [sessions[0]: [2, 4, 6, 8, 10], sessions[1]: [1, 3, 5, 7, 9]])
        }
    }
}
