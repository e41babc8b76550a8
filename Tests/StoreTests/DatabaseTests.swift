import Conversation
import Dealership
import Foundation
import Store
import Testing

@Suite struct DatabaseTests {
    private let start = Date(timeIntervalSince1970: 1_777_888_800)
    private let folder = FileManager.default.temporaryDirectory.appending(path: "parley-store-\(UUID().uuidString)")

    private func path() throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appending(path: "dealership.sqlite").path
    }

    private func order(_ call: String, _ time: String, phone: String = "5551234") throws -> BookingOrder {
        BookingOrder(
            callID: call, type: .service, subject: "Oil Change", day: try #require(Day("2026-05-05")),
            time: try #require(TimeOfDay(time)), customerName: "John Smith", customerPhone: phone,
            vehicle: Vehicle(make: "Honda", model: "Civic", year: 2018))
    }

    @Test("a booking is a row, its time is no longer free, and the customer is known from then on")
    func booking() async throws {
        let database = try Database(now: start)
        let day = try #require(Day("2026-05-05"))
        let before = try await database.availability(on: day, for: .service, "Oil Change")
        let appointment = try await database.book(try order("call", "09:30"), now: start)
        #expect(appointment.durationMin == 45)
        #expect(try await database.appointments() == [appointment])
        let after = try await database.availability(on: day, for: .service, "Oil Change")
        #expect(Set(before).subtracting(after) == [appointment.time])
        let customer = try #require(try await database.customer(phone: "5551234"))
        #expect(customer.name == "John Smith")
        #expect(customer.vehicles.map(\.model) == ["Civic"])
        #expect(customer.customerID == appointment.customerID)
    }

    @Test("the same call books once")
    func idempotent() async throws {
        let database = try Database(now: start)
        let first = try await database.book(try order("call", "09:30"), now: start)
        #expect(try await database.book(try order("call", "09:30"), now: start) == first)
        #expect(try await database.appointments().count == 1)
    }

    @Test("a taken time is refused, and free again when it was cancelled")
    func taken() async throws {
        let database = try Database(now: start)
        let first = try await database.book(try order("a", "09:30"), now: start)
        await #expect(throws: StoreError.slotTaken) { try await database.book(try order("b", "09:30"), now: start) }
        #expect(await database.answer(.bookAppointment(try order("b", "09:30")), now: start) == .slotTaken)
        try await database.cancel(first.id)
        _ = try await database.book(try order("b", "09:30"), now: start)
        #expect(try await database.appointments().map(\.status) == ["cancelled", "scheduled"])
    }

    @Test("of forty callers at once, through two connections to one file, one gets the time")
    func concurrentWriters() async throws {
        let path = try path()
        defer { try? FileManager.default.removeItem(at: folder) }
        let databases = [try Database(path: path, now: start), try Database(path: path, now: start)]
        let booked = try await withThrowingTaskGroup(of: Bool.self) { group in
            for caller in 0..<40 {
                let order = try order("call\(caller)", "10:00", phone: "55500\(caller)")
                group.addTask {
                    do throws(StoreError) {
                        _ = try await databases[caller % 2].book(order, now: start)
                        return true
                    } catch .slotTaken {
                        return false
                    }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(booked == 1)
        #expect(try await databases[0].appointments().count == 1)
    }

    @Test("a file keeps what was booked, and is filled once")
    func reopened() async throws {
        let path = try path()
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try Database(path: path, now: start)
        _ = try await first.book(try order("call", "09:30"), now: start)
        try first.close()
        let second = try Database(path: path, now: start)
        #expect(try await second.appointments().count == 1)
        #expect(try await second.services().count == SeedData.dealership.services.count)
    }

    @Test("what cannot be booked is refused with its reason")
    func refused() async throws {
        let database = try Database(now: start)
        let sunday = try #require(Day("2026-05-10"))
        let ten = try #require(TimeOfDay("10:00"))
        func order(_ subject: String, _ day: Day, _ type: AppointmentType = .service) -> BookingOrder {
            BookingOrder(
                callID: "x", type: type, subject: subject, day: day, time: ten, customerName: "A",
                customerPhone: "5551234")
        }
        let monday = sunday.adding(days: 1)
        await #expect(throws: StoreError.notFound("service Car Wash")) {
            try await database.book(order("Car Wash", monday), now: start)
        }
        await #expect(throws: StoreError.notFound("car Lada Niva")) {
            try await database.book(order("Lada Niva", monday, .testDrive), now: start)
        }
        await #expect(throws: StoreError.invalid("time 2026-05-10 10:00")) {
            try await database.book(order("Oil Change", sunday), now: start)
        }
        #expect(try await database.appointments().isEmpty)
        #expect(try await database.customer(phone: "5551234") == nil, "nothing of a refused booking stays")
    }

    @Test("a path that cannot be opened is an error with the path")
    func unopenable() {
        #expect(throws: StoreError.self) { try Database(path: "/nowhere/at/all.sqlite", now: start) }
    }

    @Test("hostile words are only words", arguments: ["'; DROP TABLE faq; --", "\"", "* OR (", "NEAR(", "-", ""])
    func hostile(query: String) async throws {
        let database = try Database(now: start)
        _ = try await database.searchFAQ(query, category: query)
        #expect(try await database.customer(phone: query) == nil)
        #expect(try await database.searchFAQ("", category: "hours").count == 1)
    }

    @Test(
        "a question finds its answer by its words",
        arguments: [
            ("do you charge electric cars", "electric"), ("which brands do you repair", "makes"),
            ("is there coffee while i wait", "waiting"), ("my credit is bad", "financing"),
        ])
    func search(query: String, category: String) async throws {
        let found = try await Database(now: start).searchFAQ(query, category: nil)
        #expect(found.prefix(2).contains { $0.category == category })
    }

    @Test("the desk in memory and the database answer alike")
    func parity() async throws {
        let database = try Database(now: start)
        var desk = Desk()
        let day = try #require(Day("2026-05-05"))
        let requests: [ToolRequest] = [
            .listServices(name: nil), .listServices(name: "Oil Change"), .findVehicle(model: "Camry"),
            .findVehicle(model: "Niva"), .searchFAQ(query: "", category: "location"), .getCustomer(phone: "000"),
            .availability(day: day, type: .service, subject: "Brake Service"),
            .availability(day: day, type: .testDrive, subject: "Toyota Camry"),
        ]
        for request in requests { #expect(await database.answer(request, now: start) == desk.answer(request)) }
    }
}
