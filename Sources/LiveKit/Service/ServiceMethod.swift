/// A method of the HTTP API, and what its call may cost.
struct ServiceMethod: Hashable, Sendable {
    /// `Service/Method`.
    let name: String
    /// Doing it twice does what doing it once does, so that it may be tried again when it is not known whether it was done.
    let isRepeatable: Bool
    /// What the server itself may wait for, beside the time of any call.
    let wait: Duration

    static func repeatable(_ name: String) -> ServiceMethod {
        ServiceMethod(name: name, isRepeatable: true, wait: .zero)
    }

    static func once(_ name: String, within wait: Duration = .zero) -> ServiceMethod {
        ServiceMethod(name: name, isRepeatable: false, wait: wait)
    }
}
