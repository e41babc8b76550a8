import Document
import FoundationEssentials
import Supervision

/// A session's control with people around it, in virtual time.
struct Scene {
    static let ann = Principal(id: "usr_ann", role: .supervisor, name: "Ann")
    static let bob = Principal(id: "usr_bob", role: .supervisor, name: "Bob")
    static let eve = Principal(id: "usr_eve", role: .admin, name: "Eve")
    static let caller = Principal(id: "sess_1", role: .caller, session: "sess_1")

    var control: SessionControl
    private(set) var now = Date(timeIntervalSince1970: 1_793_524_800)
    /// All that was to be done so far.
    private(set) var effects: [SessionControl.Effect] = []
    /// What the last event brought, without `keep`.
    private(set) var last: [SessionControl.Effect] = []
    /// The log's number of the last event by which the conversation moved.
    var sequence = 0
    private var commands = 0

    init(_ timings: ControlTimings = ControlTimings()) {
        control = SessionControl(timings: timings)
    }

    mutating func tell(_ events: SessionControl.Event...) {
        last = []
        for event in events { take(event) }
    }

    private mutating func take(_ event: SessionControl.Event) {
        let new = control.handle(event, now: now)
        effects += new
        last += new.filter { $0 != .keep }
    }

    /// Sends a command and returns its id.
    @discardableResult
    mutating func send(
        _ body: Command.Body, by principal: Principal = ann, lives seconds: TimeInterval = 30,
        if precondition: Command.Precondition? = nil
    ) -> String {
        commands += 1
        let command = Command(
            id: "cmd_\(commands)", session: "sess_1", by: principal, body, precondition: precondition, at: now,
            timeToLive: seconds)
        tell(.command(command, sequence: sequence))
        return command.id
    }

    /// Lets time pass, waking the control whenever it wants to be.
    mutating func pass(_ seconds: TimeInterval) {
        last = []
        let end = now.addingTimeInterval(seconds)
        while let due = control.timeout, due <= end {
            now = max(now, due)
            take(.woken)
        }
        now = end
        take(.woken)
    }

    /// Ann has the say, for long enough not to matter.
    mutating func annHolds() {
        send(.acquireLease(for: 300, steals: false))
    }

    /// Another process takes over what this one kept.
    mutating func workerDies() throws {
        let kept = try JSONEncoder().encode(control)
        control = try JSONDecoder().decode(SessionControl.self, from: kept)
        tell(.adopted)
    }

    // MARK: - What is seen

    /// The records of a type, oldest first.
    func records(_ type: String) -> [JSON] { Self.records(type, in: effects) }

    static func records(_ type: String, in effects: [SessionControl.Effect]) -> [JSON] {
        effects.compactMap { effect in
            guard case .record(type, let fields) = effect else { return nil }
            return .object(fields)
        }
    }

    /// The course of a command: its statuses.
    func course(of id: String) -> [String] {
        records("command").filter { $0["command_id"]?.string == id }.compactMap { $0["status"]?.string }
    }

    /// The newest record of a command.
    func outcome(of id: String) -> JSON? { records("command").last { $0["command_id"]?.string == id } }

    /// `applied`, or the status with its reason: `rejected: mode`.
    func result(of id: String) -> String? {
        guard let outcome = outcome(of: id), let status = outcome["status"]?.string else { return nil }
        return outcome["reason"]?.string.map { "\(status): \($0)" } ?? status
    }

    /// The newest words of the control's own that were to be said.
    var speech: ControlSpeech? {
        effects.reversed().lazy.compactMap { if case .say(let speech) = $0 { speech } else { nil } }.first
    }

    var answers: [[HeldTurn]] {
        effects.compactMap { if case .answer(let held, _) = $0 { held } else { nil } }
    }

    /// The caller hears the newest words to their end.
    mutating func sayIt() {
        guard let speech else { return }
        tell(.speechBegan(id: speech.id), .speechEnded(id: speech.id, heard: speech.text, isWhole: true))
    }

    mutating func callerSays(_ text: String, turn: Int) {
        tell(.callerBegan, .callerEnded, .words(HeldTurn(speaker: "caller", text: text), turn: turn))
    }

    /// The agent waits for Ann's instruction.
    mutating func annWhispers() -> String {
        annHolds()
        let id = send(.beginWhisper(.standard, when: .nextTurn))
        sayIt()
        return id
    }
}
