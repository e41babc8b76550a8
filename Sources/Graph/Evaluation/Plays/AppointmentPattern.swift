package import Conversation

/// An appointment as a play writes it: `Oil Change | 2026-05-05 | 09:00 | Maria Garcia | 5125550199`. What is `nil`
/// stands for anything.
package struct AppointmentPattern: Hashable, Sendable {
    /// The name of a service, or the make and model of a test drive.
    package var subject: String?
    package var day: Day?
    package var time: TimeOfDay?
    package var name: String?
    /// Digits only.
    package var phone: String?

    package init() {}

    package func matches(_ row: BookedAppointment) -> Bool {
        func agrees(_ wanted: String?, _ found: String?) -> Bool {
            wanted.map { PlainText($0).text == PlainText(found ?? "").text } ?? true
        }
        return agrees(subject, row.subject) && agrees(name, row.name) && (phone ?? row.phone) == row.phone
            && (day ?? row.slot.day) == row.slot.day && (time ?? row.slot.time) == row.slot.time
    }
}

extension AppointmentPattern: CustomStringConvertible {
    /// As plays write it.
    package var description: String {
        [subject, day?.description, time?.description, name, phone].map { $0 ?? "*" }.joined(separator: " | ")
    }
}
