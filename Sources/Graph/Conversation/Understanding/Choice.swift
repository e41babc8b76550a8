/// Words that could mean several things; the conversation asks which.
package enum Choice: Hashable, Sendable, Codable {
    /// Names of services, such as a brake inspection and new brake pads for "brakes".
    case service([String])
    case day([Day])
    case time([TimeOfDay])
    /// Models, as `make model`.
    case model([String])
    /// Appointments of the customer, by id.
    case appointment([Int])
}
