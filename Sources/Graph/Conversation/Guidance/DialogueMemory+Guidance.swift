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

    /// Lets the instructions go into a reply: what each does there, and the sentences they want said, each once.
    ///
    /// - Parameter isPhrased: Whether a language model is told of them.
    package mutating func heed(isPhrased: Bool) -> (uses: [GuidanceUse], sentences: [String]) {
        let sentences = guidance.filter { !$0.isUsed }.compactMap(\.sentence)
        let uses = guidance.map { entry in
            let isSaid = entry.sentence != nil && !entry.isUsed
            return GuidanceUse(command: entry.command, effect: isSaid ? .woven : isPhrased ? .phrased : .noted)
        }
        for index in guidance.indices { guidance[index].isUsed = true }
        return (uses, sentences)
    }

    /// Words that went into a reply nobody heard are to be said again.
    package mutating func unsay(_ uses: [GuidanceUse]) {
        let unsaid = Set(uses.filter { $0.effect == .woven }.map(\.command))
        for index in guidance.indices where unsaid.contains(guidance[index].command) { guidance[index].isUsed = false }
    }

    /// Marks a command as carried out; `false` when it was before.
    package mutating func begin(_ command: String) -> Bool {
        guard !commands.contains(command) else { return false }
        commands = commands.suffix(31) + [command]
        return true
    }

    private func hasSaid(_ command: String) -> Bool { guidance.contains { $0.command == command && $0.isUsed } }
}
