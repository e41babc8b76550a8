import Conversation
import Document
import Engine
import Speech
import Store

/// Does what changes nothing but the conversation: tools, and questions to the language model.
struct EffectWorker: Sendable {
    /// The event that answers, if one does, and what is to be logged.
    struct Work: Sendable {
        var answer: ConversationEvent?
        var journal: [SessionEvent.Kind] = []
    }

    private let world: World
    private let session: String

    init(_ world: World, session: String) {
        self.world = world
        self.session = session
    }

    func perform(_ request: Request<ConversationEffect>) async -> Work {
        guard let id = request.id else { return Work() }
        switch request.effect {
        case .tool(let tool):
            let clock = ContinuousClock()
            let begin = clock.now
            let answer = await run(tool)
            world.witness?(tool, answer)
            return Work(
                answer: .tool(id, answer), journal: [Self.end(of: tool, answer, after: begin.duration(to: clock.now))])
        case .understand(let utterance):
            let (meaning, journal) = await ask("understand") { try await $0.interpret(utterance) }
            return Work(answer: .understood(id, meaning), journal: journal)
        case .phrase(let plan):
            let (words, journal) = await ask("phrase") { try await $0.phrase(plan) }
            return Work(answer: .phrased(id, words), journal: journal)
        case .spawn, .announce, .say:
            return Work()
        }
    }

    /// What a tool answers, within the time a caller waits. One that writes is in the ledger before it runs; if it is late,
    /// it may still happen, and the same call made again then has its answer.
    /// One that only looks something up is given less time: the caller is better served with "I cannot look that up".
    private func run(_ tool: ToolRequest) async -> ToolAnswer {
        let isRetrieval = tool.call(plannedAt: world.clock()) == nil
        let deadline = isRetrieval ? min(world.toolDeadline, .seconds(2)) : world.toolDeadline
        let answer = await withDeadline(deadline) { [world, session] () async -> ToolAnswer in
            if let call = tool.call(plannedAt: world.clock()) {
                do throws(StoreError) {
                    _ = try await world.ledger.begin(call, of: session, at: world.clock())
                } catch {
                    return .failed("the call was not written down: \(error)")
                }
            }
            return await world.database.answer(tool, of: session, now: world.clock())
        }
        return answer ?? .failed("no answer in time")
    }

    /// For the log, before a tool is asked.
    static func beginning(of tool: ToolRequest) -> SessionEvent.Kind {
        .extra(
            type: "tool_call", fields: ["phase": "started", "tool": .string(tool.name), "name": .string(tool.name)])
    }

    private static func end(of tool: ToolRequest, _ answer: ToolAnswer, after time: Duration) -> SessionEvent.Kind {
        var fields: [String: JSON] = [
            "phase": "finished", "tool": .string(tool.name), "name": .string(tool.name), "ok": true,
            "ms": .int(Int(time / .milliseconds(1))),
        ]
        if case .failed(let reason) = answer {
            fields["ok"] = false
            fields["reason"] = .string(reason)
        }
        return .extra(type: "tool_call", fields: fields)
    }

    /// Asks the language model within its deadline; `nil`, and the reason for the log, means that the rules stand.
    private func ask<Value: Sendable>(
        _ verb: String, _ body: @escaping @Sendable (any LanguageUnderstanding) async throws -> Value
    ) async -> (Value?, [SessionEvent.Kind]) {
        guard let understanding = world.understanding else { return (nil, []) }
        let answer = await withDeadline(world.modelDeadline) { [world, session] () async -> Result<Value, any Error> in
            // A call knows its account; a chat's is looked up.
            var account = UsageTag.current
            if account == nil { account = await world.account(of: session) }
            return await UsageTag.$current.withValue(account) {
                do { return .success(try await body(understanding)) } catch { return .failure(error) }
            }
        }
        switch answer ?? .failure(UnderstandingError.timedOut) {
        case .success(let value): return (value, [])
        case .failure(let error):
            let fields: [String: JSON] = ["verb": .string(verb), "reason": .string("\(error)")]
            return (nil, [.extra(type: "model_fallback", fields: fields)])
        }
    }
}
