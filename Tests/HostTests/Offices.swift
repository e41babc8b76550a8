import Conversation
import Document
import FoundationEssentials
import Host
import Store
import Supervision
import Synchronization
import Testing

/// Several processes that share everything that can be shared, and one clock that is moved by hand.
final class Offices: Sendable {
    static let supervisor = Principal(id: "usr_7", role: .supervisor)
    static let other = Principal(id: "usr_8", role: .supervisor)
    static let caller = Principal(id: "sess_a", role: .caller, session: "sess_a")
    static let booking = [
        "i'd like an oil change tomorrow at nine", "my name is maria garcia",
        "five one two five five five oh one nine nine", "yes",
    ]

    let exchange: Exchange
    let database: Database
    private let setting: Setting
    private let now: Clock

    private final class Clock: Sendable {
        let time = Mutex(Setting.start)
    }

    init(policies: [String: ToolPolicy] = [:]) throws {
        let now = Clock()
        var setting = Setting()
        setting.clock = { now.time.withLock { $0 } }
        setting.policies = policies
        let database = try Database(now: Setting.start)
        setting.database = database
        let exchange = Exchange.inProcess(clock: setting.clock)
        setting.exchange = exchange
        (self.setting, self.now, self.exchange, self.database) = (setting, now, exchange, database)
    }

    /// A process of that name.
    func open(_ name: String) throws -> (reception: Reception, world: World) {
        var setting = setting
        setting.process = name
        let world = try setting.world()
        return (Reception(world: world), world)
    }

    /// Lets time pass.
    func wait(_ seconds: TimeInterval) {
        now.time.withLock { $0 += seconds }
    }

    var time: Date { now.time.withLock { $0 } }

    /// Sends a command to whoever holds the session and returns its final outcome.
    @discardableResult
    func order(
        _ body: Command.Body, id: String = RandomID.make("cmd"), by principal: Principal = supervisor,
        in session: String = "sess_a"
    ) async throws -> JSON {
        let command = Command(id: id, session: session, by: principal, body, at: time)
        let events = await exchange.log.subscribe(to: session, from: .max)
        try await exchange.bus.send(command)
        return try await Self.first(in: events) { frame in
            let status = frame["status"]?.string.flatMap(CommandOutcome.Status.init)
            return frame["command_id"]?.string == id && status?.isFinal == true
        }
    }

    /// Sends a command and waits for nothing.
    func post(_ body: Command.Body, id: String, by principal: Principal = supervisor) async throws {
        try await exchange.bus.send(Command(id: id, session: "sess_a", by: principal, body, at: time))
    }

    /// The first event of a session, past or to come, that is so.
    @discardableResult
    func event(in session: String = "sess_a", _ isIt: @escaping @Sendable (JSON) -> Bool) async throws -> JSON {
        try await Self.first(in: await exchange.log.subscribe(to: session, from: 1), isIt)
    }

    func events(_ type: String, in session: String = "sess_a") async -> [JSON] {
        await exchange.log.events(of: session, after: 0).filter { $0.type == type }.map(\.frame)
    }

    /// Returns when somebody holds the session.
    func held() async throws {
        while try await exchange.holdings.holder(of: "sess_a", now: time) == nil {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// What was said to the caller, in order.
    func said(in session: String = "sess_a") async -> [String] {
        await events("transcript", in: session).filter { $0["role"] == "assistant" }.compactMap {
            $0["content"]?.string
        }
    }

    struct Missing: Error {}

    /// Gives up after five minutes of real time, when something is broken.
    private static func first(
        in events: AsyncStream<LoggedEvent>, _ isIt: @escaping @Sendable (JSON) -> Bool
    ) async throws -> JSON {
        try await withThrowingTaskGroup(of: JSON.self) { group in
            group.addTask {
                for await event in events where isIt(event.frame) { return event.frame }
                throw Missing()
            }
            group.addTask {
                try await Task.sleep(for: .seconds(300))
                throw Missing()
            }
            defer { group.cancelAll() }
            return try await group.next() ?? .null
        }
    }
}
