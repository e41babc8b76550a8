import Conversation
import Document
import Foundation
import Host
import Logging
import Store
import Supervision
import Testing

@Suite("The handoff office")
struct HandoffOfficeTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    private func house() async throws -> (Database, Exchange, HandoffOffice) {
        let database = try Database(now: now)
        try await database.prepare()
        let exchange = Exchange.inProcess(clock: { [now] in now })
        let office = HandoffOffice(database, exchange: exchange, clock: { [now] in now }, logger: Logger(label: "test"))
        let summary = SessionSummary(id: "sess_a", channel: .chat, startedAt: now)
        try await exchange.directory.enter(SessionRecord(summary), now: now)
        return (database, exchange, office)
    }

    private func hire(_ name: String, by database: Database, _ skills: [String] = []) async throws -> Principal {
        let user = User(email: "\(name)@example.com", name: name, role: .operator, skills: skills, now: now)
        try await database.add(user, passwordHash: nil)
        var change = UserChange()
        change.status = .online
        try await database.change(user.id, change, in: user.workspace, now: now)
        return Principal(id: user.id, role: .operator, name: name)
    }

    private func request(_ skills: [String] = [], command: String = "cmd_a") -> HandoffRequest {
        HandoffRequest(
            session: "sess_a", target: .queue(skills: skills), reason: "supervisor", message: nil, command: command)
    }

    @Test("a request is offered to somebody with the skill, who takes it and sees the session")
    func accepted() async throws {
        let (database, exchange, office) = try await house()
        _ = try await hire("ann", by: database)
        let ben = try await hire("ben", by: database, ["spanish"])
        let id = try await office.request(request(["spanish"]))
        let offered = try await office.handoffs(in: Workspace.first, state: .offered)
        #expect(offered.map(\.operator) == [ben.id])
        #expect(try await exchange.directory.record(of: "sess_a", in: ben.scope) == nil)
        #expect(try await office.accept(id, by: ben)?.state == .accepted)
        #expect(try await exchange.directory.record(of: "sess_a", in: ben.scope) != nil)
        let states = await exchange.log.events(of: "sess_a", after: 0).filter { $0.type == "handoff" }
            .compactMap { $0.frame["status"]?.string }
        #expect(states == ["requested", "offered", "accepted"])
    }

    @Test("of ten who take one call, one has it")
    func contended() async throws {
        let (database, _, office) = try await house()
        var people: [Principal] = []
        for number in 0..<10 { people.append(try await hire("op\(number)", by: database)) }
        let id = try await office.request(request())
        let first = try await office.handoffs(in: Workspace.first, state: .offered).first?.operator
        let taken = await withTaskGroup(of: Bool.self) { group in
            for person in people {
                group.addTask { (try? await office.accept(id, by: person))?.state == .accepted }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(taken == 1)
        #expect(try await database.handoff(id, in: Workspace.first)?.operator == first)
    }

    @Test("nobody there means a callback, and the same command asks once")
    func callback() async throws {
        let (_, _, office) = try await house()
        let id = try await office.request(request())
        #expect(try await office.request(request()) == id)
        #expect(try await office.handoffs(in: Workspace.first, state: nil).map(\.state) == [.callbackScheduled])
        #expect(try await office.find(request(command: "cmd_b")) == nil)
    }

    @Test("declined, it goes to the next; completed, it says what came of it")
    func declined() async throws {
        let (database, _, office) = try await house()
        let people = [try await hire("ann", by: database), try await hire("ben", by: database)]
        let id = try await office.request(request())
        let first = try #require(try await database.handoff(id, in: Workspace.first)?.operator)
        let one = try #require(people.first { $0.id == first })
        let other = try #require(people.first { $0.id != first })
        _ = try await office.decline(id, by: one)
        #expect(try await database.handoff(id, in: Workspace.first)?.operator == other.id)
        _ = try await office.accept(id, by: other)
        await #expect(throws: HandoffError.self) {
            _ = try await office.complete(id, by: one, HandoffClosing(.qualified))
        }
        let done = try await office.complete(
            id, by: other, HandoffClosing(.qualified, notes: "fine", followUps: ["call on Monday"]))
        #expect(done?.state == .completed)
        #expect(done?.notes == "fine")
    }

    @Test("a session that ends takes its handoff with it")
    func ended() async throws {
        let (database, exchange, office) = try await house()
        _ = try await hire("ann", by: database)
        let id = try await office.request(request())
        var summary = SessionSummary(id: "sess_a", channel: .chat, startedAt: now)
        summary.endedAt = now
        try await exchange.directory.enter(SessionRecord(summary), now: now)
        await office.follow()
        #expect(try await database.handoff(id, in: Workspace.first)?.state == .cancelled)
    }
}
