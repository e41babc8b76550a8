/// What a LiveKit server knows about its rooms.
package protocol RoomRegister: Sendable {
    /// The names of the rooms there are.
    func rooms() async throws -> Set<String>

    /// Asks for another agent like the one that is gone.
    func callAgent(to room: String) async throws

    /// Disconnects somebody; nothing happens when they are not there.
    func remove(_ identity: String, from room: String) async
}
