import Conversation
import Foundation
import SQL
import Store
import Testing

@Suite struct ConcurrencyTests {
    private let now = Workshop.now

    /// Books what a caller wants, or whatever is offered instead, until they have an appointment.
    private func insist(_ order: BookingOrder, _ database: Database) async throws -> Appointment {
        var order = order
        var tries = 0
        while true {
            switch await database.answer(.bookAppointment(order), now: now) {
            case .appointment(let appointment): return appointment
            case .slotTaken(let nearest):
                let slot = try #require(nearest.last)
                tries += 1
                order = BookingOrder(
                    callID: "\(order.customerPhone)-\(tries)", type: .service, subject: order.subject, day: slot.day,
                    time: slot.time, customerName: order.customerName, customerPhone: order.customerPhone)
            case let answer: throw StoreError.database("\(answer)")
            }
        }
    }

    @Test(
        "of two hundred callers at once everybody gets an appointment and nobody another's", arguments: Backend.allCases
    )
    func everybody(_ backend: Backend) async throws {
        try await backend.twoHouses { one, other in
            let monday = try #require(Day("2026-05-11"))
            let booked = try await withThrowingTaskGroup(of: (String, Appointment).self) { group in
                for caller in 0..<200 {
                    let day = monday.adding(days: caller % 5 + caller / 5 % 2 * 7).description
                    let time = "\(caller % 4 + 11):00"
                    let order = try Workshop.order("call\(caller)", "\(day) \(time)", phone: "555\(1000 + caller)")
                    group.addTask { (order.customerPhone, try await insist(order, caller % 2 == 0 ? one : other)) }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(booked.count == 200)
            #expect(Set(booked.values.map(\.id)).count == 200)
            let stored = try await other.appointments()
            #expect(Set(stored) == Set(booked.values), "none lost, none too many")
            for (phone, appointment) in booked {
                #expect(try await one.customer(phone: phone, now: now)?.appointments == [appointment])
            }
            try await expectConsistent(one, appointments: 200)
        }
    }

    @Test("of two hundred who want one time as many get it as there are hands", arguments: Backend.allCases)
    func oneTime(_ backend: Backend) async throws {
        try await backend.twoHouses { one, other in
            let answers = try await withThrowingTaskGroup(of: ToolAnswer.self) { group in
                for caller in 0..<200 {
                    let order = try Workshop.order("call\(caller)", "10:00", phone: "555\(1000 + caller)")
                    group.addTask { await (caller % 2 == 0 ? one : other).answer(.bookAppointment(order), now: now) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let taken = answers.filter { if case .slotTaken(let nearest) = $0 { nearest.count == 2 } else { false } }
            #expect(taken.count == 198)
            #expect(try await one.appointments().count == 2)
            try await expectConsistent(one, appointments: 2)
        }
    }

    @Test("the same call made by many at once books once", arguments: Backend.allCases)
    func oneCall(_ backend: Backend) async throws {
        try await backend.twoHouses { one, other in
            let order = try Workshop.order("call", "10:00")
            let answers = await withTaskGroup(of: ToolAnswer.self) { group in
                for caller in 0..<40 {
                    group.addTask { await (caller % 2 == 0 ? one : other).answer(.bookAppointment(order), now: now) }
                }
                return await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(answers.count == 1)
            #expect(try await one.appointments().count == 1)
        }
    }

    @Test(
        "bookings, moves and cancellations at once leave nothing held that is not booked", arguments: Backend.allCases)
    func turmoil(_ backend: Backend) async throws {
        try await backend.twoHouses { one, other in
            await withTaskGroup(of: Void.self) { group in
                for caller in 0..<60 {
                    group.addTask { try? await live(caller, caller % 2 == 0 ? one : other) }
                }
            }
            let scheduled = try await one.appointments().filter { $0.status == .scheduled }.count
            #expect(scheduled == 40)
            try await expectConsistent(one, appointments: scheduled)
        }
    }

    /// Books; every third moves to another day, every third cancels.
    private func live(_ caller: Int, _ database: Database) async throws {
        let phone = "555\(1000 + caller)"
        let booked = try await insist(Workshop.order("b\(caller)", "10:00", phone: phone), database)
        switch caller % 3 {
        case 1:
            let slot = OpenSlot(booked.day.adding(days: 21), booked.time)
            _ = await database.answer(
                .reschedule(
                    AppointmentChange(callID: "m\(caller)", appointment: booked.id, customerPhone: phone, slot: slot)),
                now: now)
        case 2:
            try await database.cancel(
                AppointmentChange(callID: "c\(caller)", appointment: booked.id, customerPhone: phone), now: now)
        default: break
        }
    }

    /// By SQL: every scheduled oil change holds a bay and a technician for three quarters each, nothing else is held, and
    /// no holder is held twice.
    private func expectConsistent(_ database: Database, appointments: Int) async throws {
        let (held, stray, twice, wrong) = try await database.sql.read { transaction in
            let held = try transaction.first("SELECT COUNT(*) AS n FROM occupancy")?["n"] as Int?
            let stray = try transaction.query(
                """
                SELECT quarter FROM occupancy JOIN appointments ON appointments.id = appointment_id
                WHERE status <> 'scheduled' OR day <> scheduled_date
                """)
            let twice = try transaction.query(
                "SELECT holder_id FROM occupancy GROUP BY holder, holder_id, day, quarter HAVING COUNT(*) > 1")
            let wrong = try transaction.query(
                """
                SELECT appointment_id FROM occupancy JOIN resources ON resources.id = holder_id
                GROUP BY appointment_id HAVING COUNT(*) <> 6 OR COUNT(DISTINCT skills) <> 2
                """)
            return (held, stray.count, twice.count, wrong.count)
        }
        #expect(held == appointments * 6)
        #expect((stray, twice, wrong) == (0, 0, 0))
    }
}
