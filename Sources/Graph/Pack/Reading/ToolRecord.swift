import Conversation

/// A row of `tools.yaml`.
struct ToolRecord: Decodable, Sendable {
    /// What people have to do with it; `approve` is meant where only a deadline is given.
    enum Policy: String, Decodable, Sendable, CaseIterable {
        case auto, notify, approve
    }

    private enum CodingKeys: String, CodingKey {
        case name, description, policy, approval
        case onTimeout = "on_timeout"
    }

    let name: String
    let description: String
    let policy: Policy?
    /// How long a person has to approve it, such as `45s`.
    let approval: String?
    /// What happens when nobody did.
    let onTimeout: String?

    var tool: PackTool { PackTool(name: name, description: description, policy: rule) }

    private var isApproved: Bool { policy == .approve || (policy == nil && (approval ?? onTimeout) != nil) }

    private var rule: ToolPolicy {
        guard isApproved else { return policy == .notify ? .notify : .auto }
        return .approve(
            within: approval.flatMap(Self.duration) ?? ToolPolicy.deadline,
            onTimeout: onTimeout.flatMap(ToolPolicy.Timeout.init(rawValue:)) ?? .deny)
    }

    /// The keys that only mean something for a tool that changes something.
    var peopleKeys: [String] {
        [("policy", policy != nil && policy != .auto), ("approval", approval != nil), ("on_timeout", onTimeout != nil)]
            .filter(\.1).map(\.0)
    }

    /// The keys that mean nothing where nobody is asked.
    var idleKeys: [String] {
        isApproved ? [] : [("approval", approval != nil), ("on_timeout", onTimeout != nil)].filter(\.1).map(\.0)
    }

    private static func duration(_ text: String) -> Duration? {
        guard let number = Int(text.dropLast()), let unit = text.last else { return nil }
        switch unit {
        case "s": return .seconds(number)
        case "m": return .seconds(number * 60)
        case "h": return .seconds(number * 3_600)
        default: return nil
        }
    }
}
