package import Conversation

/// An appointment with whom it is for, as the database has it.
package struct BookedAppointment: Hashable, Sendable {
    package let id: Int
    /// The name of a service, or the make and model of a test drive.
    package let subject: String
    package let slot: OpenSlot
    package let name: String
    /// Digits only.
    package let phone: String
    package let isCancelled: Bool

    package init(id: Int, subject: String, slot: OpenSlot, name: String, phone: String, isCancelled: Bool = false) {
        self.id = id
        self.subject = subject
        self.slot = slot
        self.name = name
        self.phone = phone
        self.isCancelled = isCancelled
    }
}

extension BookedAppointment: CustomStringConvertible {
    /// As plays write it.
    package var description: String {
        "\(subject) | \(slot.day) | \(slot.time) | \(name) | \(phone)" + (isCancelled ? " (cancelled)" : "")
    }
}
