/// What a token allows beside rooms: its claims `sip`, `agent`, `inference` and `observability`. A worker's right to register
/// is not among them; it is `VideoGrant.agent`.
package struct ServiceGrants: Hashable, Sendable {
    /// A claim, whose JSON is an object of flags.
    package enum Service: String, Hashable, Sendable, CaseIterable {
        case sip
        case agent
        case inference
        case observability
    }

    private var flags: [Service: Set<String>] = [:]

    package init() {}

    /// - Parameter names: `admin` and `call` of `sip`; `admin`, `simulationAdmin` and `databaseAdmin` of `agent`; `perform`
    ///   of `inference`; `write` of `observability`. Others are kept, and mean nothing here.
    package mutating func grant(_ service: Service, _ names: some Sequence<String>) {
        for name in names { flags[service, default: []].insert(name) }
    }

    package func allows(_ service: Service, _ name: String) -> Bool {
        flags[service]?.contains(name) ?? false
    }

    func granted(_ service: Service) -> [String] { flags[service]?.sorted() ?? [] }
}
