extension Mention {
    /// Whether it names a service or a car: what prices and durations are about.
    var isSubject: Bool {
        switch kind {
        case .service, .car: true
        default: false
        }
    }
}
