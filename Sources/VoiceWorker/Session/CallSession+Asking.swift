import Conversation
import Host
import Supervision

/// How the graph is asked.
extension CallSession {
    /// What the graph is asked.
    enum Wish: Hashable, Sendable {
        case greeting
        case words(String)
        /// What was held, or the last words once more.
        case again
    }

    /// - Parameter kept: what was said while the agent might not answer; new words are added to it.
    static func reply(
        of host: ConversationHost, to wish: Wish, after kept: Resumption?
    ) async throws(HostError) -> Host.Reply {
        switch wish {
        case .greeting: return try await host.greet()
        case .again: return try await host.answer(held: kept?.held ?? [], bridge: kept?.bridge)
        case .words(let text):
            guard let kept else { return try await host.reply(to: text) }
            await host.note(text, by: .user)
            let words = HeldTurn(speaker: caller, text: text)
            return try await host.answer(held: kept.held + [words], bridge: kept.bridge)
        }
    }
}
