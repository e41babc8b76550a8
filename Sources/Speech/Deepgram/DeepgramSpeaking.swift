import Document
import Timing

/// What becomes of the clauses asked of one connection to Deepgram's `speak` endpoint, one after the other.
///
/// A core: no socket and no clock.
struct DeepgramSpeaking {
    enum Input: Hashable {
        case speak(String)
        /// Nobody wants the rest of the clause.
        case stop
        case opened
        case message(SocketMessage)
        case lost(SpeechError)
        case tick
    }

    enum Output: Hashable {
        case send(String)
        case sound([UInt8])
        /// The clause is whole.
        case done
        case failed(SpeechError)
        case hangUp
    }

    private enum Work: Hashable {
        case none
        case speaking
        /// What still comes belongs to a clause nobody wants.
        case clearing
    }

    /// Deepgram flushes a connection so often in a minute; then another is used.
    private static let flushes = 20

    private let timeout: Duration
    private var isOpen = false
    /// Why the connection ended, once it has.
    private var ending: SpeechError?
    private var work = Work.none
    /// A clause that was asked for before the connection was there, or before it was cleared.
    private var pending: String?
    private var flushed = 0
    private var deadline: Instant?

    init(timeout: Duration) {
        self.timeout = timeout
    }

    var nextDeadline: Instant? { deadline }

    /// Whether the connection may be asked for another clause, perhaps when it has cleared the last.
    var isUsable: Bool { ending == nil && flushed < Self.flushes }

    mutating func handle(_ input: Input, now: Instant) -> [Output] {
        if let ending { return input.isQuestion ? [.failed(ending)] : [] }
        switch input {
        case .speak(let clause): return speak(clause, now: now)
        case .stop: return stop(now: now)
        case .opened:
            isOpen = true
            return goOn()
        case .message(.binary(let bytes)): return work == .speaking ? [.sound(bytes)] : []
        case .message(.text(let text)): return read(text)
        case .lost(let error): return fail(error)
        case .tick: return deadline.map { now >= $0 } == true ? [.hangUp] + fail(.timedOut) : []
        }
    }

    private mutating func speak(_ clause: String, now: Instant) -> [Output] {
        flushed += 1
        deadline = now + timeout
        pending = clause
        return goOn()
    }

    private mutating func goOn() -> [Output] {
        guard isOpen, work == .none, let clause = pending else { return [] }
        pending = nil
        work = .speaking
        return [
            .send(JSON.object(["type": "Speak", "text": .string(clause)]).text), .send(#"{"type":"Flush"}"#),
        ]
    }

    private mutating func stop(now: Instant) -> [Output] {
        pending = nil
        guard work == .speaking else {
            if work == .none { deadline = nil }
            return []
        }
        work = .clearing
        deadline = now + timeout
        return [.send(#"{"type":"Clear"}"#)]
    }

    private mutating func read(_ text: String) -> [Output] {
        guard let type = (try? JSON(parsing: text))?["type"]?.string else {
            return [.hangUp] + fail(.malformed("not what speak sends"))
        }
        switch (type, work) {
        case ("Flushed", .speaking):
            work = .none
            deadline = nil
            return [.done]
        case ("Cleared", .clearing):
            work = .none
            if pending == nil { deadline = nil }
            return goOn()
        case ("Error", _): return [.hangUp] + fail(.refused(status: 500))
        default: return []
        }
    }

    private mutating func fail(_ error: SpeechError) -> [Output] {
        let isWanted = work == .speaking || pending != nil
        ending = error
        deadline = nil
        return isWanted ? [.failed(error)] : []
    }
}

extension DeepgramSpeaking.Input {
    fileprivate var isQuestion: Bool {
        if case .speak = self { true } else { false }
    }
}
