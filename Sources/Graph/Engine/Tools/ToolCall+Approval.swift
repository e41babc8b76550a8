import Document

extension ToolCall {
    /// The question whether the call may run, for `Visit.interrupt`: approve or reject, with the call to look at.
    package var approval: Interrupt.Question {
        Interrupt.Question(
            kind: "tool_approval", prompt: "May \(name) run?", options: ["approve", "reject"],
            details: ["id": .string(id), "name": .string(name), "arguments": arguments])
    }

    /// The call as a person wants it: with other arguments, if they were edited; `nil` when it was rejected.
    package func decided(_ decision: Decision) -> ToolCall? {
        guard decision.choice == "approve" else { return nil }
        guard let edits = decision.edits, state == .planned else { return self }
        return ToolCall(id: id, name: name, arguments: edits, isWriting: isWriting, plannedAt: plannedAt)
    }
}
