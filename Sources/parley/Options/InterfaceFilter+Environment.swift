import Transport

extension InterfaceFilter {
    /// What `PARLEY_INTERFACES` says; without it, the usual interfaces.
    init(_ environment: [String: String]) {
        self.init(environment.value("PARLEY_INTERFACES") ?? "")
    }
}
