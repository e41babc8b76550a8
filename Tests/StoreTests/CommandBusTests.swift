import Foundation
import Store
import Supervision
import Testing

@Suite("A command bus, whoever carries the commands") struct CommandBusTests {
    private typealias Setup = ExchangeBackend
    private let now = Workshop.now

    @Test("commands reach the holder in order, each once", arguments: ExchangeBackend.allCases)
    func order(backend: ExchangeBackend) async throws {
        try await backend.use(processes: 2) { exchanges in
            let session = Setup.session()
            _ = try #require(try await exchanges[1].holdings.claim(session, by: "worker", now: now))
            let stream = await exchanges[1].bus.commands(for: session)
            let sent = (1...30).map { Setup.command("cmd_\($0)", session) }
            for command in sent { try await exchanges[0].bus.send(command) }
            let received = await stream.first(30)
            #expect(received == sent)
        }
    }

    @Test(
        "what is not acknowledged comes again to the next receiver, and nothing else",
        arguments: ExchangeBackend.allCases)
    func redelivery(backend: ExchangeBackend) async throws {
        try await backend.use(processes: 2) { exchanges in
            let session = Setup.session()
            _ = try #require(try await exchanges[0].holdings.claim(session, by: "worker", now: now))
            let first = await exchanges[0].bus.commands(for: session)
            for number in 1...5 { try await exchanges[1].bus.send(Setup.command("cmd_\(number)", session)) }
            #expect(await first.first(5).count == 5)
            for number in [1, 2, 4] { await exchanges[0].bus.acknowledge("cmd_\(number)", of: session) }
            let second = await exchanges[1].bus.commands(for: session)
            try await exchanges[0].bus.send(Setup.command("cmd_6", session))
            #expect(await second.first(3).map(\.id) == ["cmd_3", "cmd_5", "cmd_6"])
        }
    }

    @Test("nobody to carry a command to is said at once", arguments: ExchangeBackend.allCases)
    func nobody(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let session = Setup.session()
            await #expect(throws: StoreError.unavailable("nobody holds the session")) {
                try await exchanges[0].bus.send(Setup.command("cmd_1", session))
            }
            let holding = try #require(try await exchanges[0].holdings.claim(session, by: "worker", now: now))
            try await exchanges[0].bus.send(Setup.command("cmd_1", session))
            await exchanges[0].holdings.release(holding)
            await #expect(throws: StoreError.unavailable("nobody holds the session")) {
                try await exchanges[0].bus.send(Setup.command("cmd_2", session))
            }
        }
    }

    @Test("a holder that answers nothing gets no more than 256", arguments: ExchangeBackend.allCases)
    func full(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let session = Setup.session()
            _ = try #require(try await exchanges[0].holdings.claim(session, by: "worker", now: now))
            for number in 1...256 { try await exchanges[0].bus.send(Setup.command("cmd_\(number)", session)) }
            await #expect(throws: StoreError.full("the queue of commands")) {
                try await exchanges[0].bus.send(Setup.command("cmd_257", session))
            }
            await exchanges[0].bus.acknowledge("cmd_9", of: session)
            try await exchanges[0].bus.send(Setup.command("cmd_257", session))
        }
    }

    @Test("an expired command is still delivered, for five minutes", arguments: ExchangeBackend.allCases)
    func expiry(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let session = Setup.session()
            _ = try #require(try await exchanges[0].holdings.claim(session, by: "worker", now: now))
            let ages: [TimeInterval] = [-400, -331, -329, -40, 0]
            for (number, age) in ages.enumerated() {
                try await exchanges[0].bus.send(
                    Setup.command("cmd_\(number)", session, at: now.addingTimeInterval(age)))
            }
            let stream = await exchanges[0].bus.commands(for: session)
            #expect(await stream.first(3).map(\.id) == ["cmd_2", "cmd_3", "cmd_4"])
        }
    }

    @Test("who asks again for a session's commands ends the stream before", arguments: ExchangeBackend.allCases)
    func oneReceiver(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let session = Setup.session()
            let first = await exchanges[0].bus.commands(for: session)
            _ = await exchanges[0].bus.commands(for: session)
            #expect(await first.first(1).isEmpty)
        }
    }
}
