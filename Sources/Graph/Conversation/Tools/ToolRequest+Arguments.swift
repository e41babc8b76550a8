package import Document

extension ToolRequest {
    /// What a writing tool is asked, as JSON; `null` for a tool that only reads.
    package var arguments: JSON {
        switch self {
        case .bookAppointment(let order), .bookTestDrive(let order): (try? JSON(encoding: order)) ?? .null
        case .reschedule(let change), .cancel(let change): (try? JSON(encoding: change)) ?? .null
        case .searchFAQ, .listServices, .searchInventory, .getCustomer, .checkAvailability: .null
        }
    }

    /// The same writing call with some arguments replaced, such as `{"time": "10:00"}`; `nil` when they make no sense. The
    /// call id stays.
    package func replacing(_ edits: JSON) -> ToolRequest? {
        guard case .object(var fields) = arguments, case .object(let changes) = edits else { return nil }
        fields.merge(changes) { $1 }
        fields["callID"] = callID.map(JSON.string)
        let json = JSON.object(fields)
        switch self {
        case .bookAppointment: return (try? json.decoded(as: BookingOrder.self)).map(Self.bookAppointment)
        case .bookTestDrive: return (try? json.decoded(as: BookingOrder.self)).map(Self.bookTestDrive)
        case .reschedule: return (try? json.decoded(as: AppointmentChange.self)).map(Self.reschedule)
        case .cancel: return (try? json.decoded(as: AppointmentChange.self)).map(Self.cancel)
        case .searchFAQ, .listServices, .searchInventory, .getCustomer, .checkAvailability: return nil
        }
    }
}
