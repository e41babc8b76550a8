import ArgumentParser
import Contract
import Conversation
import Document
import Service

/// `parley rooms list`.
struct RoomsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the rooms.")

    @OptionGroup var server: ServerOptions

    @Flag(help: "Print a JSON line for each room.")
    var json = false

    func run() async throws {
        let service = try server.access().rooms()
        do throws(ServiceError) {
            let rooms = try await service.listRooms().sorted { $0.name < $1.name }
            if rooms.isEmpty && !json { Console.complain("There is no room.") }
            for room in rooms { Console.print(json ? Self.json(room).text : Self.text(room)) }
        } catch {
            throw CommandFailure(error)
        }
    }

    private static func text(_ room: Livekit_Room) -> String {
        "\(room.name)  \(room.numParticipants) participants"
    }

    private static func json(_ room: Livekit_Room) -> JSON {
        [
            "name": .string(room.name), "sid": .string(room.sid), "participants": .int(Int(room.numParticipants)),
            "created_at": .int(Int(room.creationTime)),
        ]
    }
}
