import Conversation
import Document
import FoundationEssentials
import Host
import Store
import Testing

@Suite struct TurnTests {
    @Test("a whole booking ends as a row in the database")
    func booking() async throws {
        let world = try Setting().world()
        let host = ConversationHost(sessionID: "sess_a", channel: .voice, world: world)
        #expect(try await host.greet().text.hasPrefix("Thank you for calling Riverside Motors."))
        for text in ["i need an oil change", "tomorrow", "at ten", "john smith"] { _ = try await host.reply(to: text) }
        let readBack = try await host.reply(to: "five five five one two three four")
        #expect(readBack.vocabulary == "yes_no")
        #expect(readBack.text.contains("an oil change on Tuesday, May 5th at 10 AM, for John Smith"))
        #expect(try await world.database.appointments().isEmpty)
        let done = try await host.reply(to: "yes")
        #expect(done.text.hasPrefix("You're all set, John."))
        #expect(done.node == "booking_agent")
        #expect(try await world.database.appointments().map(\.time.description) == ["10:00"])
        #expect(try await host.reply(to: "no thanks").endsCall)
    }

    @Test("a turn leaves its trace in the log, in order")
    func trace() async throws {
        let world = try Setting().world()
        let host = ConversationHost(sessionID: "sess_a", channel: .chat, world: world)
        _ = try await host.reply(to: "where are you located")
        #expect(
            await world.frames("sess_a") == [
                "lifecycle", "transcript", "turn", "turn", "graph", "tool_call", "tool_call", "graph", "state_update",
                "transcript", "latency", "turn",
            ])
        let events = await world.log.events(of: "sess_a", after: 0)
        #expect(events[1].frame["role"] == "user")
        #expect(events[9].frame["role"] == "assistant")
        #expect(events[9].frame["agent_type"] == "faq")
        #expect([2, 3, 11].map { events[$0].frame["phase"]?.string } == ["committed", "thinking", "answered"])
        #expect([2, 3, 11].map { events[$0].frame["turn"]?.int } == [1, 1, 1])
        let way = [events[4], events[7]].flatMap { $0.frame["events"]?.elements ?? [] }
        let entered = way.filter { $0["kind"] == "entered" }.compactMap { $0["node"]?.string }
        #expect(entered == ["check_notifications", "router", "faq_agent", "respond"])
        await host.flush()
        let stored = try await world.sessions.state(of: "sess_a", now: world.clock())
        #expect(stored == (await host.state))
        #expect(stored?.messages.map(\.type) == [.human, .ai])
    }

    @Test("turns that come at once are taken one after the other, in order")
    func serialised() async throws {
        let world = try Setting().world()
        let host = ConversationHost(sessionID: "sess_a", channel: .chat, world: world)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<10 { group.addTask { _ = try? await host.reply(to: "where are you located") } }
        }
        let messages = await host.state.messages
        #expect(messages.count == 20)
        for (index, message) in messages.enumerated() { #expect(message.type == (index % 2 == 0 ? .human : .ai)) }
        #expect(await host.state.turnCount == 10)
    }

    @Test("more turns than can wait are refused")
    func overloaded() async throws {
        let host = ConversationHost(
            sessionID: "sess_a", channel: .chat,
            world: try Setting(model: ScriptedModel(nil, delay: .milliseconds(50))).world())
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do throws(HostError) {
                        _ = try await host.reply(to: "purple monkey")
                        return false
                    } catch {
                        return error == .overloaded
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused > 0)
        #expect(await host.state.turnCount == 40 - refused)
    }

    @Test("several sessions at once do not mix")
    func many() async throws {
        let world = try Setting().world()
        let replies = try await withThrowingTaskGroup(of: (String, String).self) { group in
            for number in 0..<20 {
                group.addTask {
                    let host = ConversationHost(sessionID: "sess_\(number)", channel: .chat, world: world)
                    _ = try await host.reply(to: "i need an oil change tomorrow at ten")
                    _ = try await host.reply(to: number % 2 == 0 ? "john smith" : "jane miller")
                    let reply = try await host.reply(
                        to: "five five five one two \(number % 2 == 0 ? "three" : "four") four")
                    _ = try await host.reply(to: "yes")
                    return (number % 2 == 0 ? "John Smith" : "Jane Miller", reply.text)
                }
            }
            return try await group.reduce(into: [(String, String)]()) { $0.append($1) }
        }
        // Who comes late is told that the time is gone, and asked for another; nobody reads another caller's name.
        #expect(replies.contains { name, text in text.contains("for \(name)") })
        for (name, text) in replies {
            let other = name == "John Smith" ? "Jane Miller" : "John Smith"
            #expect(!text.contains(other), "\(text)")
        }
        // As many as there are bays and technicians for it at ten, and two customers have several.
        let booked = try await world.database.appointments()
        #expect((1...5).contains(booked.count))
        #expect(Set(booked.map(\.customerID)).count <= 2)
    }

    @Test("what was heard takes the place of what was planned")
    func heard() async throws {
        let world = try Setting().world()
        let host = ConversationHost(sessionID: "sess_a", channel: .voice, world: world)
        let greeting = try await host.greet()
        await host.heard("Thank you for calling", of: greeting.id)
        #expect(await host.state.messages == [Message(.ai, "Thank you for calling")])
        let reply = try await host.reply(to: "where are you located")
        await host.heard("", of: reply.id)
        #expect(await host.state.messages.map(\.type) == [.ai, .human])
        await host.heard("nothing", of: "no such reply")
        #expect(try await host.reply(to: "repeat that").text == reply.text)
        let phases = await world.log.events(of: "sess_a", after: 0).compactMap { $0.frame["phase"]?.string }
        #expect(phases.filter { $0 == "truncated" }.count == 2)
    }

    @Test("after the end nothing is said, stored or started")
    func ended() async throws {
        let world = try Setting(responder: StuckResponder()).world()
        let host = ConversationHost(sessionID: "sess_a", channel: .voice, world: world)
        _ = try await host.reply(to: "can i speak to a human")
        await host.end(reason: "caller_left")
        let frames = await world.frames("sess_a")
        await host.end(reason: "again")
        await #expect(throws: HostError.ended) { try await host.reply(to: "hello") }
        await host.report(Latency(llmMs: 1))
        #expect(await world.frames("sess_a") == frames)
        #expect(frames.suffix(3) == ["task_update", "state_update", "lifecycle"])
        #expect(await host.state.pendingTasks.map(\.status) == [.failed])
        var count = 0
        for await _ in host.notifications { count += 1 }
        #expect(count == 0)
        let summary = try await world.sessions.summary(of: "sess_a", now: world.clock())
        #expect(summary?.endReason == "caller_left")
        #expect(summary?.isLive == false)
    }

    @Test("a reception opens, finds and closes sessions")
    func reception() async throws {
        let reception = Reception(world: try Setting().world(), capacity: 2)
        let host = try await reception.open(.chat)
        #expect(host.sessionID.hasPrefix("sess_"))
        #expect(host.sessionID.count == 31)
        #expect(await reception.host(host.sessionID) === host)
        #expect(try await reception.open(.voice, id: "sess_b", room: "room") !== host)
        await #expect(throws: HostError.overloaded) { try await reception.open(.chat) }
        await reception.closeAll(reason: "shutdown")
        #expect(await reception.count == 0)
        await #expect(throws: HostError.ended) { try await host.greet() }
    }
}
