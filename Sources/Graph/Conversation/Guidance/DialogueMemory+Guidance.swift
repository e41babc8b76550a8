extension DialogueMemory {
    /// Takes an instruction. The same command's again takes its place, but words that were said are not said again.
    package mutating func take(_ new: Guidance) {
        var new = new
        new.isUsed = hasSaid(new.command)
        guidance = guidance.filter { $0.command != new.command }.suffix(Guidance.capacity - 1) + [new]
    }

    /// Lets an instruction go.
    package mutating func drop(guidanceOf command: String) {
        guidance.removeAll { $0.command == command }
    }

    private func hasSaid(_ command: String) -> Bool { guidance.contains { $0.command == command && $0.isUsed } }
}
