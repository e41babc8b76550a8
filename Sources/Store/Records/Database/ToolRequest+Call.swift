package import Conversation
import Document
package import Engine
package import FoundationEssentials

extension ToolRequest {
    /// The request as the ledger writes it down; `nil` for a tool that only reads.
    package func call(plannedAt now: Date) -> ToolCall? {
        guard let callID else { return nil }
        return ToolCall(id: callID, name: name, arguments: written, isWriting: true, plannedAt: now)
    }

    private var written: JSON {
        switch self {
        case .bookAppointment(let order), .bookTestDrive(let order): (try? JSON(encoding: order)) ?? .null
        case .reschedule(let change), .cancel(let change): (try? JSON(encoding: change)) ?? .null
        case .searchFAQ, .listServices, .searchInventory, .getCustomer, .checkAvailability: .null
        }
    }
}
