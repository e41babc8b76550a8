package import Conversation
package import Engine
package import FoundationEssentials

extension ToolRequest {
    /// The request as the ledger writes it down; `nil` for a tool that only reads.
    package func call(plannedAt now: Date) -> ToolCall? {
        callID.map { ToolCall(id: $0, name: name, arguments: arguments, isWriting: true, plannedAt: now) }
    }
}
