/// Where a control API runs: what its environment says, and where it keeps its secret.
struct ControlPlace: Sendable {
    let environment: [String: String]
    let folder: String
}
