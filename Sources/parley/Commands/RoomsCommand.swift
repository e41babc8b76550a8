import ArgumentParser

/// Looks into the rooms of a server, and ends them.
struct RoomsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rooms",
        abstract: "List rooms and participants, remove a participant, end a room.",
        subcommands: [
            RoomsListCommand.self, RoomsParticipantsCommand.self, RoomsRemoveCommand.self, RoomsDeleteCommand.self,
        ], defaultSubcommand: RoomsListCommand.self)
}
