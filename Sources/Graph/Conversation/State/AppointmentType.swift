/// What an appointment is for (document 004, `appointment_type`).
package enum AppointmentType: String, Codable, Hashable, Sendable, CaseIterable {
    case service
    case testDrive = "test_drive"
}
