import Conversation
import Dealership
import FoundationEssentials
import Host
import Speech
import Store
import Synchronization

/// A world in memory whose clock stands still: Monday, 2026-05-04, 10:00 in Greenwich.
func makeWorld(
    responder: any HumanResponder = ScriptedResponder(.available(name: "Sarah")), model: (any ChatModel)? = nil,
    deadline: Duration = .seconds(5)
) throws -> World {
    let start = Date(timeIntervalSince1970: 1_777_888_800)
    return try World(
        database: Database(now: start), domain: .dealership(timeZone: TimeZone(secondsFromGMT: 0) ?? .current),
        clock: { start }, responder: responder, model: model, modelDeadline: deadline)
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

/// A model with one answer, which counts how often it is asked.
final class ScriptedModel: ChatModel {
    private let answer: String?
    private let delay: Duration
    private let count = Mutex(0)

    init(_ answer: String?, delay: Duration = .zero) {
        self.answer = answer
        self.delay = delay
    }

    var asked: Int { count.withLock { $0 } }

    func complete(_ messages: [ChatMessage]) async throws -> String {
        count.withLock { $0 += 1 }
        if delay > .zero { try await Task.sleep(for: delay) }
        guard let answer else { throw SpeechError.timedOut }
        return answer
    }
}

extension World {
    /// The types of a session's frames, in order.
    func frames(_ session: String) async -> [String] {
        await log.events(of: session, after: 0).map { $0.event.frame()["type"]?.string ?? "" }
    }
}
