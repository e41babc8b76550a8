import ArgumentParser

/// Looks into the rooms of a server, and ends them.
struct RoomsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rooms",
        abstract: "List rooms and participants, remove a participant, end a room; or serve rooms.",
        subcommands: [
            RoomsListCommand.self, RoomsParticipantsCommand.self, RoomsRemoveCommand.self, RoomsDeleteCommand.self,
            RoomsServeCommand.self,
        ], defaultSubcommand: RoomsListCommand.self)
}
