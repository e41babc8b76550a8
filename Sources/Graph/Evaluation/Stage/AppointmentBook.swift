import Conversation
import FoundationEssentials
import Store

/// Makes and reads the appointments of one play.
struct AppointmentBook {
    /// Whom an appointment is for, as it was ordered.
    private struct Entry {
        var subject: String
        var name: String
        var phone: String
    }

    let database: Database
    let domain: Domain
    private var entries: [Int: Entry] = [:]
    /// Appointments that others made while the play went on.
    private var foreign: Set<Int> = []
    private var strangers = 0

    init(database: Database, domain: Domain) {
        self.database = database
        self.domain = domain
    }

    /// Remembers what the conversation booked or moved.
    mutating func note(_ call: PlayTurn.Call) {
        guard case .appointment(let made) = call.answer else { return }
        switch call.request {
        case .bookAppointment(let order), .bookTestDrive(let order):
            entries[made.id] = Entry(subject: order.subject, name: order.customerName, phone: order.customerPhone)
        case .reschedule(let change), .cancel(let change):
            entries[made.id] =
                entries[made.id] ?? entries[change.appointment]
                ?? Entry(subject: made.subject, name: "", phone: change.customerPhone)
        default: break
        }
    }

    /// Books for whom the pattern names, else for a stranger.
    mutating func book(_ pattern: AppointmentPattern, now: Date, isForeign: Bool = false) async throws(StageError) {
        guard let subject = pattern.subject, let day = pattern.day, let time = pattern.time else {
            throw .cannotBook(pattern, "it has no subject, day or time")
        }
        strangers += 1
        let isService = domain.services.contains { $0.name == subject }
        let order = BookingOrder(
            callID: "stranger-\(strangers)", type: isService ? .service : .testDrive, subject: subject, day: day,
            time: time, customerName: pattern.name ?? "Stranger \(strangers)",
            customerPhone: pattern.phone ?? String(9_990_000_000 + strangers))
        let request = isService ? ToolRequest.bookAppointment(order) : .bookTestDrive(order)
        let answer = await database.answer(request, now: now)
        guard case .appointment(let made) = answer else { throw .cannotBook(pattern, "\(answer)") }
        note(PlayTurn.Call(request, answer))
        if isForeign { foreign.insert(made.id) }
    }

    /// Books one time until nobody else can have it.
    mutating func exhaust(_ pattern: AppointmentPattern, now: Date) async throws(StageError) {
        guard let subject = pattern.subject, let day = pattern.day, let time = pattern.time else {
            throw .cannotBook(pattern, "it has no subject, day or time")
        }
        for _ in 0..<50 where await times(of: subject, on: day, now: now).contains(time) {
            try await book(pattern, now: now, isForeign: true)
        }
    }

    /// Books a day until nothing can start on it any more: what takes longest first, so that few bookings fill it.
    mutating func fill(_ day: Day, now: Date) async throws(StageError) {
        var services = domain.services.map(\.name)
        if case .services(let offers) = await database.answer(.listServices(name: nil), now: now) {
            services = offers.sorted { $0.durationMin > $1.durationMin }.map(\.name)
        }
        for subject in services + domain.models.map(\.full) {
            var pattern = AppointmentPattern()
            (pattern.subject, pattern.day) = (subject, day)
            var free = await times(of: subject, on: day, now: now)
            while let time = free.first {
                pattern.time = time
                try await book(pattern, now: now)
                free = await times(of: subject, on: day, now: now)
            }
        }
    }

    private func times(of subject: String, on day: Day, now: Date) async -> [TimeOfDay] {
        let isService = domain.services.contains { $0.name == subject }
        let query = AvailabilityQuery(day: day, type: isService ? .service : .testDrive, subject: subject)
        guard case .times(let times) = await database.answer(.checkAvailability(query), now: now) else { return [] }
        return times
    }

    /// Every appointment but those of others, by id.
    func rows() async throws(StageError) -> [BookedAppointment] {
        let appointments: [Appointment]
        do throws(StoreError) {
            appointments = try await database.appointments()
        } catch {
            throw .store(error)
        }
        return appointments.filter { !foreign.contains($0.id) }.sorted { $0.id < $1.id }.map { row in
            let entry = entries[row.id]
            return BookedAppointment(
                id: row.id, subject: entry?.subject ?? row.subject, slot: row.slot, name: entry?.name ?? "",
                phone: entry?.phone ?? "", isCancelled: row.status == .cancelled)
        }
    }
}
