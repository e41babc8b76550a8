import Document
import Engine
import FoundationEssentials

/// Reads what a command wants out of JSON that its schema let pass, and collects what the schema cannot know.
struct CommandReader {
    private(set) var problems: [InvalidCommand.Problem] = []
    private let json: JSON
    private let principal: Principal

    init(_ json: JSON, by principal: Principal) {
        self.json = json
        self.principal = principal
    }

    var precondition: Command.Precondition? {
        guard let given = json["precondition"], !given.isNull else { return nil }
        return Command.Precondition(
            turn: given["turn"]?.int, sequence: given["sequence"]?.int, mode: given["mode"]?.string)
    }

    /// What is wanted; `nil`, with a problem, when it makes no sense.
    mutating func body(_ type: String) -> Command.Body? {
        simple(type) ?? talk(type) ?? control(type) ?? people(type)
    }

    private func simple(_ type: String) -> Command.Body? {
        switch type {
        case "whisper.cancel": .cancelWhisper
        case "mute_ai": .muteAgent
        case "unmute_ai": .unmuteAgent
        case "interrupt": .interrupt
        case "lease.renew": .renewLease
        case "lease.release": .releaseLease
        case "lease.keep": .keepLease
        case "lease.lost": .loseLease
        default: nil
        }
    }

    private mutating func talk(_ type: String) -> Command.Body? {
        switch type {
        case "say":
            .say(
                text, when: moment ?? .nextTurn, isInterruptible: flag("interruptible") ?? true,
                endsCall: flag("end_after") ?? false)
        case "inject": instruction.map { .inject($0, respond: respond) }
        case "whisper.begin": .beginWhisper(excuse("excuse"), when: moment ?? .nextTurn)
        case "whisper.inject": .injectWhisper(text)
        case "regenerate": .regenerate(guidance: words("guidance"))
        case "note": .note(text)
        case "chat": .chat(text)
        default: nil
        }
    }

    private mutating func control(_ type: String) -> Command.Body? {
        switch type {
        case "set_context": context
        case "pause":
            .pause(say: words("say"), atMost: json["max_s"]?.double ?? Command.Body.pauseUnlessSaid)
        case "resume": .resume(say: words("say"))
        case "goto": words("node").map { .goTo(node: $0) }
        case "cancel": words("command_id").map { .cancel(command: $0) }
        case "end":
            .end(message: words("message"), reason: words("reason") ?? "", isForced: flag("force") ?? false)
        case "lease.acquire":
            .acquireLease(for: json["ttl_s"]?.double ?? Command.Body.leaseUnlessSaid, steals: flag("steal") ?? false)
        default: nil
        }
    }

    private mutating func people(_ type: String) -> Command.Body? {
        switch type {
        case "takeover": words("attachment_id").map { .takeOver(attachment: $0, announcement: excuse("announce")) }
        case "release": .release(brief: words("brief"))
        case "transfer":
            target.map {
                .transfer($0, message: words("message"), isBlocking: flag("blocking") ?? false)
            }
        case "decide": decision
        default: nil
        }
    }

    private var text: String { words("text") ?? "" }
    private var moment: Command.Moment? { words("when").flatMap(Command.Moment.init) }
    private var respond: Command.Respond { words("respond").flatMap(Command.Respond.init) ?? .nextTurn }

    private func words(_ key: String) -> String? { json[key]?.string }
    private func flag(_ key: String) -> Bool? { json[key]?.bool }

    private func excuse(_ key: String) -> Command.Excuse {
        switch words(key) {
        case nil, "default": .standard
        case "none": .none
        case let words?: .words(words)
        }
    }

    private var instruction: Instruction? {
        mutating get {
            guard let reach, let expiry = expiry else { return nil }
            return Instruction(
                text, author: Instruction.author(principal), reach: reach, key: words("key"), expiry: expiry.date)
        }
    }

    private var reach: Instruction.Reach? {
        mutating get {
            switch (words("scope"), json["turns"]?.int) {
            case ("session", _): return .session
            case ("n_turns", let turns?): return .turns(turns)
            case ("n_turns", nil): return refuse("is missing", at: "/turns")
            default: return .turn
            }
        }
    }

    /// The date under `expires_at`, if there is one; `nil` when it is none.
    private var expiry: (date: Date?, Void)? {
        mutating get {
            let written = words("expires_at")
            let date = written.flatMap(Date.init(moment:))
            guard written == nil || date != nil else {
                return refuse("must be a moment such as 2026-11-01T09:30:00.000Z", at: "/expires_at")
            }
            return (date, ())
        }
    }

    private var context: Command.Body? {
        mutating get {
            var fields: [String: JSON] = [:]
            for key in ["booking_slots", "customer", "variables"] {
                if let given = json[key], !given.isNull { fields[key] = given }
            }
            guard !fields.isEmpty else { return refuse("changes nothing", at: "") }
            return .setContext(.object(fields))
        }
    }

    private var target: Command.TransferTarget? {
        mutating get {
            switch (words("target"), words("id")) {
            case ("operator", let id?): return .operator(id)
            case ("supervisor", let id?): return .supervisor(id)
            case ("queue", _): return .queue(skills: json["skills"]?.elements.compactMap(\.string) ?? [])
            default: return refuse("is missing", at: "/id")
            }
        }
    }

    private var decision: Command.Body? {
        mutating get {
            guard let approval = words("approval_id") else { return nil }
            let message = words("message")
            switch (words("decision"), json["args"], message) {
            case ("edit", let arguments?, _) where !arguments.isNull:
                return .decide(approval: approval, Decision("approve", note: message, edits: arguments))
            case ("edit", _, _): return refuse("is missing", at: "/args")
            case ("respond", _, nil): return refuse("is missing", at: "/message")
            case (let choice?, _, _): return .decide(approval: approval, Decision(choice, note: message))
            default: return nil
            }
        }
    }

    private mutating func refuse<Value>(_ detail: String, at pointer: String) -> Value? {
        problems.append(.init(detail, at: pointer))
        return nil
    }
}
