import Conversation
import Foundation
import Store
import Testing

@testable import Store

@Suite struct AvailabilityTests {
    private let now = Workshop.now

    private func roster(_ skills: [[String]], taken: Set<Hold> = []) throws -> DayRoster {
        let staff = skills.enumerated().map { Employable(id: $0 + 1, resource: Resource(name: "\($0)", skills: $1)) }
        return DayRoster(day: try #require(Day("2026-05-05")), resources: staff, taken: taken)
    }

    private let ten = TimeOfDay(hour: 10)

    @Test("every need gets somebody of its own, even if another has to change places")
    func matching() throws {
        let ten = try #require(ten)
        let work = Work(needs: ["technician", "master"], duration: 60)
        let both = ["technician", "master"]
        #expect(try roster([both, both]).holders(for: work, from: ten)?.count == 2)
        #expect(try roster([both, ["technician"]]).holders(for: work, from: ten) == [.resource(2), .resource(1)])
        #expect(try roster([both, ["master"]]).holders(for: work, from: ten) == [.resource(1), .resource(2)])
        #expect(try roster([both]).holders(for: work, from: ten) == nil)
        #expect(try roster([["master"], ["master"]]).holders(for: work, from: ten) == nil)
    }

    @Test("whoever can do only this does it, and leaves the others free")
    func specialists() throws {
        let ten = try #require(ten)
        let work = Work(needs: ["technician"], duration: 30)
        #expect(
            try roster([["technician", "master"], ["technician"]]).holders(for: work, from: ten) == [.resource(2)])
    }

    @Test("a quarter of an hour that is taken counts wherever it lies in the work", arguments: [39, 40, 43, 44])
    func overlap(quarter: Int) throws {
        let ten = try #require(ten)
        let work = Work(needs: ["technician"], duration: 60)
        let roster = try roster([["technician"]], taken: [Hold(holder: .resource(1), quarter: quarter)])
        #expect((roster.holders(for: work, from: ten) != nil) == !(40..<44).contains(quarter))
    }

    @Test("work that needs nobody keeps the house busy; a drive keeps its car busy")
    func withoutNeeds() throws {
        let ten = try #require(ten)
        let work = Work(needs: [], duration: 30)
        #expect(try roster([]).holders(for: work, from: ten) == [.house])
        #expect(try roster([], taken: [Hold(holder: .house, quarter: 41)]).holders(for: work, from: ten) == nil)
        let drive = Work(cars: [7, 8], needs: [], duration: 30)
        #expect(try roster([], taken: [Hold(holder: .car(7), quarter: 40)]).holders(for: drive, from: ten) == [.car(8)])
    }

    @Test(
        "quarters cover what a duration touches",
        arguments: [("10:00", 45, 40..<43), ("10:10", 15, 40..<42), ("23:50", 60, 95..<96), ("10:00", 0, 40..<41)])
    func quarters(start: String, duration: Int, expected: Range<Int>) throws {
        #expect(Quarters.touched(from: try #require(TimeOfDay(start)), duration: duration) == expected)
    }

    @Test("the hours of that very day count, to their last minute", arguments: Backend.allCases)
    func hours(_ backend: Backend) async throws {
        try await backend.house { database in
            let tuesday = try await Workshop.times(database, on: "2026-05-05")
            #expect((tuesday.first, tuesday.last) == ("08:00", "17:00"))
            let saturday = try await Workshop.times(database, on: "2026-05-09", "Brake Service")
            #expect((saturday.first, saturday.last) == ("09:00", "14:00"))
            #expect(try await Workshop.times(database, on: "2026-05-10").isEmpty, "Sunday")
        }
    }

    @Test("a holiday is closed, and a short day short", arguments: Backend.allCases)
    func holidays(_ backend: Backend) async throws {
        try await backend.use(handles: 1) { handles in
            let tuesday = try #require(Day("2026-05-05"))
            let noon = OpeningHours.Span(try #require(TimeOfDay("08:00")), try #require(TimeOfDay("12:00")))
            let hours = OpeningHours(
                [.tuesday: noon, .wednesday: noon],
                except: [
                    tuesday: .init("Inventory Day", .init(try #require(TimeOfDay("09:00")), noon.close)),
                    tuesday.adding(days: 1): .init("Founders Day"),
                ])
            let database = Database(handles[0], hours: hours, zone: .gmt, now: now)
            let short = try await Workshop.times(database, on: "2026-05-05", "Tire Rotation")
            #expect((short.first, short.last) == ("09:00", "11:30"))
            #expect(try await Workshop.times(database, on: "2026-05-06").isEmpty)
            await #expect(throws: StoreError.self) {
                try await database.book(Workshop.order("a", "2026-05-06 10:00"), now: now)
            }
        }
    }

    @Test("the past has no openings, nor has what has passed of today", arguments: Backend.allCases)
    func past(_ backend: Backend) async throws {
        try await backend.house { database async throws in
            #expect(try await Workshop.times(database, on: "2026-05-01").isEmpty)
            #expect(try await Workshop.times(database, on: "2026-05-04").first == "10:30")
            for (day, time) in [("2026-05-04", "09:00"), ("2026-05-04", "10:00"), ("1999-12-31", "10:00")] {
                await #expect(throws: StoreError.invalid("time: it is past")) {
                    try await database.book(Workshop.order("a", "\(day) \(time)"), now: now)
                }
            }
        }
    }

    @Test(
        "someone who is off that weekday, and a skill that only one has, limit what fits", arguments: Backend.allCases)
    func skills(_ backend: Backend) async throws {
        try await backend.house { database in
            try await database.book(Workshop.order("a", "2026-05-09 10:00"), now: now)
            #expect(try await !Workshop.times(database, on: "2026-05-09").contains("10:00"), "Bob is off")
            try await database.book(Workshop.order("b", "10:00", "Engine Diagnostics"), now: now)
            #expect(try await !Workshop.times(database, on: "2026-05-05", "Engine Diagnostics").contains("10:30"))
            #expect(try await Workshop.times(database, on: "2026-05-05").contains("10:30"))
        }
    }
}
