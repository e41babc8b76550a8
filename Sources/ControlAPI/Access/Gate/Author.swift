package import Supervision

/// Who does something that is written down in the audit.
package struct Author: Hashable, Sendable {
    package let id: String
    package let workspace: String
    package let requestID: String?

    package init(_ principal: Principal, requestID: String? = nil) {
        self.init(id: principal.id, workspace: principal.workspace, requestID: requestID)
    }

    package init(id: String, workspace: String = Workspace.first, requestID: String? = nil) {
        self.id = id
        self.workspace = workspace
        self.requestID = requestID
    }

    /// The program itself, or who uses its command line.
    package static let system = Author(id: "system")
}
