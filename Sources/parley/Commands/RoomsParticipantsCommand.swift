import ArgumentParser
import Contract
import Conversation
import Document
import Service

/// `parley rooms participants ROOM`.
struct RoomsParticipantsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "participants", abstract: "List the participants of a room.")

    @Argument(help: "The room's name.")
    var room: String

    @OptionGroup var server: ServerOptions

    @Flag(help: "Print a JSON line for each participant.")
    var json = false

    func run() async throws {
        let service = try server.access().rooms()
        do throws(ServiceError) {
            let participants = try await service.listParticipants(in: room).sorted { $0.identity < $1.identity }
            if participants.isEmpty && !json { Console.complain("Nobody is in \(room).") }
            for participant in participants {
                Console.print(json ? Self.json(participant).text : Self.text(participant))
            }
        } catch {
            throw CommandFailure(error)
        }
    }

    private static func text(_ participant: Livekit_ParticipantInfo) -> String {
        "\(participant.identity)  \(kind(participant))  \(participant.tracks.count) tracks"
    }

    private static func json(_ participant: Livekit_ParticipantInfo) -> JSON {
        [
            "identity": .string(participant.identity), "sid": .string(participant.sid),
            "name": .string(participant.name), "kind": .string(kind(participant)),
            "tracks": .array(participant.tracks.map { .string($0.sid) }),
        ]
    }

    private static func kind(_ participant: Livekit_ParticipantInfo) -> String {
        participant.kind == .agent ? "agent" : "participant"
    }
}
