import FoundationEssentials

/// Whispering to the agent: excuse, instruction, "Received", and on (control API §10.3).
extension SessionControl {
    mutating func whisper(_ command: Command) {
        switch command.body {
        case .beginWhisper(let excuse, let when): beginWhisper(command, excuse, isImmediate: when.isImmediate)
        case .injectWhisper(let text): injectWhisper(command, text)
        case .cancelWhisper:
            guard hold?.kind == .whisper else { return reject(command, "mode") }
            apply(command, "cancelled")
            expireHold("cancelled")
        default: break
        }
    }

    private mutating func beginWhisper(_ command: Command, _ excuse: Command.Excuse, isImmediate: Bool) {
        guard mayHold(over: [.pause, .handoff, .lost]) else { return reject(command, "mode") }
        // Who holds already was told so already.
        let words = hold?.isTold == true ? excuse.words(nil) : excuse.words(phrases.excuse)
        begin(
            Hold(
                kind: .whisper, command: command.id, by: command.principal.id, excuse: words, isImmediate: isImmediate,
                limit: now.addingTimeInterval(timings.whisperLimit)), for: command)
    }

    private mutating func injectWhisper(_ command: Command, _ text: String) {
        guard let hold, hold.kind == .whisper, hold.instruction == nil else { return reject(command, "mode") }
        guard instructions.count < Self.mostInstructions else { return reject(command, "quota") }
        wait(command, .unused)
        self.hold?.instruction = command.id
        if hold.isHeld { takeInstruction() }
    }

    /// The agent takes the instruction that it has waited for, says so to the supervisor, and goes on.
    mutating func takeInstruction() {
        guard let hold, let id = hold.instruction, let waiting = pending.first(where: { $0.id == id }),
            case .injectWhisper(let text) = waiting.command.body
        else { return }
        let author = Instruction.author(waiting.command.principal)
        give(Instruction(text, author: author), of: waiting.command)
        emit(.whisper("injected", by: hold.by))
        emit(.acknowledged(id, turn: turn))
        self.hold = nil
        goOn(Return(origin: .whisper, by: hold.by, bridge: phrases.resumption, isInstructed: true))
    }
}

extension Command.Excuse {
    /// What the caller hears, if anything; `standard` is what they hear when nobody says otherwise.
    func words(_ standard: String?) -> String? {
        switch self {
        case .standard: standard
        case .none: nil
        case .words(let words): words
        }
    }
}
