import Conversation
import Document

/// What was learned in a session so far: from the caller, from the tools, and from what the conversation keeps of both.
struct Evidence: Sendable {
    /// A day and what was to be booked on it.
    private struct Query: Hashable {
        let day: Day
        let subject: String
    }

    private(set) var caller = CallerWords()
    private(set) var today = Day(number: 0)
    /// What is known of the booking under way.
    private(set) var slots = BookingSlots()
    private(set) var days: Set<Day> = []
    private(set) var times: Set<TimeOfDay> = []
    /// Appointments that exist, or did.
    private(set) var appointments: Set<OpenSlot> = []
    private(set) var colleagues: Set<String> = []
    /// Words of tools' answers and of what is kept, in lower case.
    private(set) var words: Set<String> = []
    private(set) var numbers: Set<Int> = []
    private(set) var phones: Set<String> = []
    private var free: [Query: [TimeOfDay]] = [:]
    private var nearest: Set<OpenSlot> = []

    mutating func take(_ turn: PlayTurn) {
        today = turn.at.day
        slots = turn.slots
        if let said = turn.said { caller.take(said) }
        if let name = turn.colleague { colleagues.formUnion(Self.parts(name)) }
        for call in turn.calls { take(call) }
        take(turn.slots)
        if let json = try? JSON(encoding: turn.customer) { take(json) }
    }

    private mutating func take(_ slots: BookingSlots) {
        if let day = slots.preferredDate.flatMap({ Day($0) }) { days.insert(day) }
        if let time = slots.preferredTime.flatMap({ TimeOfDay($0) }) { times.insert(time) }
        if let json = try? JSON(encoding: slots) { take(json) }
    }

    private mutating func take(_ call: PlayTurn.Call) {
        if let json = try? JSON(encoding: call.answer) { take(json) }
        if case .checkAvailability(let query) = call.request {
            days.insert(query.day)
            if case .times(let open) = call.answer { free[Query(day: query.day, subject: query.subject)] = open }
        }
        switch call.answer {
        case .times(let open): times.formUnion(open)
        case .slotTaken(let slots):
            nearest.formUnion(slots)
            for slot in slots { take(slot) }
        case .appointment(let made): take(made)
        case .customer(let record?): for made in record.appointments { take(made) }
        case .inventory(let matches): numbers.formUnion([matches.count, matches.cars.count, matches.nearest.count])
        default: break
        }
    }

    private mutating func take(_ appointment: Appointment) {
        appointments.insert(appointment.slot)
        take(appointment.slot)
    }

    private mutating func take(_ slot: OpenSlot) {
        days.insert(slot.day)
        times.insert(slot.time)
    }

    /// Every word and number of a value, whatever it means.
    private mutating func take(_ json: JSON) {
        switch json {
        case .string(let text):
            words.formUnion(Self.parts(text))
            let digits = text.filter { $0.isASCII && $0.isNumber }
            if digits.count >= 7, digits.count == text.count { phones.insert(digits) }
        case .int(let number): numbers.insert(number)
        case .array(let values):
            numbers.insert(values.count)
            for value in values { take(value) }
        case .object(let fields): for value in fields.values { take(value) }
        case .number, .bool, .null: break
        }
    }

    static func parts(_ text: String) -> [String] {
        let words = text.lowercased().split { $0.isWhitespace || ",.;:!?".contains($0) }.map(String.init)
        return words + words.map { $0.filter { $0 != "-" } } + [text.lowercased()]
    }

    /// Whether a time was found free: on that day, or on any when no day was said.
    func isFree(_ time: TimeOfDay, on day: Day?) -> Bool {
        free.contains { (day == nil || $0.key.day == day) && $0.value.contains(time) }
            || nearest.contains { (day == nil || $0.day == day) && $0.time == time }
    }
}
