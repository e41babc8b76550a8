import ArgumentParser
import Conversation
import Document
import Foundation
import Host
import Logging
import Store

/// Talks with the agent in the terminal.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat",
        abstract: "Talk with the agent in the terminal.",
        discussion: """
            Every line that is typed is what a caller says; the agent's answer is printed below. The conversation ends \
            when the agent says goodbye. When the input ends first, the conversation is kept for half an hour: with the \
            same --session it goes on where it was, in another process too.

            PARLEY_LLM_URL names a language model that understands and phrases; without it, rules do.

            With --json each answer is one line: session_id, id, text, question, intent, agent, node, ends and latency_ms; a line \
            that could not be taken is answered by session_id and error.

            Exit status: 0 after a goodbye or at the end of the input, 1 when the session cannot go on, 64 when the \
            command line or the business is wrong.
            """)

    @Option(help: ArgumentHelp("The session that begins or goes on: letters, digits, '-' and '_'.", valueName: "id"))
    var session: String?

    @OptionGroup var business: BusinessOptions

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var log: LogOptions

    func validate() throws {
        guard let session else { return }
        let isName = session.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        if !isName || !(1...64).contains(session.count) {
            throw ValidationError("--session has 1 to 64 letters, digits, '-' or '_'.")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let logger = log.logger("parley.chat", default: .error)
        let model = try Business.chatModel(environment, logger)
        let business = try await Business.open(try business.settings(environment), chatModel: model, logger: logger)
        do throws(HostError) {
            try await talk(business)
        } catch {
            throw CommandFailure(.failed, "\(error).")
        }
    }

    private func talk(_ business: Business) async throws(HostError) {
        let host = try await business.reception.open(.chat, id: session)
        let keyboard = Keyboard()
        if session == nil, !json, keyboard.isTerminal { Console.complain("Session \(host.sessionID)") }
        var reply = try await host.greet()
        say(reply, host)
        while !reply.endsCall, let line = await keyboard.next() {
            switch line {
            case .text(let text):
                reply = try await host.reply(to: text)
                say(reply, host)
            case .garbled: refuse("that line is not UTF-8", host)
            case .tooLong: refuse("that line is too long", host)
            }
        }
        if reply.endsCall { await business.reception.close(host.sessionID, reason: "goodbye") }
        await business.world.memory.flush()
    }

    private func say(_ reply: Reply, _ host: ConversationHost) {
        Console.print(json ? reply.json(session: host.sessionID).text : reply.text)
    }

    private func refuse(_ reason: String, _ host: ConversationHost) {
        if json {
            Console.print(JSON.object(["session_id": .string(host.sessionID), "error": .string(reason)]).text)
        } else {
            Console.complain("parley: \(reason).")
        }
    }
}
