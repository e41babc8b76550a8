import Conversation
import Dealership
import Document
import FoundationEssentials
import Host
import Speech
import Store
import Synchronization

/// A world in memory whose clock stands still: Monday, 2026-05-04, 10:00 in Greenwich.
struct Setting {
    static let start = Date(timeIntervalSince1970: 1_777_888_800)

    var responder: any HumanResponder = ScriptedResponder(.available(name: "Sarah"))
    var model: (any ChatModel)?
    /// Far away: what is slow here is the machine.
    var deadline: Duration = .seconds(60)
    var checkpoints: any CheckpointStore = MemoryCheckpointStore()
    var database: Database?
    var clock: @Sendable () -> Date = { Setting.start }
    var exchange: Exchange?
    var process = "proc_a"
    var sessions: any SessionStore = MemorySessionStore()
    var policies: [String: ToolPolicy] = [:]

    func world() throws -> World {
        var domain = Domain.dealership(timeZone: TimeZone(secondsFromGMT: 0) ?? .current)
        domain.policies = policies
        return try World(
            database: database ?? Database(now: Self.start), sessions: sessions, exchange: exchange, process: process,
            checkpoints: checkpoints, domain: domain, clock: clock,
            responder: responder, model: model, modelDeadline: deadline, toolDeadline: .seconds(60),
            answerDeadline: .seconds(300))
    }
}

/// Answers at once.
struct ScriptedResponder: HumanResponder {
    struct Failure: Error {}

    let answer: HumanAnswer?

    init(_ answer: HumanAnswer?) { self.answer = answer }

    func check(_ task: BackgroundTask) async throws -> HumanAnswer {
        guard let answer else { throw Failure() }
        return answer
    }
}

/// Never answers until it is cancelled.
struct StuckResponder: HumanResponder {
    func check(_ task: BackgroundTask) async throws -> HumanAnswer {
        try await Task.sleep(for: .seconds(600))
        return .callback
    }
}

/// A model with one answer to whatever it is asked, which counts how often. A model asked to phrase gives nothing, unless
/// it has words.
final class ScriptedModel: ChatModel {
    private let answer: ChatAnswer?
    private let words: String?
    private let delay: Duration
    private let count = Mutex(0)

    init(_ answer: ChatAnswer?, words: String? = nil, delay: Duration = .zero) {
        self.answer = answer
        self.words = words
        self.delay = delay
    }

    convenience init(text: String?, words: String? = nil, delay: Duration = .zero) {
        self.init(text.map { ChatAnswer(text: $0) }, words: words, delay: delay)
    }

    /// How often it was asked what something means.
    var asked: Int { count.withLock { $0 } }

    func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatFragment, any Error> {
        let isMeaning = !request.tools.isEmpty
        if isMeaning { count.withLock { $0 += 1 } }
        let answer = isMeaning ? answer : words.map { ChatAnswer(text: $0) }
        let (stream, continuation) = AsyncThrowingStream<ChatFragment, any Error>.makeStream()
        let task = Task { [delay] in
            if delay > .zero { try? await Task.sleep(for: delay) }
            guard let answer else { return continuation.finish(throwing: SpeechError.timedOut) }
            // In two pieces, as it comes over a network.
            let middle = answer.text.index(answer.text.startIndex, offsetBy: answer.text.count / 2)
            continuation.yield(.text(String(answer.text[..<middle])))
            continuation.yield(.text(String(answer.text[middle...])))
            for (index, call) in answer.calls.enumerated() {
                continuation.yield(.call(index: index, name: call.name, arguments: call.arguments))
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }
}

extension World {
    /// The types of a session's frames, in order.
    func frames(_ session: String) async -> [String] {
        await log.events(of: session, after: 0).map { $0.frame["type"]?.string ?? "" }
    }
}
