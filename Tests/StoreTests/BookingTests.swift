import Conversation
import Engine
import Foundation
import SQL
import Store
import Testing

@Suite struct BookingTests {
    private let now = Workshop.now

    @Test("a booking is an appointment of a customer with their car", arguments: Backend.allCases)
    func booking(_ backend: Backend) async throws {
        try await backend.house { database in
            let appointment = try await database.book(Workshop.order("call", "09:30"), now: now)
            #expect(try await database.appointments() == [appointment])
            #expect((appointment.subject, appointment.durationMin) == ("Oil Change", 45))
            let record = try #require(try await database.customer(phone: "5551234", now: now))
            #expect(record.customer.name == "John Smith")
            #expect(record.customer.vehicles.map(\.model) == ["Civic"])
            #expect(record.appointments == [appointment])
            #expect(try await Workshop.held(database) == 6, "a bay and a technician for three quarters each")
        }
    }

    @Test("the same call books once and gets the same answer, also from another process", arguments: Backend.allCases)
    func once(_ backend: Backend) async throws {
        try await backend.twoHouses { one, other in
            let order = try Workshop.order("call", "09:30")
            let first = await one.answer(.bookAppointment(order), now: now)
            guard case .appointment = first else { Issue.record("not booked: \(first)"); return }
            #expect(await other.answer(.bookAppointment(order), now: now) == first)
            #expect(try await one.appointments().count == 1)
        }
    }

    @Test("a call that asks for something else under a known id is refused", arguments: Backend.allCases)
    func otherArguments(_ backend: Backend) async throws {
        try await backend.house { database in
            try await database.book(Workshop.order("call", "09:30"), now: now)
            await #expect(throws: StoreError.self) {
                try await database.book(Workshop.order("call", "11:00"), now: now)
            }
            let other = try Workshop.order("call", "09:30", phone: "5559999")
            guard case .failed(let reason) = await database.answer(.bookAppointment(other), now: now) else {
                Issue.record("another customer got the appointment")
                return
            }
            #expect(!reason.contains("555") && !reason.contains("John"))
            #expect(try await database.appointments().count == 1)
        }
    }

    @Test(
        "as many get a time as there are bays and hands, the next is offered the nearest", arguments: Backend.allCases)
    func taken(_ backend: Backend) async throws {
        try await backend.house { database in
            for caller in 0..<2 { try await database.book(Workshop.order("\(caller)", "09:30"), now: now) }
            let nearest = [try Workshop.slot("2026-05-05", "08:30"), try Workshop.slot("2026-05-05", "10:30")]
            #expect(
                await database.answer(.bookAppointment(try Workshop.order("x", "09:30")), now: now)
                    == .slotTaken(nearest: nearest))
            #expect(try await database.customer(phone: "5551234", now: now)?.appointments.count == 2)
            #expect(try await database.sql.read { try $0.query("SELECT id FROM tool_calls").count } == 2)
        }
    }

    @Test("a call that came too late may be made again when the time is free", arguments: Backend.allCases)
    func againLater(_ backend: Backend) async throws {
        try await backend.house { database in
            let first = try await database.book(Workshop.order("a", "09:30"), now: now)
            try await database.book(Workshop.order("b", "09:30", phone: "1"), now: now)
            let late = try Workshop.order("c", "09:30", phone: "2")
            await #expect(throws: StoreError.self) { try await database.book(late, now: now) }
            try await database.cancel(
                AppointmentChange(callID: "d", appointment: first.id, customerPhone: "5551234"), now: now)
            try await database.book(late, now: now)
            #expect(try await database.appointments().filter { $0.status == .scheduled }.count == 2)
        }
    }

    @Test("on a full day the nearest openings are of the next open day", arguments: Backend.allCases)
    func fullDay(_ backend: Backend) async throws {
        try await backend.house { database in
            // Saturday 9 to 16 has one technician; Sunday is closed.
            for hour in 9..<16 {
                let time = hour < 10 ? "09:00" : "\(hour):00"
                try await database.book(Workshop.order("\(hour)", "2026-05-09 \(time)"), now: now)
            }
            #expect(try await Workshop.times(database, on: "2026-05-09").isEmpty)
            let answer = await database.answer(
                .bookAppointment(try Workshop.order("x", "2026-05-09 11:00")), now: now)
            let nearest = [try Workshop.slot("2026-05-11", "10:30"), try Workshop.slot("2026-05-11", "11:00")]
            #expect(answer == .slotTaken(nearest: nearest))
        }
    }

    @Test("a test drive keeps the very car busy, and every car of the model can be driven", arguments: Backend.allCases)
    func testDrives(_ backend: Backend) async throws {
        try await backend.house { database in
            let cars = try await database.inventory(InventoryQuery(models: ["Camry"])).count
            for caller in 0..<cars {
                let order = try Workshop.drive("\(caller)", "10:00", of: "Toyota Camry", phone: "555\(caller)")
                guard case .appointment = await database.answer(.bookTestDrive(order), now: now) else {
                    Issue.record("car \(caller) of \(cars) was not to be had")
                    return
                }
            }
            let late = try Workshop.drive("late", "10:00", of: "Toyota Camry", phone: "5559")
            guard case .slotTaken(let nearest) = await database.answer(.bookTestDrive(late), now: now) else {
                Issue.record("a car was given away twice")
                return
            }
            #expect(nearest.map(\.time.description) == ["09:30", "10:30"])
            let driven = try await database.sql.read {
                try $0.query("SELECT DISTINCT inventory_id FROM appointments").count
            }
            #expect(driven == cars)
        }
    }

    @Test("a test drive takes no bay", arguments: Backend.allCases)
    func separateHands(_ backend: Backend) async throws {
        try await backend.house { database in
            for caller in 0..<2 { try await database.book(Workshop.order("\(caller)", "10:00"), now: now) }
            try await database.book(Workshop.drive("drive", "10:00", of: "Toyota Camry", phone: "1"), now: now)
            #expect(try await database.appointments().count == 3)
        }
    }

    @Test("the ledger holds what was asked and answered, for its session", arguments: Backend.allCases)
    func ledger(_ backend: Backend) async throws {
        try await backend.house { database in
            let request = ToolRequest.bookAppointment(try Workshop.order("call", "09:30"))
            _ = await database.answer(request, of: "sess_a", now: now)
            let calls = try await SQLToolLedgerStore(database).calls(of: "sess_a")
            #expect(calls.map(\.name) == ["book_appt"])
            #expect(calls.map(\.state.name) == ["succeeded"])
            #expect(calls.first?.runs == 1)
            #expect(calls.first?.asksTheSame(as: try #require(request.call(plannedAt: now))) == true)
        }
    }

    @Test("a call the ledger has as lost is made up for, once", arguments: Backend.allCases)
    func lostCall(_ backend: Backend) async throws {
        try await backend.house { database in
            let request = ToolRequest.bookAppointment(try Workshop.order("call", "09:30"))
            let ledger = SQLToolLedgerStore(database)
            _ = try await ledger.begin(try #require(request.call(plannedAt: now)), of: "s", at: now)
            try await ledger.recover("s")
            let answer = await database.answer(request, of: "s", now: now)
            #expect(await database.answer(request, of: "s", now: now) == answer)
            #expect(try await database.appointments().count == 1)
            #expect(try await ledger.call("call")?.state.name == "succeeded")
        }
    }
}
