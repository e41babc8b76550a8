import Document

extension ContextPatch {
    func correct(_ slots: inout BookingSlots, _ values: [String: JSON]) throws(ContextFault) {
        // The kind of appointment and the day come first: what else is allowed depends on them.
        let order = ["appointment_type", "preferred_date"]
        let names = order.filter { values[$0] != nil } + values.keys.filter { !order.contains($0) }.sorted()
        for name in names {
            let path = "booking_slots.\(name)"
            let value = values[name] ?? .null
            switch name {
            case "appointment_type": slots.appointmentType = try read(value, path, type)
            case "service_type":
                slots.serviceType = try read(value, path) { text, path throws(ContextFault) in
                    try subject(text, slots.appointmentType, path)
                }
            case "preferred_date": slots.preferredDate = try read(value, path, day)
            case "preferred_time":
                slots.preferredTime = try read(value, path) { text, path throws(ContextFault) in
                    try time(text, slots.preferredDate, path)
                }
            case "customer_name": slots.customerName = try read(value, path, person)
            case "customer_phone": slots.customerPhone = try read(value, path, phone)
            case "customer_email": slots.customerEmail = try read(value, path, email)
            default: throw ContextFault(path: path, reason: "unknown")
            }
        }
    }

    func correct(_ customer: inout CustomerContext, _ values: [String: JSON]) throws(ContextFault) {
        for name in values.keys.sorted() {
            let path = "customer.\(name)"
            let value = values[name] ?? .null
            switch name {
            case "name": customer.name = try read(value, path, person)
            case "phone": customer.phone = try read(value, path, phone)
            case "email": customer.email = try read(value, path, email)
            default: throw ContextFault(path: path, reason: "unknown")
            }
        }
    }

    /// `null` is no value; everything else is a text that a rule takes.
    private func read<Value>(
        _ value: JSON, _ path: String, _ rule: (String, String) throws(ContextFault) -> Value
    ) throws(ContextFault) -> Value? {
        guard !value.isNull else { return nil }
        guard let text = value.string, !text.isEmpty, text.count <= 254 else {
            throw ContextFault(path: path, reason: "malformed")
        }
        return try rule(text, path)
    }

    private func type(_ text: String, _ path: String) throws(ContextFault) -> AppointmentType {
        guard let type = AppointmentType(rawValue: text) else { throw ContextFault(path: path, reason: "malformed") }
        guard domain.appointmentTypes.contains(type) else { throw ContextFault(path: path, reason: "not-offered") }
        return type
    }

    /// A service by its name, or a model by its own or its full name.
    private func subject(_ text: String, _ type: AppointmentType?, _ path: String) throws(ContextFault) -> String {
        let wanted = text.lowercased()
        let known =
            type == .testDrive
            ? domain.models.first { wanted.hasSuffix($0.full.lowercased()) || $0.model.lowercased() == wanted }?.full
            : domain.services.first { $0.name.lowercased() == wanted }?.name
        guard let known else { throw ContextFault(path: path, reason: "not-offered") }
        return known
    }

    private func day(_ text: String, _ path: String) throws(ContextFault) -> String {
        guard let day = Day(text) else { throw ContextFault(path: path, reason: "malformed") }
        guard day >= now.day else { throw ContextFault(path: path, reason: "past") }
        guard day <= now.day.adding(days: domain.bookingHorizon) else {
            throw ContextFault(path: path, reason: "too-far")
        }
        guard domain.openingHours.span(on: day) != nil else { throw ContextFault(path: path, reason: "closed") }
        return day.description
    }

    private func time(_ text: String, _ day: String?, _ path: String) throws(ContextFault) -> String {
        guard let time = TimeOfDay(text) else { throw ContextFault(path: path, reason: "malformed") }
        guard let day = day.flatMap({ Day($0) }) else { return time.description }
        guard LocalTime(day: day, time: time) > now else { throw ContextFault(path: path, reason: "past") }
        guard let span = domain.openingHours.span(on: day), time >= span.open, time < span.close else {
            throw ContextFault(path: path, reason: "closed")
        }
        return time.description
    }

    private func person(_ text: String, _ path: String) throws(ContextFault) -> String {
        let name = PersonName.bounded(text)
        guard !name.isEmpty, name.contains(where: \.isLetter) else {
            throw ContextFault(path: path, reason: "malformed")
        }
        return name
    }

    /// Digits only, seven to fifteen of them (ITU-T E.164).
    private func phone(_ text: String, _ path: String) throws(ContextFault) -> String {
        let digits = text.filter { ("0"..."9").contains($0) }
        guard (7...15).contains(digits.count), text.allSatisfy({ ("0"..."9").contains($0) || " +-().".contains($0) })
        else { throw ContextFault(path: path, reason: "malformed") }
        return digits
    }

    /// Something on both sides of one `@`, and a dot behind it.
    private func email(_ text: String, _ path: String) throws(ContextFault) -> String {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !text.contains(where: \.isWhitespace),
            parts[1].split(separator: ".", omittingEmptySubsequences: false).count > 1,
            parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty })
        else { throw ContextFault(path: path, reason: "malformed") }
        return text
    }
}
