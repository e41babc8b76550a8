import Conversation
import Dealership
import FoundationEssentials
import Host
import Store
import Synchronization
import Testing

@Suite("A turn may be run ahead of the caller's last word")
struct SpeculationTests {
    private func host(_ database: Database? = nil) throws -> (ConversationHost, Witness) {
        let witness = Witness()
        let start = Date(timeIntervalSince1970: 1_777_888_800)
        let world = try World(
            database: database ?? Database(now: start),
            domain: .dealership(timeZone: TimeZone(secondsFromGMT: 0) ?? .current), clock: { start },
            toolDeadline: .seconds(60), witness: { tool, _ in witness.saw(tool.name) })
        return (ConversationHost(sessionID: "sess_a", channel: .chat, world: world), witness)
    }

    @Test("the same words then have the same answer, and tools are asked once")
    func adopted() async throws {
        let (plain, _) = try host()
        let expected = try await plain.reply(to: "how much is an oil change")
        let (ahead, witness) = try host()
        await ahead.speculate(on: "how much is an oil change")
        let reply = try await ahead.reply(to: "how much is an oil change")
        #expect(reply.text == expected.text)
        #expect(witness.tools == ["list_services"])
        #expect(await ahead.state.messages == plain.state.messages)
        #expect(await ahead.state.turnCount == 1)
    }

    @Test("other words leave no trace of it")
    func discarded() async throws {
        let (host, _) = try host()
        await host.speculate(on: "i want to book an oil change tomorrow")
        _ = try await host.reply(to: "what are your opening hours")
        #expect(await host.state.bookingSlots.serviceType == nil)
        #expect(
            await host.state.messages.filter { $0.type == .human }.map(\.content) == ["what are your opening hours"])
    }

    @Test("nothing is booked before the turn is committed, and once when it is")
    func writing() async throws {
        let database = try Database(now: Date(timeIntervalSince1970: 1_777_888_800))
        let (host, witness) = try host(database)
        for sentence in [
            "i'd like an oil change tomorrow at nine", "my name is maria garcia",
            "five one two five five five oh one nine nine",
        ] { _ = try await host.reply(to: sentence) }
        await host.speculate(on: "yes")
        await host.speculated()
        #expect(try await database.appointments().isEmpty)
        #expect(!witness.tools.contains("book_appt"))
        _ = try await host.reply(to: "yes")
        #expect(try await database.appointments().count == 1)
        #expect(witness.tools.filter { $0 == "book_appt" }.count == 1)
    }
}

/// Keeps what it saw.
final class Witness: Sendable {
    private let seen = Mutex<[String]>([])

    var tools: [String] { seen.withLock { $0 } }

    func saw(_ tool: String) { seen.withLock { $0.append(tool) } }
}
