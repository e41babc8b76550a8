import ArgumentParser
import Service

/// `parley rooms delete ROOM`.
struct RoomsDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "End a room: everybody in it is disconnected.")

    @Argument(help: "The room's name.")
    var room: String

    @OptionGroup var server: ServerOptions

    func run() async throws {
        let service = try server.access().rooms()
        do throws(ServiceError) {
            try await service.deleteRoom(room)
        } catch {
            throw CommandFailure(error)
        }
    }
}
