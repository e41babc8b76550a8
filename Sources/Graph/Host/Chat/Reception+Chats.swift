package import Conversation
import FoundationEssentials
import Logging
import Store
package import Supervision

extension Reception {
    /// Answers words typed in a session, wherever it is held: here, in another process, or, when nobody holds it, here from
    /// now on.
    ///
    /// Throws `ended` and `expired` for a session that is over, `overloaded` when too many words wait already, and
    /// `unavailable` when no answer came in time; the words may be answered later, in the log.
    package func answer(
        _ text: String, in session: String, by principal: Principal, channel: SessionSummary.Channel = .chat
    ) async throws(HostError) -> ChatReply {
        let command = Command(
            id: RandomID.make("cmd"), session: session, by: principal, .chat(text), at: world.clock())
        if let chat = try await seat(session, channel) { return try await answer(command, in: chat) }
        if channel == .voice, try await !isHeld(session) { return try await answerAlone(text, in: session) }
        return try await answerElsewhere(command, channel)
    }

    // MARK: Here

    private func answer(_ command: Command, in chat: Chat) async throws(HostError) -> ChatReply {
        let mark = await chat.desk.mark
        let outcome = await withDeadline(world.answerDeadline) { await chat.desk.outcome(of: command) }
        guard let outcome, let outcome else {
            if await chat.host.hasEnded { throw .ended }
            throw .unavailable("no answer in time")
        }
        let answer = await ChatTrail(world, command).answer(after: mark)
        return try await reply(outcome, answer, state: chat.host.state)
    }

    /// A call that nobody holds yet has a conversation, but no desk.
    private func answerAlone(_ text: String, in session: String) async throws(HostError) -> ChatReply {
        let host = try await open(.voice, id: session)
        let reply = try await host.reply(to: text)
        await host.flush()
        return ChatReply(response: reply.text, state: await host.state, outcome: CommandOutcome(.applied))
    }

    // MARK: Elsewhere

    private func answerElsewhere(
        _ command: Command, _ channel: SessionSummary.Channel
    ) async throws(HostError) -> ChatReply {
        let trail = ChatTrail(world, command)
        let found = await withDeadline(world.answerDeadline) { [self] in
            try await trail.follow(sending: { try await self.world.exchange.bus.send(command) }) {
                // Whoever held it may be gone: then it goes on here, and takes the words from the bus.
                _ = try? await self.seat(command.session, channel)
            }
        }
        guard let found, let found else { throw .unavailable("no answer in time") }
        let state = try? await world.sessions.state(of: command.session, now: world.clock())
        return try await reply(found.outcome, found.answer, state: state ?? nil)
    }

    private func isHeld(_ session: String) async throws(HostError) -> Bool {
        do throws(StoreError) {
            return try await world.exchange.holdings.holder(of: session, now: world.clock()) != nil
        } catch {
            throw .unavailable("\(error)")
        }
    }

    private func reply(
        _ outcome: CommandOutcome, _ answer: String?, state: ConversationState?
    ) async throws(HostError) -> ChatReply {
        if outcome.status != .applied, outcome.reason == "session-ended" { throw .ended }
        if outcome.status != .applied, outcome.reason == "overloaded" || outcome.reason == "quota" { throw .overloaded }
        return ChatReply(response: answer, state: state, outcome: outcome)
    }

    // MARK: Seats

    /// A chat at its desk in this process: it was here, or nobody had it; `nil` when another process has it, or when it is a
    /// call.
    func seat(_ session: String, _ channel: SessionSummary.Channel) async throws(HostError) -> Chat? {
        if let chat = chats[session] { return chat }
        guard channel == .chat else { return nil }
        let claimed: Holding?
        do throws(StoreError) {
            claimed = try await world.exchange.holdings.claim(session, by: world.process, now: world.clock())
        } catch {
            throw .unavailable("\(error)")
        }
        guard let holding = claimed else { return nil }
        let host: ConversationHost
        do throws(HostError) {
            host = try await open(.chat, id: session)
        } catch {
            await world.exchange.holdings.release(holding)
            throw error
        }
        if let chat = chats[session] { return chat }
        let chat = begin(host)
        chats[session] = chat
        return chat
    }

    private func begin(_ host: ConversationHost) -> Chat {
        let post = ChatPost()
        let stage = ChatStage(host, tell: { post.desk?.tell($0) }, settle: { await post.desk?.settle() })
        let desk = ControlDesk(
            host, exchange: world.exchange, process: world.process, stage: stage, clock: world.clock,
            logger: Logger(label: "parley.chat"))
        post.desk = desk
        let work = Task { [weak self] in
            try? await desk.run()
            await host.leave()
            await self?.rise(host)
        }
        return Chat(host: host, desk: desk, work: work)
    }

    /// The session is over, or another process has it.
    private func rise(_ host: ConversationHost) {
        chats[host.sessionID] = nil
        if hosts[host.sessionID] === host { hosts[host.sessionID] = nil }
    }

    /// Lets the chats of this process go on in others: nobody is told that they ended.
    package func letGo() async {
        let work = chats.values.map(\.work)
        for task in work { task.cancel() }
        for task in work { await task.value }
    }
}
