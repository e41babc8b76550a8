/// What an appointment takes: how long, which skills, and for a test drive one of some cars.
struct Work: Hashable, Sendable {
    /// The row of the service; `nil` for a test drive.
    var serviceID: Int?
    /// The rows of the cars of which one is driven; empty for a service.
    var cars: [Int] = []
    /// One resource for each, all of them different.
    var needs: [String]
    /// Minutes.
    var duration: Int
}
