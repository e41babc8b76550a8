import Conversation
import Foundation
import Store
import Testing

@Suite struct ChangeTests {
    private let now = Workshop.now

    private func move(
        _ callID: String, _ id: Int, to time: String, phone: String = "5551234"
    ) throws -> AppointmentChange {
        AppointmentChange(callID: callID, appointment: id, customerPhone: phone, slot: try Workshop.slot(time))
    }

    @Test("a moved appointment frees its old time as it takes the new one", arguments: Backend.allCases)
    func moving(_ backend: Backend) async throws {
        try await backend.house { database in
            let booked = try await database.book(Workshop.order("a", "09:00"), now: now)
            try await database.book(Workshop.order("b", "09:00", phone: "1"), now: now)
            #expect(try await !Workshop.times(database, on: "2026-05-05").contains("09:00"))
            let moved = try await database.reschedule(try move("c", booked.id, to: "2026-05-06 14:00"), now: now)
            #expect((moved.id, moved.day.description, moved.time.description) == (booked.id, "2026-05-06", "14:00"))
            #expect(try await Workshop.times(database, on: "2026-05-05").contains("09:00"))
            #expect(try await database.appointments().count == 2)
            #expect(try await Workshop.held(database) == 12)
        }
    }

    @Test("an appointment's own time is free for itself", arguments: Backend.allCases)
    func ownTime(_ backend: Backend) async throws {
        try await backend.house { database in
            let booked = try await database.book(Workshop.order("a", "09:00"), now: now)
            try await database.book(Workshop.order("b", "09:00", phone: "1"), now: now)
            #expect(try await !Workshop.times(database, on: "2026-05-05").contains("09:30"))
            #expect(try await Workshop.times(database, on: "2026-05-05", moving: booked.id).contains("09:30"))
            let moved = try await database.reschedule(try move("c", booked.id, to: "09:30"), now: now)
            #expect(moved.time.description == "09:30")
        }
    }

    @Test("a move to a time that is taken changes nothing and offers the nearest", arguments: Backend.allCases)
    func takenTarget(_ backend: Backend) async throws {
        try await backend.house { database in
            let booked = try await database.book(Workshop.order("a", "09:00"), now: now)
            for caller in 0..<2 { try await database.book(Workshop.order("\(caller)", "14:00", phone: "1"), now: now) }
            let before = try await database.appointments()
            let answer = await database.answer(.reschedule(try move("c", booked.id, to: "14:00")), now: now)
            let nearest = [try Workshop.slot("2026-05-05", "13:00"), try Workshop.slot("2026-05-05", "15:00")]
            #expect(answer == .slotTaken(nearest: nearest))
            #expect(try await database.appointments() == before)
            #expect(try await Workshop.held(database) == 18)
        }
    }

    @Test("the same change happens once, and is answered alike", arguments: Backend.allCases)
    func once(_ backend: Backend) async throws {
        try await backend.house { database in
            let booked = try await database.book(Workshop.order("a", "09:00"), now: now)
            let moved = try await database.reschedule(try move("m", booked.id, to: "14:00"), now: now)
            _ = try await database.reschedule(try move("n", booked.id, to: "16:00"), now: now)
            #expect(try await database.reschedule(try move("m", booked.id, to: "14:00"), now: now) == moved)
            #expect(try await database.appointments().map(\.time.description) == ["16:00"])
            let end = AppointmentChange(callID: "e", appointment: booked.id, customerPhone: "5551234")
            let cancelled = try await database.cancel(end, now: now)
            #expect(try await database.cancel(end, now: now) == cancelled)
            #expect(cancelled.status == .cancelled)
            #expect(try await Workshop.held(database) == 0)
        }
    }

    @Test("nobody changes another's appointment, or learns that it is there", arguments: Backend.allCases)
    func owner(_ backend: Backend) async throws {
        try await backend.house { database in
            let booked = try await database.book(Workshop.order("a", "09:00"), now: now)
            let foreign = AppointmentChange(callID: "x", appointment: booked.id, customerPhone: "999")
            let missing = AppointmentChange(callID: "y", appointment: 4711, customerPhone: "999")
            let refusal = await database.answer(.cancel(foreign), now: now)
            #expect(refusal == .failed("there is no such appointment"))
            #expect(await database.answer(.cancel(missing), now: now) == refusal)
            #expect(
                await database.answer(.reschedule(try move("z", booked.id, to: "14:00", phone: "999")), now: now)
                    == refusal)
            #expect(try await database.appointments() == [booked])
        }
    }

    @Test("what is past or cancelled stays as it is", arguments: Backend.allCases)
    func pastAndCancelled(_ backend: Backend) async throws {
        try await backend.house { database in
            let booked = try await database.book(Workshop.order("a", "09:00"), now: now)
            let dayAfter = now + 86_400 * 2
            await #expect(throws: StoreError.invalid("appointment: it is past")) {
                try await database.reschedule(try move("b", booked.id, to: "2026-05-12 09:00"), now: dayAfter)
            }
            await #expect(throws: StoreError.invalid("time: it is past")) {
                try await database.reschedule(try move("c", booked.id, to: "2026-05-01 08:00"), now: now)
            }
            try await database.cancel(
                AppointmentChange(callID: "d", appointment: booked.id, customerPhone: "5551234"), now: now)
            await #expect(throws: StoreError.notFound("appointment")) {
                try await database.reschedule(try move("e", booked.id, to: "14:00"), now: now)
            }
        }
    }
}
