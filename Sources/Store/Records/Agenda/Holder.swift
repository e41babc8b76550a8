/// Who or what an appointment keeps busy.
enum Holder: Hashable, Sendable {
    /// A member of staff or a bay, by its row.
    case resource(Int)
    /// A car in stock, by its row.
    case car(Int)
    /// The house as a whole: what an appointment holds that needs nobody in particular.
    case house

    /// As the table `occupancy` has it; `nil` for a kind that is none.
    init?(kind: String, id: Int) {
        switch kind {
        case "resource": self = .resource(id)
        case "car": self = .car(id)
        case "house": self = .house
        default: return nil
        }
    }

    var kind: String {
        switch self {
        case .resource: "resource"
        case .car: "car"
        case .house: "house"
        }
    }

    var id: Int {
        switch self {
        case .resource(let id), .car(let id): id
        case .house: 0
        }
    }
}
