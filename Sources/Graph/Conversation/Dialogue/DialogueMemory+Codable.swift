import Document

extension DialogueMemory: Codable {
    private enum Key: String, CaseIterable {
        case question, lastReply, pace, speaksAtOnce, notifications
        case misses, puzzles, insults, bridges, isReminded
        case errand, hasSuspendedBooking, bookings, changes, otherServices, choice, carWish, vehicle, wantsEarliest,
            wish,
            suggestedDay, offered
        case checkedSlot, checkedModel, checkedPhone, hint, appointments, appointment, approvals
        case guidance, commands, route
    }

    /// Missing keys have their first value: an older version wrote the text.
    package init(from decoder: any Decoder) throws {
        let fields = try [String: JSON](from: decoder)
        func read<Value: Decodable>(_ key: Key, _ fallback: Value) throws -> Value {
            guard let value = fields[key.rawValue], !value.isNull else { return fallback }
            return try value.decoded(as: Value.self)
        }
        self.init(speaksAtOnce: try read(.speaksAtOnce, false))
        question = try read(.question, nil)
        lastReply = try read(.lastReply, nil)
        pace = try read(.pace, .normal)
        notifications = try read(.notifications, 0)
        misses = try read(.misses, 0)
        puzzles = try read(.puzzles, 0)
        insults = try read(.insults, 0)
        bridges = try read(.bridges, 0)
        isReminded = try read(.isReminded, false)
        errand = try read(.errand, nil)
        hasSuspendedBooking = try read(.hasSuspendedBooking, false)
        bookings = try read(.bookings, 0)
        changes = try read(.changes, 0)
        otherServices = try read(.otherServices, [])
        choice = try read(.choice, nil)
        carWish = try read(.carWish, nil)
        vehicle = try read(.vehicle, nil)
        wantsEarliest = try read(.wantsEarliest, false)
        wish = try read(.wish, nil)
        suggestedDay = try read(.suggestedDay, nil)
        offered = try read(.offered, [])
        checkedSlot = try read(.checkedSlot, nil)
        checkedModel = try read(.checkedModel, nil)
        checkedPhone = try read(.checkedPhone, nil)
        hint = try read(.hint, AppointmentHint())
        appointments = try read(.appointments, [])
        appointment = try read(.appointment, nil)
        approvals = try read(.approvals, [])
        guidance = try read(.guidance, [])
        commands = try read(.commands, [])
        route = try read(.route, nil)
        unknown = fields.filter { Key(rawValue: $0.key) == nil }
    }

    package func encode(to encoder: any Encoder) throws {
        try unknown.merging(try known()) { $1 }.encode(to: encoder)
    }

    private func known() throws -> [String: JSON] {
        var fields: [String: JSON] = [:]
        func write(_ key: Key, _ value: (some Encodable)?) throws {
            if let value { fields[key.rawValue] = try JSON(encoding: value) }
        }
        try write(.question, question)
        try write(.lastReply, lastReply)
        try write(.pace, pace)
        try write(.speaksAtOnce, speaksAtOnce)
        try write(.notifications, notifications)
        try write(.misses, misses)
        try write(.puzzles, puzzles)
        try write(.insults, insults)
        try write(.bridges, bridges)
        try write(.isReminded, isReminded)
        try write(.errand, errand)
        try write(.hasSuspendedBooking, hasSuspendedBooking)
        try write(.bookings, bookings)
        try write(.changes, changes)
        try write(.otherServices, otherServices)
        try write(.choice, choice)
        try write(.carWish, carWish)
        try write(.vehicle, vehicle)
        try write(.wantsEarliest, wantsEarliest)
        try write(.wish, wish)
        try write(.suggestedDay, suggestedDay)
        try write(.offered, offered)
        try write(.checkedSlot, checkedSlot)
        try write(.checkedModel, checkedModel)
        try write(.checkedPhone, checkedPhone)
        try write(.hint, hint)
        try write(.appointments, appointments)
        try write(.appointment, appointment)
        try write(.approvals, approvals)
        try write(.guidance, guidance)
        try write(.commands, commands)
        try write(.route, route)
        return fields
    }
}
