import Conversation
import Foundation
import SQL
import Store
import Testing

@Suite struct HostileInputTests {
    private let now = Workshop.now
    private static let texts = [
        "'; DROP TABLE faq; --", "\"", "* OR (", "NEAR(", "-", "", "\0", "a\0b", "\u{1F697}\u{1F469}\u{200D}\u{1F527}",
        "?", "$1", "%", "\\",
        String(repeating: "word ", count: 10_000), String(repeating: "a", count: 100_000), "\u{202E}abc",
        "o'neil & sons | !x",
    ]

    @Test("reading tools take any text, and answer or say why not", arguments: Backend.allCases)
    func reading(_ backend: Backend) async throws {
        try await backend.house { database in
            for text in Self.texts { try await ask(database, text) }
            #expect(try await database.searchFAQ("", category: "hours").count == 1, "the tables are still there")
        }
    }

    private func ask(_ database: Database, _ text: String) async throws {
        let day = try #require(Day("2026-05-05"))
        let requests: [ToolRequest] = [
            .searchFAQ(query: text, category: nil), .searchFAQ(query: "hours", category: text),
            .listServices(name: text), .getCustomer(phone: text),
            .searchInventory(InventoryQuery(make: text, models: [text], color: text)),
            .checkAvailability(AvailabilityQuery(day: day, type: .service, subject: text)),
            .checkAvailability(AvailabilityQuery(day: day, type: .testDrive, subject: text, moving: -1)),
        ]
        for request in requests {
            switch await database.answer(request, now: now) {
            case .failed(let reason): #expect(text.count < 3 || !reason.contains(text))
            case .customer(let record): #expect(record == nil)
            default: break
            }
        }
    }

    @Test("an order with any name is booked under that name or refused", arguments: Backend.allCases)
    func names(_ backend: Backend) async throws {
        try await backend.house { database in
            var booked = 0
            for (index, text) in Self.texts.enumerated() {
                let phone = "5551\(index)"
                let day = try #require(Day("2026-05-05")).adding(days: 7 * index)
                let order = BookingOrder(
                    callID: phone, type: .service, subject: "Oil Change", day: day,
                    time: try #require(TimeOfDay(hour: 9)),
                    customerName: text, customerPhone: phone, customerEmail: text,
                    vehicle: Vehicle(model: text, licensePlate: text))
                switch await database.answer(.bookAppointment(order), now: now) {
                case .appointment:
                    booked += 1
                    #expect(try await database.customer(phone: phone, now: now)?.customer.name == text)
                case .failed(let reason):
                    #expect(text.utf8.contains(0) || text.utf8.count > 100)
                    #expect(text.count < 3 || !reason.contains(text))
                default: Issue.record("no answer to an order")
                }
            }
            #expect(try await database.appointments().count == booked)
            #expect(try await database.services().count >= 15)
        }
    }

    @Test("what is no number, id, time or service is refused, and nothing of it stays", arguments: Backend.allCases)
    func refused(_ backend: Backend) async throws {
        try await backend.house { database async throws in
            for phone in ["", "call me", "+15551234", "' OR 1=1", String(repeating: "5", count: 16), "55\0"] {
                await #expect(throws: StoreError.invalid("telephone number")) {
                    try await database.book(Workshop.order("a", "09:30", phone: phone), now: now)
                }
            }
            for (id, time, subject) in [
                ("", "09:30", "Oil Change"), ("a\0", "09:30", "Oil Change"), ("a", "09:31", "Oil Change"),
                ("a", "03:00", "Oil Change"), ("a", "17:30", "Oil Change"), ("a", "09:30", "Car Wash"),
                ("a", "09:30", "oil change; --"),
            ] {
                await #expect(throws: StoreError.self) {
                    try await database.book(Workshop.order(id, time, subject), now: now)
                }
            }
            #expect(try await database.appointments().isEmpty)
            #expect(try await database.customer(phone: "5551234", now: now) == nil)
            #expect(try await Workshop.held(database) == 0)
        }
    }

    @Test("a tool that gets another tool's order refuses it")
    func wrongKind() async throws {
        let database = try Database(zone: .gmt, now: now)
        let service = try Workshop.order("a", "09:30")
        let drive = try Workshop.drive("b", "09:30", of: "Toyota Camry", phone: "1")
        for request in [ToolRequest.bookTestDrive(service), .bookAppointment(drive)] {
            guard case .failed = await database.answer(request, now: now) else {
                Issue.record("\(request.name) took another tool's order")
                return
            }
        }
        let nowhere = AppointmentChange(callID: "c", appointment: .max, customerPhone: "1")
        #expect(await database.answer(.reschedule(nowhere), now: now) == .failed("invalid change: it names no time"))
        #expect(await database.answer(.cancel(nowhere), now: now) == .failed("there is no such appointment"))
        await database.close()
        #expect(
            await database.answer(.listServices(name: nil), now: now)
                == .failed("the store is unavailable: the database is closed"))
    }
}
