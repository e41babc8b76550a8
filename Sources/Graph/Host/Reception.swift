import Supervision
package import Conversation
import Document
import Engine
import FoundationEssentials
import Store

/// The sessions of this process, by id.
///
/// Bounded: beyond `capacity` live sessions the next is refused.
package actor Reception {
    let world: World
    private let capacity: Int
    var hosts: [String: ConversationHost] = [:]
    /// The chats among them that are steered from here.
    var chats: [String: Chat] = [:]

    package init(world: World, capacity: Int = 10_000) {
        self.world = world
        self.capacity = capacity
    }

    package var count: Int { hosts.count }

    /// A session by its id. One that this process does not have goes on from its checkpoint, if there is one; else it
    /// begins. Without an id it gets one: `sess_` and 128 random bits.
    package func open(
        _ channel: SessionSummary.Channel, id: String? = nil, room: String? = nil
    ) async throws(HostError) -> ConversationHost {
        if let id, let host = hosts[id] { return host }
        guard hosts.count < capacity else { throw .overloaded }
        let name = id ?? RandomID.make("sess")
        let checkpoint = id == nil ? nil : try await recall(name)
        // Somebody else may have opened it meanwhile.
        if let host = hosts[name] { return host }
        let host = ConversationHost(
            sessionID: name, channel: channel, room: room, world: world, resuming: checkpoint)
        hosts[name] = host
        return host
    }

    /// Where a session was; `nil` when it never was. One that cannot be read begins anew, and the log says so.
    private func recall(_ id: String) async throws(HostError) -> Checkpoint<DialogueState, ConversationEffect>? {
        guard let stored = try await world.memory.newest(of: id, now: world.clock()) else { return nil }
        do {
            let execution = try world.graph.decode(Data(stored.payload))
            guard execution.state.conversation.sessionID == id else { throw CheckpointError.damaged }
            return Checkpoint(
                sequence: stored.sequence, parent: stored.parent, at: stored.at, execution: execution)
        } catch {
            await world.memory.forget(id)
            await world.log.append(
                SessionEvent(id, .extra(type: "error", fields: ["message": .string("begins anew: \(error)")])),
                at: world.clock())
            return nil
        }
    }

    package func host(_ id: String) -> ConversationHost? { hosts[id] }

    /// Whether a conversation is under way that this process does not hold.
    package func isElsewhere(_ id: String) async throws(HostError) -> Bool {
        guard hosts[id] == nil else { return false }
        return try await world.memory.newest(of: id, now: world.clock()) != nil && hosts[id] == nil
    }

    package func close(_ id: String, reason: String) async {
        // The name is free when the end is written down, not before.
        await hosts[id]?.end(reason: reason)
        await chats[id]?.work.value
        hosts[id] = nil
        chats[id] = nil
    }

    package func closeAll(reason: String) async {
        for id in hosts.keys { await close(id, reason: reason) }
    }

    /// Closes chats whose state expired in the session store. To be called now and then.
    package func expire() async {
        for (id, host) in hosts where host.channel == .chat {
            let age = await world.clock().timeIntervalSince(host.state.createdAt)
            guard age > 1800 else { continue }
            // A store that cannot be asked says nothing about the session.
            if await isGone(id) { await close(id, reason: "expired") }
        }
        await world.memory.expire(now: world.clock())
    }

    private func isGone(_ id: String) async -> Bool {
        do { return try await world.sessions.state(of: id, now: world.clock()) == nil } catch { return false }
    }
}
