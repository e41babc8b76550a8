import Conversation
import Dialogue
import Document
import Host
import Logging
import Supervision
import Timing

/// The recogniser and the graph: what goes to them, and what comes back.
extension CallSession {
    // MARK: Words

    func hear(_ report: Ear.Report) {
        guard !isOver else { return }
        switch report {
        case .partial(let text, let turn, let isComplete):
            guard turn == listeningTurn, !text.isEmpty else { return }
            showPartial(text, turn: turn)
            tell(.partial(text, turn: turn, isComplete: isComplete), now: .monotonic())
        case .words(let text, let turn, let revision):
            if !text.isEmpty || shown?.turn == turn { showCaller(text, turn: turn, isFinal: true) }
            tell(.transcript(text, turn: turn, revision: revision), now: .monotonic())
        case .failed(let reason, let turn):
            logger.warning("recognition failed", metadata: ["reason": "\(reason)"])
            journal.note("fault", ["what": "recognition", "reason": .string(reason)])
            tell(.recognitionFailed(turn: turn), now: .monotonic())
        }
    }

    /// The same words are not shown again.
    private func showPartial(_ text: String, turn: Int) {
        guard shown?.turn != turn || shown?.text != text else { return }
        shown = (turn, text)
        showCaller(text, turn: turn, isFinal: false)
        guard let caller = watch.identity else { return }
        journal.partial(text, segment: segment("caller-\(turn)"), role: .user, participant: caller)
    }

    // MARK: Replies

    /// Asks the graph. The history is told first what was heard of the replies before.
    func ask(_ wish: Wish, turn: Int) {
        asked = turn
        preparing = nil
        let (told, kept, host) = (tellHeard(), resumption, host)
        let greeting = wish == .greeting ? takeGreeting() : nil
        resumption = nil
        elsewhere { [weak self] in
            await told?.value
            do throws(HostError) {
                let ready = try await greeting?.value.get()
                let reply = if let ready { ready } else { try await Self.reply(of: host, to: wish, after: kept) }
                await self?.answer(reply, to: turn)
            } catch {
                await self?.failAnswer(to: turn, error)
            }
        }
    }

    private func answer(_ reply: Host.Reply, to turn: Int) {
        guard asked == turn, !isOver, !reply.isAbandoned else { return disown(reply) }
        asked = nil
        vocabulary = reply.vocabulary
        replyIDs[turn] = reply.id
        replyIDs = replyIDs.filter { $0.key > turn - 16 }
        keep(pace: reply.pace)
        tell(
            .reply(
                .init(
                    turn: turn, text: reply.text, endsCall: reply.endsCall, expects: AnswerProfile(reply.question))),
            now: .monotonic())
    }

    /// Who wants to be spoken to slowly also has more time to speak.
    private func keep(pace: Pace) {
        guard pace != self.pace else { return }
        self.pace = pace
        var numbers = services.turnTaking
        if pace == .slow { numbers.shortestWait = max(numbers.shortestWait, services.timings.slowWait) }
        tell(.adopt(numbers), now: .monotonic())
    }

    /// A reply that came too late was never said.
    private func disown(_ reply: Host.Reply) {
        guard !reply.isAbandoned else { return }
        let host = host
        Task.detached { await host.heard("", of: reply.id) }
    }

    private func failAnswer(to turn: Int, _ error: HostError) {
        logger.warning("the graph did not answer", metadata: ["reason": "\(error)"])
        journal.note("fault", ["what": "reply", "reason": .string("\(error)")])
        tell(.replyFailed(turn: turn), now: .monotonic())
    }

    // MARK: News

    /// While a person talks in the agent's place news is shown, and not spoken.
    func announce(_ news: Host.Reply) async {
        let control = await desk?.control
        if case .human = control?.mode { return disown(news) }
        guard !isOver else { return }
        vocabulary = news.vocabulary
        tell(
            .announcement(Announcement(id: news.id, text: news.text, priority: .init(news.priority))), now: .monotonic()
        )
    }
}

extension Announcement.Priority {
    fileprivate init(_ priority: SessionNotification.Priority?) {
        switch priority {
        case .interrupt: self = .interrupt
        case .high: self = .high
        case .normal, nil: self = .medium
        case .low: self = .low
        }
    }
}
