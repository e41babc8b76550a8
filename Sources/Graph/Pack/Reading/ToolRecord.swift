/// A row of `tools.yaml`.
struct ToolRecord: Decodable, Sendable {
    let name: String
    let description: String
    /// How long a person has to approve it, such as `45s`; `nil`: nobody is asked.
    let approval: String?

    var tool: PackTool {
        PackTool(name: name, description: description, approval: approval.flatMap(Self.duration))
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
