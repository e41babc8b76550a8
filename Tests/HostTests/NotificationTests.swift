import Conversation
import Document
import FoundationEssentials
import Host
import Store
import Testing

@Suite struct NotificationTests {
    @Test(
        "a search for a colleague ends in a spoken notification",
        arguments: [
            (HumanAnswer.available(name: "Sarah"), SessionNotification.Priority.interrupt),
            (HumanAnswer.callback, .high),
        ])
    func spoken(answer: HumanAnswer, priority: SessionNotification.Priority) async throws {
        let world = try Setting(responder: ScriptedResponder(answer)).world()
        let host = ConversationHost(sessionID: "sess_a", channel: .voice, world: world)
        _ = try await host.reply(to: "can i speak to a human")
        var said: Reply?
        for await reply in host.notifications {
            said = reply
            break
        }
        #expect(said?.priority == priority)
        #expect(said?.text.isEmpty == false)
        let statuses = await world.log.events(of: "sess_a", after: 0).compactMap { logged in
            logged.frame["task"]?["status"]?.string
        }
        #expect(statuses == ["pending", "running", "completed"])
        #expect(await world.frames("sess_a").contains("notification"))
        #expect(await host.state.messages.last?.content == said?.text)
    }

    @Test("in a chat the next reply begins with it")
    func chat() async throws {
        let world = try Setting().world()
        let host = ConversationHost(sessionID: "sess_a", channel: .chat, world: world)
        _ = try await host.reply(to: "can i speak to a human")
        for await logged in await world.log.subscribe(to: "sess_a", from: 1) {
            if logged.frame["task"]?["status"] == "completed" { break }
        }
        #expect(try await host.reply(to: "where are you located").text.hasPrefix("Great news! Sarah is available"))
    }

    @Test("a search that fails schedules a callback")
    func failed() async throws {
        let host = ConversationHost(
            sessionID: "sess_a", channel: .voice, world: try Setting(responder: ScriptedResponder(nil)).world())
        _ = try await host.reply(to: "can i speak to a human")
        for await reply in host.notifications {
            #expect(reply.priority == .high)
            break
        }
        #expect(await host.state.pendingTasks.map(\.status) == [.failed])
        #expect(await host.state.humanAgentStatus == .callbackScheduled)
    }

    @Test("the simulated search waits five to twenty five seconds and depends on seed and task alone")
    func simulated() async throws {
        let waits = Waits()
        func answers(_ seed: UInt64) async throws -> [HumanAnswer] {
            let responder = SimulatedResponder(seed: seed) { await waits.add($0) }
            var answers: [HumanAnswer] = []
            for number in 0..<50 {
                answers.append(try await responder.check(BackgroundTask(taskID: "esc_s_\(number)")))
            }
            return answers
        }
        let first = try await answers(1)
        #expect(try await answers(1) == first)
        #expect(try await answers(2) != first)
        #expect(Set(first.map { $0 == .callback }) == [true, false])
        #expect(await waits.all.allSatisfy { $0 >= .seconds(5) && $0 <= .seconds(25) })
        #expect(Set(await waits.all).count > 50)
    }

    private actor Waits {
        var all: [Duration] = []
        func add(_ wait: Duration) { all.append(wait) }
    }
}
