import FoundationEssentials

/// What the agent is told and the caller never hears (control API §9, §10.8 R6–R9).
extension SessionControl {
    mutating func instruct(_ command: Command) {
        switch command.body {
        case .inject(let instruction, let respond): inject(command, instruction, respond)
        case .regenerate(let guidance): regenerate(command, guidance)
        default: break
        }
    }

    private mutating func inject(_ command: Command, _ instruction: Instruction, _ respond: Command.Respond) {
        replace(instruction.key, by: command.id)
        guard instructions.count < Self.mostInstructions else { return reject(command, "quota") }
        if let expiry = instruction.expiry, expiry <= now {
            return finish(command, CommandOutcome(.expired, reason: "expires_at", turn: turn))
        }
        guard respond != .never else {
            give(instruction, of: command)
            return apply(command, "noted")
        }
        wait(command, .unused)
        if instruction.key == nil { relate(command.id) }
        if respond.isImmediate { makeRoom() }
        give(instruction, of: command)
        if respond.isImmediate, wantsAnswer { answerIfWanted() }
    }

    /// An answer that nobody has heard yet is not said; what is being said comes to its end first (R6, R7).
    private mutating func makeRoom() {
        guard mode == .agent, !holdsTurns, floor.tools.isEmpty, ending == nil else { return }
        abandonAnswer()
        // The words that are coming will be answered anyway.
        wantsAnswer = !floor.isCallerSpeaking && floor.wordsDue == nil
    }

    /// A later instruction with the same key takes the place of an earlier one (R9).
    private mutating func replace(_ key: String?, by command: String) {
        guard let key, let old = instructions.first(where: { $0.instruction.key == key }) else { return }
        finish(old.command, CommandOutcome(.superseded, related: [command]))
        forget(old.command)
    }

    /// Instructions without keys stand beside each other, and say so (R8).
    private mutating func relate(_ command: String) {
        for index in pending.indices where pending[index].stage == .unused && pending[index].id != command {
            guard case .inject(let other, _) = pending[index].command.body, other.key == nil else { continue }
            pending[index].related.append(command)
            let id = pending[index].id
            if let own = pending.firstIndex(where: { $0.id == command }) { pending[own].related.append(id) }
        }
    }

    /// Puts an instruction into the agent's context.
    mutating func give(_ instruction: Instruction, of command: Command) {
        instructions.append(
            GivenInstruction(command: command.id, by: command.principal.id, instruction: instruction))
        emit(.instruct(instruction, command: command.id))
    }

    mutating func forget(_ command: String) {
        guard instructions.contains(where: { $0.command == command }) else { return }
        instructions.removeAll { $0.command == command }
        emit(.forget(instructionOf: command))
    }

    /// Instructions went into an answer.
    mutating func consumed(_ commands: [String], turn: Int) {
        self.turn = max(self.turn, turn)
        for command in commands {
            guard let index = instructions.firstIndex(where: { $0.command == command }) else { continue }
            wantsAnswer = false
            let reachesOn = instructions[index].use()
            if pending.contains(where: { $0.id == command && $0.stage == .unused }) {
                finish(command, CommandOutcome(.applied, turn: turn, effect: "consumed"))
            }
            if !reachesOn { forget(command) }
        }
    }

    mutating func expireInstructions() {
        for given in instructions where given.instruction.expiry.map({ $0 <= now }) ?? false {
            finish(given.command, CommandOutcome(.expired, reason: "expires_at"))
            forget(given.command)
        }
    }

    // MARK: - Another answer

    private mutating func regenerate(_ command: Command, _ guidance: String?) {
        guard mode == .agent, !holdsTurns else { return reject(command, "mode") }
        guard floor.tools.isEmpty else { return reject(command, "tool-running") }
        guard !floor.isCallerSpeaking, floor.wordsDue.map({ $0 <= now }) ?? true else {
            return reject(command, "caller-speaking")
        }
        if let guidance {
            guard instructions.count < Self.mostInstructions else { return reject(command, "quota") }
            give(Instruction(guidance, author: Instruction.author(command.principal)), of: command)
        }
        abandonAnswer()
        if beSilent(atFrame: true) { return wait(command, .silencing) }
        ask([])
        apply(command, "rerun")
    }
}
