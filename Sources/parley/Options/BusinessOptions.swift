import ArgumentParser
import Dealership
import Document
import Foundation
import Pack

/// Which business is served, and where its data are.
struct BusinessOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of another business than the car dealership: its hours, services, phrases, questions and data.",
            valueName: "folder"))
    var business: String?

    @Option(
        help: ArgumentHelp(
            "The SQLite file of customers, services and appointments. It is made and filled when it is not there. Default: "
                + "DATABASE_URL (postgresql://…), else a file named after the business in ~/.local/share/parley.",
            valueName: "file"))
    var database: String?

    /// What the options and the environment say. `DATABASE_URL` may hold a password: it is never an option.
    func settings(_ environment: [String: String]) throws(CommandFailure) -> BusinessSettings {
        let pack = try pack()
        let place: BusinessSettings.Place =
            if let database {
                .file(database)
            } else if let url = environment.value("DATABASE_URL") {
                .server(url: url)
            } else {
                .file(Installation.databasePath(environment, business: business == nil ? "dealership" : pack.name))
            }
        return BusinessSettings(
            pack: pack, place: place, redis: environment.value("REDIS_URL"),
            folder: Installation.dataFolder(environment))
    }

    /// The business of the folder, else the dealership.
    func pack() throws(CommandFailure) -> BusinessPack {
        guard let business else { return .dealership }
        do {
            return try BusinessPack.load(business)
        } catch {
            throw CommandFailure(.usage, "the business in \(business) cannot be served:\n\(error)")
        }
    }
}
