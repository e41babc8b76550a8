/// An instruction in the agent's context.
struct GivenInstruction: Hashable, Sendable, Codable {
    let command: String
    /// Who gave it: a principal.
    let by: String
    /// With what is left of its reach.
    var instruction: Instruction
    var isUsed = false

    /// It went into an answer: `false` when it reaches no further.
    mutating func use() -> Bool {
        isUsed = true
        switch instruction.reach {
        case .session: return true
        case .turns(let count) where count > 1:
            instruction.reach = .turns(count - 1)
            return true
        case .turn, .turns: return false
        }
    }
}
