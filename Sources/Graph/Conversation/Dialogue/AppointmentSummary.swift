/// An appointment, as it is spoken of.
package struct AppointmentSummary: Hashable, Sendable, Codable {
    package let type: AppointmentType
    /// In the middle of a sentence: `an oil change`; for a test drive the make and model.
    package let subject: String
    package let slot: OpenSlot

    package init(type: AppointmentType, subject: String, slot: OpenSlot) {
        self.type = type
        self.subject = subject
        self.slot = slot
    }
}
