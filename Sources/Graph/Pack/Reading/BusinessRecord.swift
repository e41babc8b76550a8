import Conversation

/// `business.yaml` as it is written.
struct BusinessRecord: Decodable, Sendable {
    struct Holiday: Decodable, Sendable {
        let reason: String
        let hours: String
        let date: String?
        let every: String?
    }

    struct Employed: Decodable, Sendable {
        let name: String
        let skills: [String]
        let weekdays: [String]?
    }

    let name: String
    /// An identifier such as `America/New_York`.
    let timeZone: String?
    let horizonDays: Int?
    let appointmentTypes: [AppointmentType]
    let hours: [String: String]
    let holidays: [Holiday]?
    let resources: [Employed]
    let testDrive: TestDriveOffer?

    private enum CodingKeys: String, CodingKey {
        case name, hours, holidays, resources
        case timeZone = "time_zone"
        case horizonDays = "horizon_days"
        case appointmentTypes = "appointment_types"
        case testDrive = "test_drive"
    }
}
