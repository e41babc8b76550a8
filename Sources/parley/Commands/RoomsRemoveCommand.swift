import ArgumentParser
import Service

/// `parley rooms remove ROOM IDENTITY`.
struct RoomsRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a participant from a room.",
        discussion: "The participant's token stays valid until it expires.")

    @Argument(help: "The room's name.")
    var room: String

    @Argument(help: "The participant's identity.")
    var identity: String

    @OptionGroup var server: ServerOptions

    func run() async throws {
        let service = try server.access().rooms()
        do throws(ServiceError) {
            try await service.removeParticipant(identity, from: room)
        } catch {
            throw CommandFailure(error)
        }
    }
}
