import Conversation
import Document
import FoundationEssentials
import Host
import Store

/// What a call tells its session's log, in order and off the loop. Bounded: beyond 256 waiting entries new ones are lost.
final class Journal: Sendable {
    private enum Entry: Sendable {
        case event(SessionEvent.Kind)
        case latency(Latency)
    }

    private let host: ConversationHost
    private let world: World
    private let entries: AsyncStream<Entry>
    private let entry: AsyncStream<Entry>.Continuation

    init(_ host: ConversationHost, _ world: World) {
        self.host = host
        self.world = world
        (entries, entry) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(256))
    }

    func note(_ type: String, _ fields: [String: JSON]) {
        entry.yield(.event(.extra(type: type, fields: fields)))
    }

    /// Words of the agent that the graph knows nothing of.
    func said(_ text: String) {
        entry.yield(.event(.transcript(role: .assistant, content: text, agent: .response)))
    }

    func report(_ latency: Latency) {
        entry.yield(.latency(latency))
    }

    func close() {
        entry.finish()
    }

    /// Writes until `close`, and what was noted before it.
    func run() async {
        for await entry in entries {
            switch entry {
            case .event(let kind): await world.log.append(SessionEvent(host.sessionID, kind), at: world.clock())
            case .latency(let latency): await host.report(latency)
            }
        }
    }
}
