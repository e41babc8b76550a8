import Foundation

/// What is left in a room server's memory after thousands have come and gone.
struct JoinChurn {
    private static let warmUp = 500
    private static let total = 10_000
    /// Joins that are under way at once.
    private static let lanes = 4

    /// After the first visits, and after all of them.
    let early: ProcessMemory
    let late: ProcessMemory

    static func measure() throws -> JoinChurn {
        let workshop = try Workshop()
        defer { workshop.close() }
        let server = try workshop.startServer(["--no-worker"])
        let visitors = try Visitors(to: server.livekit)
        try visit(visitors, times: warmUp)
        let early = try ProcessMemory(of: server.child.processNumber)
        try visit(visitors, times: total - warmUp)
        return JoinChurn(early: early, late: try ProcessMemory(of: server.child.processNumber))
    }

    /// Each visit is a whole one: signalling, handshake, data channels, a published track, and goodbye.
    private static func visit(_ visitors: Visitors, times: Int) throws {
        try Visitors.run {
            try await withThrowingTaskGroup(of: Void.self) { lanes in
                for lane in 0..<Self.lanes {
                    lanes.addTask {
                        for number in stride(from: lane, to: times, by: Self.lanes) {
                            let visitor = try await visitors.join(
                                "room-\(number % 50)", as: "visitor-\(lane)-\(number)")
                            await visitor.leave()
                        }
                    }
                }
                try await lanes.waitForAll()
            }
        }
    }

    /// Resident at the end, by what it was after the first visits.
    var figure: Figure {
        let (before, after) = (early.resident.formatted(decimals: 1), late.resident.formatted(decimals: 1))
        return Figure(
            value: late.resident / early.resident,
            note: "\(before) MB after \(Self.warmUp) joins and leaves, \(after) after \(Self.total)")
    }
}
