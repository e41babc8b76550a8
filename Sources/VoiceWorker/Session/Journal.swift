import Conversation
import Document
import FoundationEssentials
import Host
import Store
import Synchronization

/// What a call tells its session's log, in order and off the loop: whoever notes something never waits. Bounded: see
/// `JournalInbox`.
final class Journal: Sendable {
    private static let capacity = 256

    private let host: ConversationHost
    private let world: World
    private let inbox = Mutex(JournalInbox(capacity: capacity))
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    init(_ host: ConversationHost, _ world: World) {
        self.host = host
        self.world = world
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func note(_ type: String, _ fields: [String: JSON]) {
        add(.event(.extra(type: type, fields: fields)))
    }

    /// Words of the agent that the graph knows nothing of.
    func said(_ text: String) {
        add(.event(.transcript(role: .assistant, content: text, agent: .response)))
    }

    /// What somebody seems to be saying.
    func partial(_ text: String, segment: String, role: SessionEvent.Role, participant: String) {
        let fields: [String: JSON] = [
            "segment_id": .string(segment), "text": .string(text), "role": .string(role.rawValue),
            "participant": .string(participant),
        ]
        add(.partial(segment: segment, fields: fields))
    }

    func report(_ latency: Latency) {
        add(.latency(latency))
    }

    func close() {
        ring.finish()
    }

    private func add(_ entry: JournalInbox.Entry) {
        inbox.withLock { $0.add(entry) }
        ring.yield()
    }

    /// Writes until `close`, and what was noted before it.
    func run() async {
        for await _ in bell { await writeAll() }
        await writeAll()
    }

    private func writeAll() async {
        for entry in inbox.withLock({ $0.takeAll() }) {
            switch entry {
            case .event(let kind): await write(kind)
            case .partial(_, let fields): await write(.extra(type: "transcript_partial", fields: fields))
            case .latency(let latency): await host.report(latency)
            }
        }
    }

    private func write(_ kind: SessionEvent.Kind) async {
        await world.log.append(SessionEvent(host.sessionID, kind), at: world.clock())
    }
}
