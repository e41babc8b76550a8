import Conversation
package import Supervision

/// A chat as a stage: what is said is there at once and as a whole, and nobody talks over anybody.
package actor ChatStage: ControlStage {
    private let host: ConversationHost
    private let tell: @Sendable (SessionControl.Event) -> Void
    /// Returns when all that was told is handled.
    private let settle: @Sendable () async -> Void
    /// Answers and what comes after them, in order.
    private var errands = Errands()
    /// While it is `true`, typed words are not put to the graph.
    private var holdsTurns = false

    /// - Parameters:
    ///   - tell: Told what becomes of the effects.
    ///   - settle: Returns when all that was told is handled: a session ends after what was said in it.
    package init(
        _ host: ConversationHost, tell: @escaping @Sendable (SessionControl.Event) -> Void,
        settle: @escaping @Sendable () async -> Void = {}
    ) {
        self.host = host
        self.tell = tell
        self.settle = settle
    }

    package func perform(_ effect: SessionControl.Effect) async {
        switch effect {
        case .say(let speech): say(speech)
        case .silence: tell(.cutOff(heard: ""))
        case .holdTurns(let holds): holdsTurns = holds
        case .answer(let held, let bridge):
            answer { (host) throws(HostError) in try await host.answer(held: held, bridge: bridge) }
        case .typed(let text, let command): take(text, command)
        case .end(let message, let reason, let isForced): end(message, reason, isForced)
        default: break
        }
    }

    private func say(_ speech: ControlSpeech) {
        let told: @Sendable () async -> Void = { [tell, host] in
            tell(.speechBegan(id: speech.id))
            tell(.speechEnded(id: speech.id, heard: speech.text, isWhole: true))
            if speech.endsCall { await host.end(reason: "supervisor") }
        }
        // Nothing that is said waits for an answer but what wants quiet, and the end.
        if speech.waitsForQuiet || speech.endsCall { return errands.add(told) }
        tell(.speechBegan(id: speech.id))
        tell(.speechEnded(id: speech.id, heard: speech.text, isWhole: true))
    }

    private func take(_ text: String, _ command: String) {
        tell(.callerBegan)
        tell(.callerEnded)
        guard !holdsTurns else {
            errands.add { [tell, host] in
                tell(.words(HeldTurn(speaker: "caller", text: text), turn: await host.state.turnCount))
                tell(.carriedOut(command: command, failure: nil))
            }
            return
        }
        errands.add { [tell, host] in
            tell(.words(HeldTurn(speaker: "caller", text: text), turn: await host.state.turnCount + 1))
        }
        answer(for: command) { (host) throws(HostError) in try await host.reply(to: text, by: command) }
    }

    /// Puts a question to the graph after everything that was asked before.
    private func answer(
        for command: String? = nil, _ ask: @escaping @Sendable (ConversationHost) async throws(HostError) -> Reply
    ) {
        errands.add { [tell, host, settle] in
            let turn = await host.state.turnCount + (command == nil ? 0 : 1)
            tell(.thinking(turn: turn))
            var failure: String?
            var isOver = false
            do throws(HostError) {
                let reply = try await ask(host)
                await host.flush()
                if !reply.isAbandoned {
                    tell(.answered(turn: turn))
                    tell(.agentBegan(isInterruptible: true))
                    tell(.agentEnded)
                }
                isOver = reply.endsCall
            } catch {
                failure = error.slug
            }
            if let command { tell(.carriedOut(command: command, failure: failure)) }
            guard isOver else { return }
            await settle()
            await host.end(reason: "goodbye")
        }
    }

    private func end(_ message: String?, _ reason: String, _ isForced: Bool) {
        let work: @Sendable () async -> Void = { [host] in
            if let message { await host.note(message, by: .assistant) }
            await host.end(reason: reason)
        }
        if isForced { Task { await work() } } else { errands.add(work) }
    }
}

extension HostError {
    /// As the outcome of a command says it.
    var slug: String {
        switch self {
        case .ended, .expired: "session-ended"
        case .overloaded: "overloaded"
        case .elsewhere: "elsewhere"
        case .unavailable: "unavailable"
        }
    }
}
