package import Engine

/// A change that a person must approve before it is made.
package struct PendingApproval: Hashable, Sendable, Codable {
    /// The question to the person.
    package let question: RequestID
    package let tool: ToolRequest
    /// The call that makes the change, once it is approved.
    package var call: RequestID?
    /// The seconds that are left to decide, while the clock stands still.
    package var left: Double?

    package init(question: RequestID, tool: ToolRequest) {
        self.question = question
        self.tool = tool
    }
}
