/// The voice workers that take calls.
package protocol WorkerRoster: Sendable {
    func workers() async -> [WorkerReport]

    /// Gives a worker no new calls; `nil`: there is none of this id.
    func drain(_ id: String) async -> WorkerReport?
}
