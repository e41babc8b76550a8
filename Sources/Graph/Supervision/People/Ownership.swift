/// Whose a session is.
package struct Ownership: Hashable, Sendable, Codable {
    package var workspace: String
    /// The supervisor who has it; `nil`: it is everybody's in the workspace.
    package var owner: String?
    /// Supervisors and operators it was handed to or shared with.
    package var guests: Set<String>

    package init(workspace: String = Workspace.first, owner: String? = nil, guests: Set<String> = []) {
        self.workspace = workspace
        self.owner = owner
        self.guests = guests
    }
}
