/// Puts people out of rooms, where the process has a key of the server's for that.
package protocol RoomWarden: Sendable {
    /// Whoever has this identity leaves the room.
    func remove(_ identity: String, from room: String) async throws

    /// Everybody leaves, those whom nobody sees, too.
    func close(_ room: String) async throws
}
