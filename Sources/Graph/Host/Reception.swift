package import Conversation
import FoundationEssentials
import Store

/// The sessions of this process, by id.
///
/// Bounded: beyond `capacity` live sessions the next is refused.
package actor Reception {
    private let world: World
    private let capacity: Int
    private var hosts: [String: ConversationHost] = [:]

    package init(world: World, capacity: Int = 10_000) {
        self.world = world
        self.capacity = capacity
    }

    package var count: Int { hosts.count }

    /// A new session. Without an id it gets one: `sess_` and 128 random bits.
    package func open(
        _ channel: SessionSummary.Channel, id: String? = nil, room: String? = nil
    ) throws(HostError) -> ConversationHost {
        guard hosts.count < capacity else { throw .overloaded }
        let id = id ?? Self.newID()
        if let host = hosts[id] { return host }
        let host = ConversationHost(sessionID: id, channel: channel, room: room, world: world)
        hosts[id] = host
        return host
    }

    package func host(_ id: String) -> ConversationHost? { hosts[id] }

    package func close(_ id: String, reason: String) async {
        await hosts.removeValue(forKey: id)?.end(reason: reason)
    }

    package func closeAll(reason: String) async {
        for id in hosts.keys { await close(id, reason: reason) }
    }

    /// Closes chats whose state expired in the session store. To be called now and then.
    package func expire() async {
        for (id, host) in hosts where host.channel == .chat {
            let state = try? await world.sessions.state(of: id, now: world.clock())
            let age = await world.clock().timeIntervalSince(host.state.createdAt)
            if state == nil, age > 1800 { await close(id, reason: "expired") }
        }
    }

    /// `sess_` and 26 characters of base 32, which hold 128 random bits.
    package static func newID() -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        return "sess_" + String((0..<26).compactMap { _ in alphabet.randomElement() })
    }
}
