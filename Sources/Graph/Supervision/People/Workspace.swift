/// Whose data it is: nothing crosses from one workspace to another.
package enum Workspace {
    /// The workspace that is there from the beginning.
    package static let first = "ws_default"
}
