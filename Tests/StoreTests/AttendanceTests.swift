import Foundation
import Store
import Testing

@Suite("Who is there") struct AttendanceTests {
    private let now = Workshop.now

    @Test("people are seen in their workspace until they leave", arguments: [ExchangeBackend.memory, .redis])
    func people(backend: ExchangeBackend) async throws {
        try await backend.use(processes: 2) { exchanges in
            let workspace = ExchangeBackend.session()
            let people = (0..<3).map {
                Attendance(
                    id: "c\($0)", workspace: workspace, person: "usr_\($0)", name: "Ann", session: $0 == 1 ? "s" : nil,
                    since: now + Double($0))
            }
            for person in people.reversed() { try await exchanges[0].attendance.show(person, now: now) }
            #expect(try await exchanges[1].attendance.present(in: workspace, now: now) == people)
            #expect(try await exchanges[1].attendance.present(in: "ws_other", now: now).isEmpty)
            await exchanges[1].attendance.remove("c0", from: workspace)
            #expect(try await exchanges[0].attendance.present(in: workspace, now: now) == Array(people[1...]))
        }
    }

    @Test("workers are known by what they last said", arguments: [ExchangeBackend.memory, .redis])
    func workers(backend: ExchangeBackend) async throws {
        try await backend.use(processes: 2) { exchanges in
            let id = ExchangeBackend.session()
            func mine(_ exchange: Exchange) async throws -> [WorkerReport] {
                try await exchange.workers.workers(now: now).filter { $0.id == id }
            }
            for calls in 0...2 {
                try await exchanges[0].workers.report(
                    WorkerReport(id: id, capacity: 8, load: 0.5, calls: calls), now: now)
            }
            #expect(try await mine(exchanges[1]) == [WorkerReport(id: id, capacity: 8, load: 0.5, calls: 2)])
            await exchanges[0].workers.remove(id)
            #expect(try await mine(exchanges[1]).isEmpty)
        }
    }

    @Test("who says nothing for fifteen or thirty seconds is gone")
    func silence() {
        let board = MemoryAttendanceBoard()
        board.show(Attendance(id: "c", workspace: "w", person: "p", name: "n", since: now), now: now)
        #expect(board.present(in: "w", now: now + 29.9).count == 1)
        #expect(board.present(in: "w", now: now + 30).isEmpty)
        let registry = MemoryWorkerRegistry()
        registry.report(WorkerReport(id: "w", capacity: 1, load: 0, calls: 0), now: now)
        #expect(registry.workers(now: now + 14.9).count == 1)
        #expect(registry.workers(now: now + 15).isEmpty)
    }
}
