/// Where webhooks may be sent: to the public internet by HTTPS, and to what is allowed by name.
package struct TargetPolicy: Hashable, Sendable {
    /// Hosts that may also be private, and be reached by plain HTTP: names or addresses, with or without a port.
    package var allowed: Set<String>

    package init(allowed: Set<String> = []) {
        self.allowed = Set(allowed.map { $0.lowercased() })
    }

    /// Why a target is refused.
    package enum Refusal: Error, Hashable, Sendable {
        case notAnAddress
        case notSecure
        case credentials
        case privateNetwork

        /// A sentence without a full stop.
        package var reason: String {
            switch self {
            case .notAnAddress: "this is no https address"
            case .notSecure: "only https is allowed"
            case .credentials: "an address may not hold a user or a password"
            case .privateNetwork: "addresses of private networks are not allowed"
            }
        }
    }

    /// Reads an address. What its host's name means is checked when something is sent.
    package func target(_ url: String) throws(Refusal) -> WebhookTarget {
        let target = try WebhookTarget(url)
        if !target.isSecure, !isAllowed(target) { throw .notSecure }
        return target
    }

    /// Whether a connection to this IP address may be made for the target.
    package func permits(_ address: String, for target: WebhookTarget) -> Bool {
        isAllowed(target) || NetworkAddress(address).map(\.isPublic) ?? false
    }

    private func isAllowed(_ target: WebhookTarget) -> Bool {
        allowed.contains(target.host) || allowed.contains("\(target.host):\(target.port)")
    }
}
