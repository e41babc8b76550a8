import Conversation
import Dealership
import Foundation
import Host
import Store

/// What ten thousand conversations hold in memory, each in the middle of a booking, their checkpoints in a database file.
struct SessionsInMemory {
    private static let sessions = 10_000
    private static let warmUp = 100

    static func measure() throws -> Figure {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parley-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try Visitors.run {
            let file = folder.appendingPathComponent("sessions.sqlite").path
            let database = try Database(path: file, now: Date())
            let world = try World(
                database: database, checkpoints: SQLCheckpointStore(database), domain: .dealership(timeZone: .gmt))
            let reception = Reception(world: world, capacity: sessions + warmUp)
            try await open(warmUp, reception)
            await world.memory.flush()
            let before = try ProcessMemory(of: ProcessInfo.processInfo.processIdentifier)
            try await open(sessions, reception)
            await world.memory.flush()
            let after = try ProcessMemory(of: ProcessInfo.processInfo.processIdentifier)
            guard await reception.count == sessions + warmUp else { throw BenchFailure("sessions were lost") }
            let growth = after.own - before.own
            return Figure(
                value: growth, note: "\((growth * 1000 / Double(sessions)).formatted(decimals: 1)) kB a session")
        }
    }

    private static func open(_ count: Int, _ reception: Reception) async throws {
        for _ in 0..<count {
            let host = try await reception.open(.chat)
            _ = try await host.reply(to: "i'd like an oil change tomorrow at nine")
            _ = try await host.reply(to: "my name is maria garcia")
        }
    }
}
